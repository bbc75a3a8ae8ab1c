"""Those who have a say in a unit's plan: what they said, hold back, and which duties are met."""

from collections.abc import Mapping
from datetime import date

from taskmap import document
from taskmap.followup import Owed, owed
from taskmap.model.edit import EditValue
from taskmap.model.participation import About, Comment, Hold, Meeting
from taskmap.model.units import DutyId, UnitId
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.following import FollowUpCard
from taskmap.workspace.free_names import free_name
from taskmap.workspace.taking_back import TakingBack

MEETINGS, COMMENTS, HOLDS, DUTIES = "meetings", "comments", "holds", "duties"
_OTHERWISE = "innspill"  # id of one whose office has no letters of ours


class Participating(TakingBack):
    """What representatives, committees and staff say, beside what is decided."""

    def duties(self, unit: UnitId) -> tuple[Owed, ...]:
        """The statutory duties that bear on the unit's plan, with what was said of each.

        Raises:
            MappingHasErrors: the unit's document has errors.
        """
        opened = self._mapped(unit)
        card = self.followup(unit)
        if opened.mapping is None or opened.catalogue is None or card.followup is None:
            return ()
        return owed(opened.catalogue, opened.mapping, card.followup)

    def speak(
        self,
        unit: UnitId,
        part: str,
        said: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """Add a meeting, a comment or a hold; what stands there is never changed.

        Args:
            unit: id.
            part: meetings, comments or holds.
            said: by the document's fields.
            based_on: digest of the decisions the user saw; None: there were none.
            signed: who and when.

        Raises:
            FileChanged: somebody else wrote meanwhile.
            TaskmapError: the disk refuses.
        """
        known = _known(self.followup(unit), part)
        name = free_name(str(said.get("office") or said["kind"]), known, otherwise=_OTHERWISE)
        return self._written(unit, part, name, said, based_on=based_on, signed=signed)

    def lift(  # noqa: PLR0913 - which hold, when and why
        self,
        unit: UnitId,
        hold: str,
        on: date,
        why: str | None,
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """Let something that was on hold go on; the hold stays to be read."""
        said: dict[str, EditValue] = {"lifted": on, "lifted_why": why}
        return self._written(unit, HOLDS, hold, said, based_on=based_on, signed=signed)

    def say_duty(
        self,
        unit: UnitId,
        duty: DutyId,
        said: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """Say of a duty whether it is met, when and by which meeting."""
        return self._written(unit, DUTIES, duty, said, based_on=based_on, signed=signed)

    def _written(  # noqa: PLR0913 - what stands where
        self,
        unit: UnitId,
        part: str,
        id_: str,
        said: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        return self._rewritten(
            unit,
            lambda data: document.with_participation(data, part, id_, said),
            why=f"{part}: {id_}", based_on=based_on, signed=signed,
        )  # fmt: skip


def about_said(about: About) -> dict[str, EditValue] | None:
    """What is spoken of by the document's fields; None of the whole plan."""
    said = {
        "measure": about.measure, "task": about.task, "case": about.case,
        "from": about.giver, "to": about.receiver,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value is not None} or None


def _known(card: FollowUpCard, part: str) -> set[str]:
    if card.followup is None:
        return set()
    having_a_say = card.followup.participation
    found: dict[str, tuple[Meeting | Comment | Hold, ...]] = {
        MEETINGS: having_a_say.meetings, COMMENTS: having_a_say.comments, HOLDS: having_a_say.holds,
    }  # fmt: skip
    return {each.id for each in found[part]}
