"""Units in order of how often they do a task, and of how long they spend on it: two orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

from taskmap.comparison.doing import SharedTask
from taskmap.comparison.figures import Per, UnitFigures
from taskmap.model.units import UnitId

APART = 1.05  # times as much, before one figure counts as more than another


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
        """Whether a unit does it clearly more often than another, in clearly less time."""
        pairs = permutations(self.by_count, 2)
        return any(
            one.count > APART * other.count and one.minutes * APART < other.minutes
            for one, other in pairs
        )


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
