"""Scarce competence that several units could share: what hangs on one person, before and after."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from taskmap.graph.sole import Sole
from taskmap.model.catalogue import Competence
from taskmap.model.leaf import Leaf
from taskmap.model.learning import holders
from taskmap.model.mapping import Mapping
from taskmap.model.programme import OrganisationId, TrainingProgramme
from taskmap.model.staffing import Staffing
from taskmap.model.units import CompetenceId, LeafId, Minutes, MinutesPerWeek, RoleId, UnitId


@dataclass(frozen=True, slots=True)
class Hangs:
    """A task in a unit that at most one person can do.

    Args:
        persons: who can do it there today.
        helpers: persons of the same role who hold what it asks, by other unit.
    """

    unit: UnitId
    leaf: LeafId
    minutes: MinutesPerWeek
    persons: int
    helpers: MappingOf[UnitId, int]

    @property
    def elsewhere(self) -> int:
        """Persons of the same role in the other units who hold what it asks."""
        return sum(self.helpers.values())

    @property
    def held_up(self) -> bool:
        """Whether two or more could do it, were the role shared."""
        return self.persons + self.elsewhere > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """A role several units could share.

    Args:
        units: that would share it: those with tasks that hang, and those who could help.
        competences: that the tasks ask for.
        hangs: the tasks, most minutes first.
    """

    role: RoleId
    units: tuple[UnitId, ...]
    competences: tuple[CompetenceId, ...]
    hangs: tuple[Hangs, ...]

    @property
    def before(self) -> int:
        """Tasks that hang on one person today."""
        return len(self.hangs)

    @property
    def after(self) -> int:
        """Tasks that still would."""
        return sum(not each.held_up for each in self.hangs)

    @property
    def lent(self) -> MinutesPerWeek:
        """Minutes a week of the tasks others could step in for."""
        return sum(each.minutes for each in self.hangs if each.held_up)


def sharings(
    units: MappingOf[UnitId, Mapping],
    sole: MappingOf[UnitId, tuple[Sole, ...]],
    known: MappingOf[CompetenceId, Competence],
) -> tuple[Sharing, ...]:
    """Roles whose tasks hang on one person in a unit while another unit could help.

    Example: a wound nurse is the only one in each of two units: with both in one pool the tasks of
    either hang on two.

    Args:
        units: mappings by unit.
        sole: tasks at most one person can do, by unit.
        known: the catalogue's competences.
    """
    found: dict[RoleId, list[Hangs]] = {}
    for unit, tasks in sole.items():
        for each in tasks:
            if len(each.roles) == 1:
                leaf = units[unit].by_leaf[each.leaf]
                helpers = _elsewhere(unit, each.roles[0], leaf, units, known)
                hangs = Hangs(unit, each.leaf, each.minutes, each.persons, helpers)
                found.setdefault(each.roles[0], []).append(hangs)
    made = [_sharing(role, hangs, units) for role, hangs in found.items()]
    helped = [each for each in made if each.after < each.before]
    return tuple(sorted(helped, key=lambda s: (s.after - s.before, -s.lent, s.role)))


def longest_trip(
    found: Sharing, home: MappingOf[UnitId, OrganisationId], programme: TrainingProgramme
) -> Minutes | None:
    """Minutes one way from the task furthest off to the unit nearest it that could lend.

    Args:
        found: a role that could be shared.
        home: the organisation of each unit.
        programme: says how far the organisations lie from each other.

    Returns:
        None where nobody has said how far it is, as within one organisation.
    """
    nearest = [_nearest(each, home, programme) for each in found.hangs if each.held_up]
    known = [each for each in nearest if each is not None]
    return max(known) if known and len(known) == len(nearest) else None


def _nearest(
    hangs: Hangs, home: MappingOf[UnitId, OrganisationId], programme: TrainingProgramme
) -> Minutes | None:
    here, there = home[hangs.unit], {home[unit] for unit in hangs.helpers}
    ways = [programme.minutes(here, each) for each in there]
    known = [each for each in ways if each is not None]
    return None if here in there else min(known, default=None)


def _sharing(
    role: RoleId,
    hangs: list[Hangs],
    units: MappingOf[UnitId, Mapping],
) -> Sharing:
    helping = {each.unit for each in hangs}
    asked: set[CompetenceId] = set()
    for each in hangs:
        leaf = units[each.unit].by_leaf[each.leaf]
        helping |= set(each.helpers)
        asked |= set(leaf.competences or ())
    ranked = tuple(sorted(hangs, key=lambda each: (-each.minutes, each.unit, each.leaf)))
    return Sharing(
        role=role, units=tuple(u for u in units if u in helping),
        competences=tuple(sorted(asked)), hangs=ranked,
    )  # fmt: skip


def _elsewhere(
    unit: UnitId,
    role: RoleId,
    leaf: Leaf,
    units: MappingOf[UnitId, Mapping],
    known: MappingOf[CompetenceId, Competence],
) -> dict[UnitId, int]:
    """Persons of the role who hold what a task asks, by other unit; not told, nobody."""
    if leaf.competences is None:
        return {}
    found = {
        other: able(mapping.by_role[role], leaf.competences, known)
        for other, mapping in units.items()
        if other != unit and role in mapping.by_role
    }
    return {other: persons for other, persons in found.items() if persons}


def able(
    staffing: Staffing,
    competences: tuple[CompetenceId, ...],
    known: MappingOf[CompetenceId, Competence],
) -> int:
    """How many in a role can hold all of some competences at most: as few as hold the rarest."""
    return min((staffing.persons, *(holders(staffing, each, known) for each in competences)))
