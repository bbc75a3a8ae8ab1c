"""What is to be done on which day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskmap.followup.stage import Stage, stage
from taskmap.model.followup import Decision, Measure

MEASURED_AFTER = (3, 6, 12)  # months


class DueKind(StrEnum):
    """What a day is there for."""

    START = "start"
    PILOT_ENDS = "pilot_ends"
    TAKE_UP_AGAIN = "take_up_again"
    RISK_REVIEW = "risk_review"
    INSTRUCTION_REVIEW = "instruction_review"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do.

    Args:
        months: after the start, of what is to be counted; 0 of everything else.
        late: the day is past.
    """

    on: date
    kind: DueKind
    measure: Measure
    months: int
    late: bool


def due(measures: Iterable[Measure], today: date) -> tuple[Due, ...]:
    """Everything with a day of its own, the earliest first; what is done is left out."""
    found = [
        Due(on, kind, measure, months, on < today)
        for measure in measures
        for on, kind, months in _days(measure, today)
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.measure.id, each.kind)))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last where it is shorter.

    >>> months_after(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"no day {months} months after {day}")


def _days(measure: Measure, today: date) -> Iterator[tuple[date, DueKind, int]]:
    now = stage(measure, today)
    if now in {Stage.REJECTED, Stage.ROLLED_BACK}:
        return
    if now is Stage.POSTPONED:
        if measure.until is not None:
            yield measure.until, DueKind.TAKE_UP_AGAIN, 0
        return
    waits = now in {Stage.NOT_READY, Stage.READY} and not measure.results
    if measure.start is not None and waits:
        yield measure.start, DueKind.START, 0
    if measure.decision is Decision.PILOT and measure.until is not None and now is not Stage.KEPT:
        yield measure.until, DueKind.PILOT_ENDS, 0
    if measure.risk is not None and measure.risk.review is not None:
        yield measure.risk.review, DueKind.RISK_REVIEW, 0
    if measure.instruction is not None and measure.instruction.review is not None:
        yield measure.instruction.review, DueKind.INSTRUCTION_REVIEW, 0
    yield from _counts(measure)


def _counts(measure: Measure) -> Iterator[tuple[date, DueKind, int]]:
    """The counts after 3, 6 and 12 months that nobody has made; without a baseline none."""
    if measure.start is None or measure.baseline is None:
        return
    counted = {result.months for result in measure.results}
    for months in MEASURED_AFTER:
        if months not in counted:
            yield months_after(measure.start, months), DueKind.COUNT, months
