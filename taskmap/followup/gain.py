"""What came of a measure, against what was promised."""

from dataclasses import dataclass

from taskmap.model.followup import Measure, Result
from taskmap.model.units import MinutesPerWeek, Share


@dataclass(frozen=True, slots=True)
class Gain:
    """One count against the baseline.

    Args:
        freed: minutes a week less than the baseline's; below 0 where it became more.
        of_promise: share of what was promised; None where nothing was.
    """

    result: Result
    freed: MinutesPerWeek
    of_promise: Share | None


def gain(measure: Measure) -> tuple[Gain, ...]:
    """Every count of a measure, the earliest first; none without a baseline.

    Example: 300 minutes a week before, 200 promised away, 180 counted after three months: 120 are
    freed, 60 per cent of the promise.
    """
    base = measure.baseline
    if base is None:
        return ()
    counted = sorted(measure.results, key=lambda result: (result.months, result.on))
    return tuple(_gain(result, base.minutes, base.promised) for result in counted)


def _gain(result: Result, before: MinutesPerWeek, promised: MinutesPerWeek | None) -> Gain:
    freed = before - result.minutes
    return Gain(result, freed, freed / promised if promised else None)
