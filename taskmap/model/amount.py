"""How often and how long, and where the figures come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from taskmap.model.units import BandId, Minutes, PerWeek, VolumeId


class Basis(StrEnum):
    """Where a figure comes from."""

    ESTIMATE = "estimate"
    MEASURED = "measured"


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes for one occurrence, as a range: low, likely, high."""

    low: Minutes
    likely: Minutes
    high: Minutes
    basis: Basis = Basis.ESTIMATE

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.likely <= self.high:
            raise ValueError(
                f"minutes {self.low}/{self.likely}/{self.high} are not in rising order"
            )


class Every(StrEnum):
    """The stretch of time something is counted over, as documents write it."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Amount:
    """How often and how long, as far as somebody said it: ``1,5 t i uka``, ``3 om dagen``.

    Args:
        times: over a stretch of time; None: nothing was said of how often.
        every: that stretch.
        minutes: for one occurrence; None: nothing was said of how long.
    """

    times: float | None = None
    every: Every = Every.WEEK
    minutes: Duration | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """Occurrences a week in each band, for the unit or for each one of a volume.

    ``Count({"day": 7}, per="beds")`` with 24 beds is 168 a week by day.
    """

    by_band: Mapping[BandId, PerWeek]
    per: VolumeId | None = None

    def per_week(self, volumes: Mapping[VolumeId, float]) -> dict[BandId, PerWeek]:
        """Occurrences a week in each band, volumes counted in."""
        times = 1.0 if self.per is None else volumes[self.per]
        return {band: n * times for band, n in self.by_band.items()}
