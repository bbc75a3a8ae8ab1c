"""The hall's papers: what stands in them is worked out here, set in ``typeset``."""

from pathlib import Path

from taskmap import workload
from taskmap.errors import MeasureNotFound, OutsideRefused
from taskmap.followup import matching
from taskmap.language import Reader
from taskmap.leon.telling.alone import alone
from taskmap.model.explanations import Path as Way
from taskmap.model.followup import Measure
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.model.units import MeasureId, UnitId
from taskmap.present.blocks import Told
from taskmap.present.figures.naming import Naming
from taskmap.report import BOOKS, KINDS, TOLD, book, calendar, paper, word
from taskmap.report import About as Worked
from taskmap.workspace import analyses, asking, leaving
from taskmap.workspace.about import About
from taskmap.workspace.answers import Progress
from taskmap.workspace.cards import Opened
from taskmap.workspace.following import Following, FollowUpCard

PAPERS = {
    **{kind: (".pdf", ".xlsx") if kind in BOOKS else (".pdf",) for kind in KINDS},
    **dict.fromkeys(TOLD, (".pdf", ".docx", ".xlsx")),
}
CASE, ACTIONS = "case", "actions"
PAPERS[ACTIONS] = (*PAPERS[ACTIONS], ".ics")


class Reporting(Following):
    """A unit on paper."""

    outside: bool

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def suggest(self, unit: UnitId, question: Question, progress: Progress | None = None) -> Plan:
        """A plan."""
        raise NotImplementedError

    def path(self, unit: UnitId, question: Question, progress: Progress | None = None) -> Way:
        """The order its decisions can be taken in."""
        raise NotImplementedError

    def paper(  # noqa: PLR0913 - everything a paper depends on
        self,
        unit: UnitId,
        kind: str,
        question: Question,
        reader: Reader,
        *,
        ending: str = ".pdf",
        blank: bool = False,
        measure: MeasureId | None = None,
    ) -> bytes:
        """A paper about a unit.

        Args:
            unit: id or file.
            kind: one of ``PAPERS``.
            question: the day and the price that levels are worked out for; what a case asks.
            reader: the language.
            ending: of the file, one of the kind's.
            blank: who could do a task is left open on the cards.
            measure: the one thing decided about that a case is on.

        Raises:
            MappingHasErrors: the document has errors.
            MeasureNotFound: nothing of that id was decided about.
            OutsideRefused: a case is for the committee that handles it, which is inside.
            PaperFailed: a fault of ours.
            QuestionImpossible: a case asks for what cannot be had.
            WorkLimitReached: it is larger than a paper may be.
        """
        make = {".pdf": paper, ".docx": word, ".xlsx": book, ".ics": _dated}[ending]
        if self.outside and kind == CASE:
            raise OutsideRefused(kind=kind)
        with self.reach.handing_out(kind, ending, unit, outside=self.outside):
            worked = self.worked(unit, question, reader, kind, blank=blank, measure=measure)
            return make(kind, worked)

    def told(  # noqa: PLR0913 - as above
        self,
        unit: UnitId,
        kind: str,
        question: Question,
        reader: Reader,
        *,
        measure: MeasureId | None = None,
        progress: Progress | None = None,
    ) -> Told:
        """A paper of sections as a page shows it; arguments and refusals are those of ``paper``."""
        worked = self.worked(unit, question, reader, kind, measure=measure, progress=progress)
        return TOLD[kind](worked)

    def worked(  # noqa: PLR0913 - as above
        self,
        unit: UnitId,
        question: Question,
        reader: Reader,
        kind: str = "unit",
        *,
        blank: bool = False,
        measure: MeasureId | None = None,
        progress: Progress | None = None,
    ) -> Worked:
        """What a paper about a unit has to tell of; arguments and refusals as of ``paper``."""
        opened = self.open(unit)
        if opened.mapping is None or opened.catalogue is None:
            raise opened.refusal
        named = asking.of_leaves(question, opened.mapping)
        about = About(opened.digest, opened.mapping, opened.catalogue, named)
        scenarios = (card.scenario for card in opened.scenarios)
        card = self.followup(unit) if kind in TOLD else None
        if card is not None:
            card = leaving.decided(card, opened)
        one = _measure(measure, card)
        plan = self.suggest(unit, question, progress) if kind == CASE else None
        many = plan is not None and one is None and len(plan.moves) > 1
        if plan is not None and one is not None:
            plan = _of_measure(plan, one, about)
        return Worked(
            naming=Naming(reader, opened.mapping, opened.catalogue),
            levels=analyses.levels(about),
            capacities=analyses.capacities(about),
            findings=opened.findings,
            assumptions=workload.assumptions(opened.mapping, opened.catalogue),
            outside=opened.left_out,
            as_of=question.as_of,
            price=question.price,
            scenarios=tuple(scenario for scenario in scenarios if scenario is not None),
            blank=blank,
            plan=plan,
            path=self.path(unit, question, progress) if many else None,
            followup=card.followup if card is not None else None,
            now=card.mapping if card is not None else "",
            measure=one,
        )


def _dated(_kind: str, about: Worked) -> bytes:
    """What is due, for a calendar."""
    return calendar(about)


def _of_measure(plan: Plan, one: Measure, about: About) -> Plan:
    """What the measure does alone; the plan as it is where it does not hold the measure's move."""
    move = next((m for m in plan.moves if matching.is_about(one, m)), None)
    return plan if move is None else alone(plan, move, about.mapping, about.catalogue)


def _measure(named: MeasureId | None, card: FollowUpCard | None) -> Measure | None:
    """One measure by its id; None where none is named."""
    if named is None or card is None:
        return None
    found = card.measure(named)
    if found is None:
        known = tuple(m.id for m in card.followup.measures) if card.followup else ()
        raise MeasureNotFound(measure=named, file=card.file, known=known)
    return found
