"""Any selection of units side by side on the tasks they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from taskmap.comparison.content import Content
from taskmap.comparison.doing import SharedTask, doing
from taskmap.comparison.figures import Cell, Per, Shown, UnitFigures, pooled, unit_figures
from taskmap.comparison.precedents import real
from taskmap.comparison.protecting import left_out
from taskmap.comparison.ranking import Ranking, ranking
from taskmap.comparison.sharing import Shared, Unmatched, share
from taskmap.comparison.suppression import Pattern
from taskmap.comparison.variation import Asked, common, variation
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.model.units import Share, UnitId


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Units side by side.

    Args:
        units: by id, in the order of organisation, name and id.
        tasks: by key; a task that only one unit has is among them.
        unmatched: tasks no other unit's words and no library word fit.
        asked: where units differ, as questions.
        made_up: units asked for and left out, because examples never stand beside real units.
        illustrative: the units are examples, all of them.
        floor: persons from which a role's figures are shown.
    """

    units: Mapping[UnitId, UnitFigures]
    tasks: tuple[SharedTask, ...]
    unmatched: tuple[Unmatched, ...]
    asked: tuple[Asked, ...]
    made_up: tuple[UnitId, ...]
    illustrative: bool
    floor: int

    @cached_property
    def per(self) -> Per:
        """What these units can be held together by."""
        return common(self.units.values())

    @property
    def together(self) -> tuple[SharedTask, ...]:
        """Tasks that at least two units have."""
        return tuple(task for task in self.tasks if len(task.doings) > 1)

    @property
    def gap(self) -> Share | None:
        """Hours above the lowest effective level, as a part of all, pooled."""
        return pooled((unit.above, unit.total) for unit in self.units.values())

    def level(self, level: int) -> Share | None:
        """A level's part of all hours, pooled."""
        return pooled((unit.levels.get(level, 0.0), unit.total) for unit in self.units.values())

    def group(self, group: str) -> Share | None:
        """A task group's part of all hours, pooled."""
        return pooled((unit.groups.get(group, 0.0), unit.total) for unit in self.units.values())

    @property
    def all_levels(self) -> tuple[int, ...]:
        """Levels at which any unit works, from the top."""
        return tuple(sorted({n for u in self.units.values() for n in u.levels}, reverse=True))

    @property
    def all_groups(self) -> tuple[str, ...]:
        """Task groups that any unit has."""
        return tuple(sorted({group for unit in self.units.values() for group in unit.groups}))

    @property
    def all_cells(self) -> tuple[Cell, ...]:
        """Cells of the level matrix in which any unit has work."""
        return tuple(dict.fromkeys(cell for unit in self.units.values() for cell in unit.cells))

    def ranking(self, task: SharedTask, per: Per) -> Ranking:
        """A task's units by count and by time."""
        return ranking(task, self.units, per)

    def of(self, figure: Shown, unit: UnitId, per: Per) -> float | None:
        """A unit's figure per what is asked for."""
        return pooled([(figure, self.units[unit].base(per))])


def compare(units: Sequence[Content], floor: int = PRIVACY_FLOOR) -> Comparison:
    """Units side by side; where any of them is real, examples are left out before anything else.

    Example: two real units and an example are the two alone; three examples are three examples.

    Args:
        units: each once.
        floor: persons from which a role's figures are shown.
    """
    known = real(units)
    chosen = sorted(known or units, key=_place)
    shared, unmatched = share(chosen)
    patterns = {unit.id: left_out(unit, floor) for unit in chosen}
    by_id = {unit.id: unit for unit in chosen}
    figures = {unit.id: unit_figures(unit, patterns[unit.id]) for unit in chosen}
    tasks = tuple(_task(each, by_id, patterns) for each in shared)
    return Comparison(
        units=figures,
        tasks=tasks,
        unmatched=unmatched,
        asked=variation(tasks, figures),
        made_up=tuple(sorted(unit.id for unit in units if unit.id not in by_id)),
        illustrative=bool(chosen) and not known,
        floor=floor,
    )


def _place(unit: Content) -> tuple[str, str, UnitId]:
    where = unit.mapping.unit
    return where.organisation.name, where.name, where.id


def _task(
    shared: Shared, units: Mapping[UnitId, Content], patterns: Mapping[UnitId, Pattern]
) -> SharedTask:
    groups = {
        units[member.unit].group(leaf.task) for member in shared.members for leaf in member.leaves
    }
    first = units[shared.members[0].unit].catalogue.tasks.get(shared.key)
    return SharedTask(
        key=shared.key,
        library=shared.library,
        follows_work=first is not None and first.follows_work,
        group=min(groups) if len(groups) == 1 else "",
        doings=tuple(
            doing(member, units[member.unit], patterns[member.unit]) for member in shared.members
        ),
    )
