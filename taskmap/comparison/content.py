"""What a comparison reads of one unit, and small facts about it."""

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from functools import cached_property

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.followup import FollowUp
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.plan import LeafLevel
from taskmap.model.task import Task
from taskmap.model.unit import Setting
from taskmap.model.units import BandId, Fte, LeafId, MinutesPerWeek, RoleId, UnitId

# Whom a unit is there for, and what mappings call the volume; the first that is given counts.
SERVED = {
    "users": ("users", "brukere", "brukare"),
    "beds": ("beds", "senger", "plasser", "vardplatser", "platser"),
    "listed": ("list_thousands", "liste", "listade_tusental"),  # thousands of patients
}
NO_GROUP = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Content:
    """One unit as it is mapped, judged by the question every unit of a comparison is asked.

    Each is itself alone: what is worked out about one is kept while it is there.

    Args:
        capacities: hours by role and band.
        levels: of every leaf.
        followup: what was decided; None where nothing can be read.
    """

    mapping: Mapping
    catalogue: Catalogue
    capacities: MappingOf[tuple[RoleId, BandId], Capacity]
    levels: tuple[LeafLevel, ...]
    followup: FollowUp | None = None

    @property
    def id(self) -> UnitId:
        """The unit's id."""
        return self.mapping.unit.id

    @property
    def setting(self) -> Setting:
        """What kind of unit it is."""
        return self.mapping.unit.setting

    @cached_property
    def spoken(self) -> tuple[Task, ...]:
        """Tasks that carry work, each once, in the document's order."""
        return tuple({leaf.task_id: leaf.task for leaf in self.mapping.leaves}.values())

    @property
    def tells_who(self) -> bool:
        """Whether work is divided between roles; published sums are often put under one."""
        return len(self.mapping.staffing) > 1

    @cached_property
    def by_leaf(self) -> dict[LeafId, LeafLevel]:
        """Levels by leaf."""
        return {level.leaf: level for level in self.levels}

    @cached_property
    def fte(self) -> Fte:
        """Filled posts of the staff."""
        return sum(s.filled for s in self.mapping.staffing if self.catalogue.is_staff(s.role))

    @cached_property
    def at_hand(self) -> MinutesPerWeek:
        """Minutes a week the staff has, support work included."""
        here = self.capacities.values()
        return sum(one.at_hand for one in here if self.catalogue.is_staff(one.role))

    @cached_property
    def served(self) -> tuple[str, float] | None:
        """Users, beds or thousands listed, and how many; None where the mapping does not say."""
        volumes = self.mapping.volumes
        said = ((kind, volumes.get(word)) for kind, words in SERVED.items() for word in words)
        return next(((kind, number) for kind, number in said if number), None)

    def level(self, role: RoleId) -> int:
        """A role's level; 0 for one the catalogue does not know."""
        return level_of(role, self.catalogue)

    def group(self, task: Task) -> str:
        """Code of a task's group: its own, its library task's, or its parent's."""
        library = self.catalogue.tasks.get(task.library or "")
        code = task.group or (library.group if library else NO_GROUP)
        parent = self.mapping.by_task.get(task.parent or "")
        return code or (self.group(parent) if parent else NO_GROUP)

    def owner(self, leaf: Leaf) -> RoleId | None:
        """The role a leaf's minutes belong to: as written, else the one that does most of it.

        On a tie the higher level (method, section 2); None where nobody does it.
        """
        return leaf.task.minutes_of or main_role(shares_today([leaf]), self)


def shares_today(leaves: Iterable[Leaf]) -> dict[RoleId, float]:
    """Occurrences a week by role over leaves, those nobody does left out."""
    found: dict[RoleId, float] = {}
    for leaf in leaves:
        for band, shares in leaf.today.items():
            for role, share in shares.items():
                times = leaf.count.get(band, 0.0) * share
                if times > 0:
                    found[role] = found.get(role, 0.0) + times
    return found


def main_role(shares: MappingOf[RoleId, float], content: Content) -> RoleId | None:
    """The role with the largest share; None where nobody has any."""
    return next(iter(by_size(shares, content.catalogue)), None)


def by_size(shares: MappingOf[RoleId, float], catalogue: Catalogue) -> list[RoleId]:
    """Roles, the largest share first; on a tie the higher level, then by name."""
    return sorted(
        shares, key=lambda role: (-round(shares[role], 9), -level_of(role, catalogue), role)
    )


def level_of(role: RoleId, catalogue: Catalogue) -> int:
    """A role's level; 0 for one the catalogue does not know."""
    found = catalogue.roles.get(role)
    return found.level if found else 0
