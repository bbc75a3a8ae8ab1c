"""Staff several units could share: what they would hold up, how far it is, and writing it down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from taskmap import catalogue as catalogues
from taskmap.errors import NothingThere
from taskmap.funding import Hangs, Sharing, lending, longest_trip, other_way, sharings
from taskmap.graph.contract import Graph
from taskmap.graph.sole import Sole, only_one_person
from taskmap.model.edit import Edit
from taskmap.model.partnership import Partnership
from taskmap.model.question import Question
from taskmap.model.units import HoursPerWeek, Minutes, RoleId, UnitId
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.supplying import Supplying
from taskmap.workspace.trained import ProgrammeCard


@dataclass(frozen=True, slots=True)
class Shareable:
    """A task that a role in another unit could step in for, and the units that could lend it."""

    role: RoleId
    hangs: Hangs
    lenders: tuple[UnitId, ...]


class Lending(Supplying):
    """Scarce competence over several units."""

    def programme(self, name: str) -> ProgrammeCard:
        """A partnership's year of courses."""
        raise NotImplementedError

    def edit(self, unit: UnitId, edits: Iterable[Edit], *, based_on: str, signed: Signed) -> Edited:
        """A unit's mapping with edits saved in it."""
        raise NotImplementedError

    def graph(self, unit: UnitId, question: Question) -> Graph:
        """A unit's judged graph."""
        raise NotImplementedError

    def sharings(self, partnership: Partnership) -> tuple[Sharing, ...]:
        """Scarce competences the partnership's units could share."""
        found, _ = self._units_of(partnership.id, illustrative=partnership.illustrative)
        known = catalogues.load(partnership.country).competences
        return sharings(found, {unit: self._sole(unit) for unit in found}, known)

    def trips(self, partnership: Partnership, found: Sequence[Sharing]) -> dict[RoleId, Minutes]:
        """Minutes one way for each shared role, by the partnership's year of courses.

        Where nobody has said how far it is, the role is not among them.
        """
        programme = self.programme(partnership.id).programme
        if programme is None:
            return {}
        home = {u: m.organisation.id for m in partnership.members for u in m.units}
        ways = {each.role: longest_trip(each, home, programme) for each in found}
        return {role: minutes for role, minutes in ways.items() if minutes is not None}

    def shareable(self, found: Sequence[Sharing]) -> tuple[Shareable, ...]:
        """Tasks of shared roles that can be written as done in another unit.

        A case of a task is not among them, for only a whole task has another way; nor is a unit
        that is written as the task's other way already.
        """
        return tuple(self._shareable(found))

    def _shareable(self, found: Sequence[Sharing]) -> Iterator[Shareable]:
        for sharing in found:
            for hangs in sharing.hangs:
                mapping = self.open(hangs.unit).mapping
                leaf = mapping.by_leaf.get(hangs.leaf) if mapping else None
                lenders = lending(hangs, leaf) if leaf and hangs.held_up else ()
                if lenders:
                    yield Shareable(sharing.role, hangs, lenders)

    def share(self, found: Shareable, lender: UnitId, room: HoursPerWeek, signed: Signed) -> Edited:
        """Write a role of another unit as the other way of doing a task.

        Args:
            found: the task and the role.
            lender: the other unit.
            room: hours a week it has said it has.
            signed: who and when.

        Raises:
            MappingHasErrors: the unit's document has errors by now.
            TaskmapError: the edit makes no sense there any more, or the disk refuses.
        """
        opened = self.open(found.hangs.unit)
        if opened.mapping is None:
            raise opened.refusal
        leaf = opened.mapping.by_leaf.get(found.hangs.leaf)
        if leaf is None:
            raise NothingThere(value=found.hangs.leaf)
        edit = other_way(leaf, found.role, lender, room)
        return self.edit(found.hangs.unit, (edit,), based_on=opened.digest, signed=signed)

    def _sole(self, unit: UnitId) -> tuple[Sole, ...]:
        return only_one_person(self.graph(unit, self.question()))
