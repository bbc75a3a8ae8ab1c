"""What is written in a fund: needs, answers, money, what is said, meetings, stories."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from taskmap import document
from taskmap.model.edit import EditValue
from taskmap.model.finding import Finding
from taskmap.model.fund import BudgetYear, Fund, MeetingKind, NeedId
from taskmap.model.version import Version
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.free_names import free_name
from taskmap.workspace.fund_cards import FundCard
from taskmap.workspace.reach import Reach
from taskmap.workspace.shared_writing import last_and_before, write

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

    def record_budget(self, card: FundCard, years: Sequence[BudgetYear], signed: Signed) -> Edited:
        """Write the money of some years anew, or of years that are not there yet.

        Args:
            card: the fund as the user saw it.
            years: their amounts and reserves.
            signed: who and when.
        """
        return self._write(card, "budget", signed, lambda data: document.with_budget(data, years))

    def add_story(self, card: FundCard, fields: Mapping[str, EditValue], signed: Signed) -> Edited:
        """Tell of something worth telling, with where it is known from.

        Args:
            card: the fund as the user saw it.
            fields: of the story, by the document's keys.
            signed: who and when.
        """
        return self._write(card, "stories", signed, lambda data: document.with_story(data, fields))

    def record_supply(self, card: FundCard, on: date, signed: Signed) -> Edited:
        """Write down that the analysis of supply was made that day."""
        return self._write(card, "supply", signed, lambda data: document.with_supply_done(data, on))

    def last_of_fund(self, card: FundCard) -> Version | None:
        """The last version, where it can be taken back: what people said is never taken back."""
        found = last_and_before(self.reach, card)
        if found is None or card.fund is None:
            return None
        before, _ = document.read_fund(found[1], file=card.file)
        return found[0] if before is not None and _said(before) == _said(card.fund) else None

    def take_back_fund(self, card: FundCard, signed: Signed) -> Edited:
        """Let what stood before the last change stand again, as a new version."""
        last, found = self.last_of_fund(card), last_and_before(self.reach, card)
        if last is None or found is None:
            return Edited()
        return self._write(card, last.why, signed, lambda _: found[1])

    def _write(
        self, card: FundCard, why: str, signed: Signed, make: Callable[[bytes], bytes]
    ) -> Edited:
        def findings(data: bytes) -> tuple[Finding, ...]:
            return document.read_fund(data, file=card.file)[1]

        return write(self.reach, card, make, findings, why=why, signed=signed)


def _said(fund: Fund) -> tuple[object, ...]:
    """What people said: of needs, and at meetings."""
    of_needs = {need.id: (need.comments, need.union) for need in fund.needs}
    told = {id_: said for id_, said in of_needs.items() if any(said)}
    return told, [held.comments for group in fund.meetings for held in group.held if held.comments]
