"""What a unit follows over time beside the hours of single measures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class IndicatorKind(StrEnum):
    """What is followed; each counts in one unit."""

    HIRED_SHARE = "hired_share"
    SICK_LEAVE = "sick_leave"
    HOURS_FREED = "hours_freed"
    WAITING_TIME = "waiting_time"
    PATIENT_TRAVEL = "patient_travel"
    STAFF_TRAVEL = "staff_travel"
    FULL_POSTS = "full_posts"
    TURNOVER = "turnover"


class IndicatorUnit(StrEnum):
    """What an indicator counts in."""

    PERCENT = "percent"
    HOURS_A_WEEK = "hours_a_week"
    DAYS = "days"


UNITS: dict[IndicatorKind, IndicatorUnit] = {
    IndicatorKind.HIRED_SHARE: IndicatorUnit.PERCENT,
    IndicatorKind.SICK_LEAVE: IndicatorUnit.PERCENT,
    IndicatorKind.HOURS_FREED: IndicatorUnit.HOURS_A_WEEK,
    IndicatorKind.WAITING_TIME: IndicatorUnit.DAYS,
    IndicatorKind.PATIENT_TRAVEL: IndicatorUnit.HOURS_A_WEEK,
    IndicatorKind.STAFF_TRAVEL: IndicatorUnit.HOURS_A_WEEK,
    IndicatorKind.FULL_POSTS: IndicatorUnit.PERCENT,
    IndicatorKind.TURNOVER: IndicatorUnit.PERCENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value on a day, in the indicator's unit."""

    value: float
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing followed: how it was, where it is to be, and what was measured.

    Args:
        target: to be reached by its day; None: none is set.
        measured: in the document's order.
    """

    kind: IndicatorKind
    baseline: Figure
    target: Figure | None = None
    measured: tuple[Figure, ...] = ()
    note: str | None = None

    @property
    def latest(self) -> Figure | None:
        """What was measured last."""
        return max(self.measured, key=lambda each: each.on, default=None)

    @property
    def change(self) -> float | None:
        """The latest less the baseline; None where nothing was measured."""
        return None if self.latest is None else self.latest.value - self.baseline.value

    @property
    def way(self) -> float | None:
        """Share of the way from baseline to target; below 0 when it went the other way.

        Example: 9.8 at first, 8.0 wanted, 9.2 measured: a third of the way.
        """
        if self.change is None or self.target is None:
            return None
        whole = self.target.value - self.baseline.value
        return self.change / whole if whole else None
