"""What a picture needs to know about a unit beside names: order of roles, groups, hours."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from functools import cached_property

from taskmap.model.catalogue import RoleKind
from taskmap.model.leaf import Leaf
from taskmap.model.today import minutes_today
from taskmap.model.units import MinutesPerWeek, RoleId, TaskId
from taskmap.present.names import Speaker


@dataclass(frozen=True)
class Naming(Speaker):
    """Names of a unit's things, and the order in which pictures show them."""

    def staff(self, role: RoleId) -> bool:
        """Whether the role is staff."""
        known = self.catalogue.roles.get(role)
        return known is None or known.kind is RoleKind.STAFF

    def level_name(self, number: int) -> str:
        """What a level is called, without its number."""
        known = self.catalogue.levels.get(number)
        return self.reader.name(known.names) if known else ""

    def task_group(self, task: TaskId) -> str:
        """Code of a task's group: its own, its library task's, or its parent's."""
        found = self.mapping.by_task[task]
        library = self.catalogue.tasks.get(found.library or "")
        code = found.group or (library.group if library else "")
        return code or (self.task_group(found.parent) if found.parent else "")

    @cached_property
    def roles_down(self) -> tuple[RoleId, ...]:
        """The unit's roles, highest level first, then as the document has them."""
        known = dict.fromkeys(s.role for s in self.mapping.staffing)
        doing = dict.fromkeys(r for leaf in self.mapping.leaves for r in sorted(leaf.roles_today()))
        return tuple(sorted(known | doing, key=lambda role: -self.level(role)))

    @cached_property
    def groups(self) -> dict[str, tuple[Leaf, ...]]:
        """Leaves by group code, in the document's order."""
        found: dict[str, list[Leaf]] = {}
        for leaf in self.mapping.leaves:
            found.setdefault(self.task_group(leaf.task_id), []).append(leaf)
        return {code: tuple(leaves) for code, leaves in found.items()}


def spent_today(leaf: Leaf) -> dict[RoleId, MinutesPerWeek]:
    """Minutes a week each role spends on a leaf today."""
    return {role: minutes_today(leaf, role) for role in sorted(leaf.roles_today())}


def hours_cell(minutes: float) -> float:
    """Minutes as hours with one decimal, for a table cell that sorts."""
    return round(minutes / 60, 1)


def total(minutes: MappingOf[RoleId, MinutesPerWeek]) -> MinutesPerWeek:
    """Sum over roles."""
    return sum(minutes.values())
