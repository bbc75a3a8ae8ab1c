"""The hall's papers: what stands in them is worked out here, set in ``typeset``."""

from pathlib import Path

from taskmap import workload
from taskmap.language import Reader
from taskmap.model.capacity import Capacity
from taskmap.model.plan import LeafLevel
from taskmap.model.question import Question
from taskmap.model.units import BandId, RoleId, UnitId
from taskmap.present.figures.naming import Naming
from taskmap.report import KINDS, About, paper
from taskmap.workspace.cards import Opened

PAPERS = tuple(KINDS)


class Reporting:
    """A unit on paper."""

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def levels(self, unit: UnitId, question: Question) -> tuple[LeafLevel, ...]:
        """Where each leaf is done today and its effective level."""
        raise NotImplementedError

    def capacities(self, unit: UnitId, question: Question) -> dict[tuple[RoleId, BandId], Capacity]:
        """Hours by role and band."""
        raise NotImplementedError

    def paper(
        self, unit: UnitId, kind: str, question: Question, reader: Reader, *, blank: bool = False
    ) -> bytes:
        """A paper about a unit, as PDF.

        Args:
            unit: id or file.
            kind: one of ``PAPERS``.
            question: the day and the price that levels are worked out for.
            reader: the language.
            blank: who could do a task is left open on the cards.

        Raises:
            MappingHasErrors: the document has errors.
            PaperFailed: a fault of ours.
            WorkLimitReached: it is larger than a paper may be.
        """
        opened = self.open(unit)
        if opened.mapping is None or opened.catalogue is None:
            raise opened.refusal
        scenarios = (card.scenario for card in opened.scenarios)
        about = About(
            naming=Naming(reader, opened.mapping, opened.catalogue),
            levels=self.levels(unit, question),
            capacities=self.capacities(unit, question),
            findings=opened.findings,
            assumptions=workload.assumptions(opened.mapping, opened.catalogue),
            price=question.price,
            scenarios=tuple(scenario for scenario in scenarios if scenario is not None),
            blank=blank,
        )
        return paper(kind, about)
