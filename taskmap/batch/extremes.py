"""Of all units that do a task, the few that can be asked about it; a handful, however many."""

from dataclasses import dataclass, field
from typing import Any

from taskmap import catalogue as catalogues
from taskmap.batch.beside import Beside
from taskmap.comparison.doing import Doing, SharedTask
from taskmap.comparison.figures import Per, UnitFigures
from taskmap.comparison.sharing import Key, library
from taskmap.model.units import UnitId

Place = tuple[str, str, UnitId]


@dataclass(frozen=True, slots=True)
class _Way:
    """A unit's way with the task, and the unit."""

    doing: Doing
    figures: UnitFigures
    place: Place


@dataclass(slots=True)
class Extremes:
    """A task while units are added to it, in any order.

    Held are the ways that stand at an end of an order in which units are compared, and one for
    each reason that an order cannot be had; the questions that follow from these are those that
    follow from all.

    Args:
        units: that have it.
        minutes: a week, of those whose minutes are shown.
        count: occurrences a week of the same, so many as ``timed_units``.
        groups: codes of the groups units have it in.
    """

    key: Key
    units: int = 0
    minutes: float = 0.0
    count: float = 0.0
    timed_units: int = 0
    groups: set[str] = field(default_factory=set)
    _held: dict[str, tuple[Any, _Way]] = field(default_factory=dict)

    def add(self, doing: Doing, beside: Beside, groups: set[str]) -> None:
        """Take in one unit's way."""
        way = _Way(doing, beside.figures, beside.place)
        self.units += 1
        self.groups |= groups
        if doing.minutes is not None and doing.per_week:
            self.minutes += doing.minutes
            self.count += doing.per_week
            self.timed_units += 1
        self._least("first", way.place, way)
        if doing.main is None or doing.per_week <= 0:
            return
        if way.figures.tells_who:
            self._both("level", (doing.level or 0, doing.main, way.place), way)
        if doing.each:
            self._both("each", (doing.each, doing.unit), way)
        served = way.figures.served
        self._least(f"served/{served[0] if served else None}", way.place, way)
        for per in (Per.SERVED, Per.HOURS, Per.FTE):
            base = way.figures.base(per)
            if base is None:
                self._least(f"without/{per}", way.place, way)
            else:
                self._both(f"count/{per}", (doing.per_week / base, doing.unit), way)

    @property
    def figures(self) -> dict[UnitId, UnitFigures]:
        """Of the units held."""
        return {way.doing.unit: way.figures for _, way in self._held.values()}

    @property
    def task(self) -> SharedTask:
        """The task with the ways that are held, in the order of their units."""
        ways = {way.place: way.doing for _, way in self._held.values()}
        first = catalogues.load(self._held["first"][1].figures.unit.country).tasks.get(self.key)
        return SharedTask(
            key=self.key,
            library=library(self.key),
            group=min(self.groups) if len(self.groups) == 1 else "",
            follows_work=first is not None and first.follows_work,
            doings=tuple(ways[place] for place in sorted(ways)),
        )

    def _both(self, order: str, at: Any, way: _Way) -> None:
        self._least(order, at, way)
        held = self._held.get(f"{order}/most")
        if held is None or at > held[0]:
            self._held[f"{order}/most"] = (at, way)

    def _least(self, order: str, at: Any, way: _Way) -> None:
        held = self._held.get(order)
        if held is None or at < held[0]:
            self._held[order] = (at, way)
