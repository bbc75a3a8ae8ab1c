"""Units in order of how often they do a task, and of how long they spend on it: two orders."""

from collections.abc import Mapping
from dataclasses import dataclass

from taskmap.comparison.doing import SharedTask
from taskmap.comparison.figures import Per, UnitFigures
from taskmap.model.units import UnitId


@dataclass(frozen=True, slots=True)
class Place:
    """One unit with what it is ranked by, per what was asked for.

    Args:
        count: occurrences a week.
        minutes: a week.
    """

    unit: UnitId
    count: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Units by count and by time; only those that show both."""

    per: Per
    by_count: tuple[Place, ...]
    by_time: tuple[Place, ...]

    @property
    def differ(self) -> bool:
        """Whether the two orders are not the same."""
        return [place.unit for place in self.by_count] != [place.unit for place in self.by_time]


def ranking(task: SharedTask, units: Mapping[UnitId, UnitFigures], per: Per) -> Ranking:
    """The two orders of a task, most first; equals stand as the units were given.

    Example: 210 records a week of a minute each, and 50 of twenty: first by count, last by time.
    """
    places = [
        Place(doing.unit, doing.per_week / base, doing.minutes / base)
        for doing in task.doings
        if doing.minutes is not None and (base := units[doing.unit].base(per))
    ]
    return Ranking(
        per=per,
        by_count=tuple(sorted(places, key=lambda place: -round(place.count, 9))),
        by_time=tuple(sorted(places, key=lambda place: -round(place.minutes, 9))),
    )
