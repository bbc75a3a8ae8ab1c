"""What a picture needs to know about a unit beside names: order of roles, groups, hours."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from functools import cached_property
from math import floor

from taskmap.model.leaf import Leaf
from taskmap.model.units import MinutesPerWeek, RoleId
from taskmap.present.names import Speaker


@dataclass(frozen=True)
class Naming(Speaker):
    """Names of a unit's things, and the order in which pictures show them."""

    def level_name(self, number: int) -> str:
        """What a level is called, without its number."""
        known = self.catalogue.levels.get(number)
        return self.reader.name(known.names) if known else ""

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
            found.setdefault(self.group_of(leaf.task_id), []).append(leaf)
        return {code: tuple(leaves) for code, leaves in found.items()}


def hours_cell(minutes: float) -> float:
    """Minutes as hours with one decimal, for a table cell that sorts.

    Rounded half up, as hours are in sentences: nine minutes are 0.2 in both.
    """
    return floor(round(minutes / 6, 9) + 0.5) / 10


def total(minutes: MappingOf[RoleId, MinutesPerWeek]) -> MinutesPerWeek:
    """Sum over roles."""
    return sum(minutes.values())
