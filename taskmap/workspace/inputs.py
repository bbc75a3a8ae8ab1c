"""Groups of professions that map the same unit side by side, and the leader who decides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from taskmap import document
from taskmap.errors import InputClosed, InputNotFound, InputTooFew
from taskmap.model.edit import Edit
from taskmap.model.input import GroupId, Input
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.model.units import RoleId, TaskId, UnitId
from taskmap.workspace import input_cards
from taskmap.workspace.answering import Answering
from taskmap.workspace.beside import Beside
from taskmap.workspace.cards import InputCard
from taskmap.workspace.editing import Edited, Editing, Signed, Stands
from taskmap.workspace.free_names import free_name
from taskmap.workspace.weighing import Aspect, Weighed, taken, weighed

_LEAST = 2  # groups there is something to compare of
_OTHERWISE = "gruppe"


@dataclass(frozen=True, slots=True)
class MayAnswer:
    """A profession that is in no group yet.

    Args:
        persons: heads in it.
        alone: whether it reaches the privacy floor by itself.
    """

    role: RoleId
    persons: int
    alone: bool


class Inputs(Beside, Editing):
    """What groups and their leader do beside a unit's mapping."""

    def inputs(self, unit: UnitId) -> tuple[InputCard, ...]:
        """The unit's groups, with their findings."""
        return input_cards.beside(self.open(unit), self.reach)

    def may_answer(self, unit: UnitId) -> tuple[MayAnswer, ...]:
        """Staff of the unit in no group yet, in the staffing's order."""
        opened = self.open(unit)
        if opened.mapping is None or opened.catalogue is None:
            return ()
        catalogue = opened.catalogue
        there = {role for card in self.inputs(unit) if card.input for role in card.input.roles}
        return tuple(
            MayAnswer(post.role, post.persons, self.enough(post.persons))
            for post in opened.mapping.staffing
            if catalogue.is_staff(post.role) and post.persons and post.role not in there
        )

    @staticmethod
    def enough(persons: int) -> bool:
        """Whether so many may answer as a group."""
        return persons >= PRIVACY_FLOOR

    def begin_input(self, unit: UnitId, roles: Sequence[RoleId], signed: Signed) -> GroupId:
        """A group that has said nothing yet.

        Raises:
            InputTooFew: together they are fewer than the privacy floor.
            TaskmapError: the disk refuses.
        """
        found = {each.role: each.persons for each in self.may_answer(unit)}
        persons = sum(found.get(role, 0) for role in roles)
        if not self.enough(persons):
            raise InputTooFew(persons=persons, floor=PRIVACY_FLOOR)
        opened = self.open(unit)
        folder = self.reach.store(opened.path.parent)
        before, after = f"{unit}.input.", ".yaml"
        names = (*(stored.name for stored in folder.documents()), *folder.missing())
        files = {name.removeprefix(before).removesuffix(after) for name in names}
        own = free_name(" ".join(roles), files, otherwise=_OTHERWISE)
        new = Input(id=own, unit=unit, roles=tuple(roles), on=signed.at.date())
        folder.save(
            f"{before}{own}{after}", document.new_input(new),
            based_on=None, who=own, why="", at=signed.at,
        )  # fmt: skip
        return own

    def answering(self, unit: UnitId, group: GroupId) -> Answering:
        """A group's sheet, to be edited as the unit is.

        Raises:
            InputNotFound: there is no such group, or its answers cannot be shown.
        """
        opened, card = self.open(unit), self._input(unit, group)
        if card.input is None or card.sheet is None:
            raise InputNotFound(group=group, unit=unit)
        sheet = replace(opened, mapping=card.sheet, findings=())
        found = Answering(opened, sheet, card, self.reach)
        return Answering(opened, replace(sheet, digest=found.said(unit)[1]), card, self.reach)

    def finish_input(
        self, unit: UnitId, group: GroupId, signed: Signed, *, done: bool = True
    ) -> None:
        """A group has finished, or answers again where nothing has been compared yet.

        Raises:
            InputClosed: the answers lie open already.
            TaskmapError: there is no such group, or the disk refuses.
        """
        if not done and self.comparable(unit):
            raise InputClosed(group=group)
        folder, card = self._beside(unit), self._input(unit, group)
        stored = folder.read(card.file)
        folder.save(
            card.file, document.input_done(stored.data, signed.at.date() if done else None),
            based_on=stored.digest, who=card.id, why="", at=signed.at,
        )  # fmt: skip

    def remove_input(self, unit: UnitId, group: GroupId) -> str:
        """Take a group away; its versions are kept, and the answer names what to put back."""
        folder, card = self._beside(unit), self._input(unit, group)
        folder.take_away(card.file, based_on=folder.read(card.file).digest)
        return card.file

    def comparable(self, unit: UnitId) -> bool:
        """Whether the answers lie open: two groups or more, and all of them have finished."""
        cards = self.inputs(unit)
        shown = [card for card in cards if card.sheet is not None]
        return len(shown) >= _LEAST and all(card.done for card in shown)

    def weighed(self, unit: UnitId) -> tuple[Weighed, ...]:
        """What the groups say side by side; nothing before all of them have finished."""
        if not self.comparable(unit):
            return ()
        return weighed(self.inputs(unit), tuple(self.said(unit)[0]))

    def deciding(
        self, unit: UnitId, decided: Sequence[tuple[TaskId, Aspect, Sequence[GroupId]]]
    ) -> tuple[Edit, ...]:
        """Edits that let the mapping say what groups say.

        Args:
            unit: id.
            decided: by task and aspect, whose answer: one group's, or what several say together.
        """
        opened = self.open(unit)
        if opened.mapping is None:
            raise opened.refusal
        said, cards = self.said(unit)[0], {card.id: card for card in self.inputs(unit)}
        by_task: dict[tuple[TaskId, tuple[GroupId, ...]], list[Aspect]] = {}
        for task, aspect, groups in decided:
            by_task.setdefault((task, tuple(groups)), []).append(aspect)
        return tuple(
            edit
            for (task, groups), aspects in by_task.items()
            for edit in taken(
                said[task], opened.mapping, [cards[group] for group in groups], aspects
            )
        )

    def decide_input(  # noqa: PLR0913 - everything a version tells
        self,
        unit: UnitId,
        decided: Sequence[tuple[TaskId, Aspect, Sequence[GroupId]]],
        *,
        based_on: str,
        signed: Signed,
        why: str,
        stands: Stands | None = None,
    ) -> Edited:
        """Let the mapping say so, as a new version; the groups' answers stay.

        Raises:
            TaskmapError: as ``edit``.
        """
        edits = self.deciding(unit, decided)
        return self.edit(unit, edits, based_on=based_on, signed=signed, why=why, stands=stands)

    def _input(self, unit: UnitId, group: GroupId) -> InputCard:
        for card in self.inputs(unit):
            if card.id == group:
                return card
        raise InputNotFound(group=group, unit=unit)
