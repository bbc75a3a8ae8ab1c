"""The hall's papers: what stands in them is worked out here, set in ``typeset``."""

from pathlib import Path

from taskmap import workload
from taskmap.language import Reader
from taskmap.model.question import Question
from taskmap.model.units import UnitId
from taskmap.present.figures.naming import Naming
from taskmap.report import BOOKS, KINDS, book, paper
from taskmap.report import About as Told
from taskmap.workspace import analyses, asking
from taskmap.workspace.about import About
from taskmap.workspace.cards import Opened

PAPERS = {kind: (".pdf", ".xlsx") if kind in BOOKS else (".pdf",) for kind in KINDS}


class Reporting:
    """A unit on paper."""

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
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
        return paper(kind, self.told(unit, question, reader, blank=blank))

    def book(self, unit: UnitId, kind: str, question: Question, reader: Reader) -> bytes:
        """The tables of a paper as a workbook, for those who count on.

        Args:
            unit: id or file.
            kind: one of ``PAPERS`` with the ending ``.xlsx``.
            question: as for ``paper``.
            reader: the language.

        Raises:
            MappingHasErrors: the document has errors.
        """
        return book(kind, self.told(unit, question, reader))

    def told(
        self, unit: UnitId, question: Question, reader: Reader, *, blank: bool = False
    ) -> Told:
        """What a paper about a unit has to tell of.

        Raises:
            MappingHasErrors: the document has errors.
        """
        opened = self.open(unit)
        if opened.mapping is None or opened.catalogue is None:
            raise opened.refusal
        named = asking.of_leaves(question, opened.mapping)
        about = About(opened.digest, opened.mapping, opened.catalogue, named)
        scenarios = (card.scenario for card in opened.scenarios)
        return Told(
            naming=Naming(reader, opened.mapping, opened.catalogue),
            levels=analyses.levels(about),
            capacities=analyses.capacities(about),
            findings=opened.findings,
            assumptions=workload.assumptions(opened.mapping, opened.catalogue),
            as_of=question.as_of,
            price=question.price,
            scenarios=tuple(scenario for scenario in scenarios if scenario is not None),
            blank=blank,
        )
