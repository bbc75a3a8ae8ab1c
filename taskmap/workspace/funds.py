"""Funds of a folder: opened, divided, and handed out."""

from datetime import date
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap.errors import FundNotFound
from taskmap.funding import Agenda, Divided, RoleAhead, agendas, divide
from taskmap.language import Reader
from taskmap.model.catalogue import Catalogue
from taskmap.model.fund import Fund, Need, Payer
from taskmap.model.partnership import Partnership
from taskmap.model.unit import Country
from taskmap.present.fund import Told
from taskmap.remembered import Remembered
from taskmap.report.application import application, as_text
from taskmap.report.application import lacks as application_lacks
from taskmap.report.application import to as application_to
from taskmap.report.supply import supply_paper
from taskmap.workspace.cards import UnitCard
from taskmap.workspace.fund_cards import FundCard, card_of
from taskmap.workspace.fund_writing import FundWriting
from taskmap.workspace.opening import nearest
from taskmap.workspace.reach import Reach

__all__ = ["Funds", "application_lacks", "application_to", "vocabulary"]

_DIVIDED: Remembered[Divided] = Remembered(16)


class Funds(FundWriting):
    """Money and what people ask it for."""

    folder: Path
    today: date
    reach: Reach

    def units(self) -> tuple[UnitCard, ...]:
        """Every unit in the folder."""
        raise NotImplementedError

    def partnerships(self) -> tuple[Partnership, ...]:
        """Every partnership that can be read."""
        raise NotImplementedError

    def funds(self) -> tuple[FundCard, ...]:
        """Every fund in the folder, by name."""
        stored = (each for each in self.reach.store().documents() if each.kind == "fund")
        cards = (card_of(each) for each in stored)
        return tuple(sorted(cards, key=lambda card: (card.fund.name if card.fund else "", card.id)))

    def fund(self, name: str | Path) -> FundCard:
        """A fund by its id, or a file by its path.

        Raises:
            FundNotFound: neither a fund nor a file of that name.
        """
        cards = self.funds()
        found = next((card for card in cards if card.id == str(name)), None)
        if found is not None:
            return found
        file = self.reach.file(name)
        if file is not None:
            return card_of(file)
        near = nearest(str(name), [card.id for card in cards])
        raise FundNotFound(fund=str(name), folder=self.folder.as_posix(), nearest=near)

    def fund_of(self, partnership: Partnership) -> FundCard | None:
        """The first fund a partnership's units share; None where there is none."""
        return next(
            (c for c in self.funds() if c.fund and c.fund.partnership == partnership.id), None
        )

    def divided(self, card: FundCard) -> Divided:
        """A fund's money divided, once for each content.

        Raises:
            FundHasErrors: its document has errors.
            PlanNotProved: the answer failed the exact re-check.
        """
        fund = card.whole
        return _DIVIDED.get(card.digest, lambda: divide(fund))

    def agendas(self, card: FundCard) -> tuple[Agenda, ...]:
        """The next meeting of each group, with what is open."""
        return agendas(card.whole, self.divided(card).planned, self.today)

    def named(self, card: FundCard, reader: Reader) -> Told:
        """A card's fund with the names of those who ask."""
        return self.told_of(card.whole, reader)

    def told_of(self, fund: Fund, reader: Reader) -> Told:
        """A fund with the names of those who ask, as ``present`` tells of it."""
        names = {unit.id: unit.name for unit in self.units()}
        for partnership in self.partnerships():
            names |= {m.organisation.id: m.organisation.name for m in partnership.members}
        return Told(fund, reader, names)

    def application(self, card: FundCard, need: Need, payer: Payer, reader: Reader) -> bytes:
        """A draft of an application as PDF; what nobody has said is told as missing.

        Raises:
            PaperFailed: a fault of ours.
        """
        with self.reach.handing_out("application", ".pdf"):
            return application(self.named(card, reader), need, payer, self.today)

    def application_text(self, card: FundCard, need: Need, payer: Payer, reader: Reader) -> str:
        """The same as text, to paste into the payer's own form."""
        with self.reach.handing_out("application", ".txt"):
            return as_text(self.named(card, reader), need, payer, self.today)

    def supply_paper(
        self, card: FundCard, roles: tuple[RoleAhead, ...], reader: Reader, *, with_moves: bool
    ) -> bytes:
        """The report on who there will be, as PDF.

        Args:
            card: the fund.
            roles: who there will be in each.
            reader: the language.
            with_moves: the units' suggestions are counted in them.

        Raises:
            PaperFailed: a fault of ours.
        """
        with self.reach.handing_out("supply", ".pdf"):
            told, words = self.named(card, reader), vocabulary(card.whole.country)
            return supply_paper(told, roles, words, self.today, with_moves=with_moves)


def vocabulary(country: Country) -> Catalogue:
    """The words of a fund's country: roles and competences."""
    return catalogues.load(country)
