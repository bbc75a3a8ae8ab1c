"""What is written in a fund: needs, answers, money used, what is said, meetings held."""

from collections.abc import Callable, Mapping
from datetime import date

from taskmap import document
from taskmap.errors import FileChanged
from taskmap.model.edit import EditValue
from taskmap.model.finding import Severity
from taskmap.model.fund import MeetingKind, NeedId
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.free_names import free_name
from taskmap.workspace.fund_cards import FundCard
from taskmap.workspace.reach import Reach

_OTHERWISE = "behov"  # id of a need whose name has no letters of ours


class FundWriting:
    """Versions of a fund, each with one thing more.

    Everything here raises ``FileChanged`` where somebody else wrote after the card was seen, and
    the other ``TaskmapError`` of a store that refuses.
    """

    reach: Reach

    def new_need(
        self, card: FundCard, said: Mapping[str, EditValue], signed: Signed
    ) -> tuple[NeedId, Edited]:
        """Somebody's need or idea taken in, and its id."""
        taken = {need.id for need in card.whole.needs}
        name = free_name(str(said["name"]), taken, otherwise=_OTHERWISE)
        return name, self.record_need(card, name, said, signed)

    def record_need(
        self, card: FundCard, need: NeedId, fields: Mapping[str, EditValue], signed: Signed
    ) -> Edited:
        """Write fields of a need anew.

        Args:
            card: the fund as the user saw it.
            need: its id.
            fields: by the document's keys; None takes one away.
            signed: who and when.
        """
        return self._write(card, need, signed, lambda data: document.with_need(data, need, fields))

    def add_to_need(
        self,
        card: FundCard,
        need: NeedId,
        part: str,
        fields: Mapping[str, EditValue],
        signed: Signed,
    ) -> Edited:
        """Put one thing more in a need's list: money that was used, or what somebody says.

        Args:
            card: the fund as the user saw it.
            need: its id.
            part: spent or comments.
            fields: by the document's keys.
            signed: who and when.
        """
        return self._write(
            card, need, signed, lambda data: document.with_more_of_need(data, need, part, fields)
        )

    def record_meeting(
        self,
        card: FundCard,
        kind: MeetingKind,
        on: date,
        comment: Mapping[str, EditValue] | None,
        signed: Signed,
    ) -> Edited:
        """Tell of a meeting that took place, or add what was said to one already told of.

        Args:
            card: the fund as the user saw it.
            kind: which of its groups met.
            on: the day.
            comment: what an office said, by the document's keys; None: nothing.
            signed: who and when.
        """
        return self._write(
            card, kind, signed, lambda data: document.with_meeting_held(data, kind, on, comment)
        )

    def _write(
        self, card: FundCard, why: str, signed: Signed, make: Callable[[bytes], bytes]
    ) -> Edited:
        store, name = self.reach.store(card.path.parent), card.path.name
        there = store.read(name)
        if there.digest != card.digest:
            raise FileChanged(file=card.file, based_on=card.digest, digest=there.digest)
        new = make(there.data)
        _, findings = document.read_fund(new, file=card.file)
        wrong = tuple(f for f in findings if f.severity is Severity.ERROR)
        if wrong:
            return Edited(findings=wrong)
        if new == there.data:
            return Edited()
        version = store.save(name, new, based_on=card.digest, who=signed.who, why=why, at=signed.at)
        return Edited(version=version)
