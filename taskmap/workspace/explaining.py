"""The hall's answers beside the plan: why, what if, and how sure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from taskmap.confined.under_way import Tells
from taskmap.errors import FormatUnknown
from taskmap.leon.explain.clash import clash
from taskmap.leon.explain.freeing import freeings
from taskmap.leon.explain.path import path
from taskmap.leon.explain.spread import spread
from taskmap.leon.explain.worth import worth
from taskmap.leon.exported import exported
from taskmap.leon.first import Earlier
from taskmap.leon.robustness.front import front
from taskmap.leon.robustness.sampling import sureness
from taskmap.leon.robustness.stress import stress
from taskmap.leon.suggest import suggest
from taskmap.model.explanations import (
    Freeing,
    Front,
    Path,
    Spread,
    Step,
    Stress,
    Sureness,
    Worth,
)
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.model.units import UnitId
from taskmap.remembered import Remembered
from taskmap.workspace.about import About
from taskmap.workspace.answers import Progress, answer
from taskmap.workspace.reach import Reach

MOST_FREED = 10
SAMPLES = 1000
POINTS = 20
MODEL_FORMATS = (".lp", ".mps")
PLAN_PART = 0.3  # of the progress, where an answer is about a plan


@dataclass(frozen=True, slots=True)
class Ask:
    """What works an answer out, whether it is about the plan, and whether it tells on the way."""

    function: Callable[..., Any]
    of_plan: bool = False
    tells: bool = True


_LATEST: Remembered[Earlier] = Remembered(256)

ASKS: dict[str, Ask] = {
    "clash": Ask(clash, tells=False),
    "freeings": Ask(freeings, of_plan=True),
    "worth": Ask(worth),
    "path": Ask(path),
    "spread": Ask(spread),
    "sureness": Ask(sureness, of_plan=True),
    "stress": Ask(stress, of_plan=True),
    "exported": Ask(exported, tells=False),
}


class Explaining:
    """Answers about a unit and a question, each worked once for the same content.

    All may raise what ``suggest`` raises; those about a plan work it out first, unless it is
    remembered.
    """

    reach: Reach
    outside: bool

    def about(self, unit: UnitId, question: Question) -> About:
        """The unit's content and the question, its tasks replaced by their leaves."""
        raise NotImplementedError

    def suggest(
        self,
        unit: UnitId,
        question: Question,
        progress: Progress | None = None,
        at_once: Callable[[Plan], None] | None = None,
    ) -> Plan:
        """A plan, worked out in a child process with limits, and remembered.

        Args:
            unit: id or file.
            question: what is asked.
            progress: called with what is being done and the part done.
            at_once: called with a first plan and its gap; not where the answer is remembered.

        Raises:
            MappingHasErrors: the document has errors.
            QuestionImpossible: the question's demands contradict each other; ``clash`` says which.
            PlanNotProved: the answer failed the exact re-check.
            WorkLimitReached: the child used more time or memory than it may.
        """
        about = self.about(unit, question)
        key = (self.reach.folder, unit, about.catalogue.digest)
        helped = {"earlier": _LATEST.held(key)} if at_once else {}
        plan = answer(suggest, about, tells=_tells(progress, at_once), helped=helped)
        _LATEST.hold(key, Earlier(mapping=about.mapping, question=about.question, plan=plan))
        return plan

    def clash(self, unit: UnitId, question: Question) -> tuple[Step, ...]:
        """The smallest set of demands that cannot hold together; empty where all can."""
        steps: tuple[Step, ...] = self._answer("clash", unit, question)
        return steps

    def freeings(
        self,
        unit: UnitId,
        question: Question,
        most: int = MOST_FREED,
        progress: Progress | None = None,
    ) -> tuple[Freeing, ...]:
        """The smallest change that frees each of the most valuable tasks that stay."""
        found: tuple[Freeing, ...] = self._answer("freeings", unit, question, progress, most=most)
        return found

    def worth(
        self, unit: UnitId, question: Question, progress: Progress | None = None
    ) -> tuple[Worth, ...]:
        """What one more hour, person or krone is worth."""
        found: tuple[Worth, ...] = self._answer("worth", unit, question, progress)
        return found

    def path(self, unit: UnitId, question: Question, progress: Progress | None = None) -> Path:
        """The next three decisions, and the way from there to the whole plan."""
        found: Path = self._answer("path", unit, question, progress)
        return found

    def spread(
        self, unit: UnitId, question: Question, progress: Progress | None = None
    ) -> tuple[Spread, ...]:
        """Few hands or many: what it costs to go either way."""
        found: tuple[Spread, ...] = self._answer("spread", unit, question, progress)
        return found

    def sureness(
        self,
        unit: UnitId,
        question: Question,
        samples: int = SAMPLES,
        seed: int = 0,
        progress: Progress | None = None,
    ) -> Sureness:
        """How the plan and its moves fare when minutes and counts are drawn anew."""
        found: Sureness = self._answer(
            "sureness", unit, question, progress, samples=samples, seed=seed
        )
        return found

    def stress(
        self, unit: UnitId, question: Question, progress: Progress | None = None
    ) -> tuple[Stress, ...]:
        """Whether the plan stands illness, a vacancy and a summer."""
        found: tuple[Stress, ...] = self._answer("stress", unit, question, progress)
        return found

    def front(
        self,
        unit: UnitId,
        question: Question,
        most: int = POINTS,
        progress: Progress | None = None,
        at_once: Callable[[Front], None] | None = None,
    ) -> Front:
        """Plans from few changes to many, and from no training money to all that pays.

        ``at_once`` is called with plans found soon and their gaps, unless the answer is remembered.
        """
        about, named = self.about(unit, question), {"most": most}
        found: Front = answer(front, about, named=named, tells=_tells(progress, at_once))
        return found

    def model_file(self, unit: UnitId, question: Question, ending: str) -> bytes:
        """The programme of the question for another solver, with our names of rows and columns.

        Raises:
            FormatUnknown: another ending than those of ``MODEL_FORMATS``.
        """
        if ending not in MODEL_FORMATS:
            raise FormatUnknown(ending=ending, known=MODEL_FORMATS)
        with self.reach.handing_out("model", ending, unit, outside=self.outside):
            found: bytes = self._answer("exported", unit, question, ending=ending)
            return found

    def _answer(
        self,
        name: str,
        unit: UnitId,
        question: Question,
        progress: Progress | None = None,
        **named: Any,
    ) -> Any:
        ask, about = ASKS[name], self.about(unit, question)
        further: tuple[Plan, ...] = ()
        if ask.of_plan:
            plan = answer(suggest, about, tells=_tells(_part(progress, 0, PLAN_PART)))
            further, progress = (plan,), _part(progress, PLAN_PART, 1)
        told = _tells(progress if ask.tells else None)
        return answer(ask.function, about, *further, named=named, tells=told)


def _tells(progress: Progress | None, at_once: Callable[..., None] | None = None) -> Tells:
    named: dict[str, Callable[..., None] | None] = {"progress": progress, "at_once": at_once}
    return {name: told for name, told in named.items() if told is not None}


def _part(told: Progress | None, start: float, end: float) -> Progress | None:
    if told is None:
        return None
    return lambda name, done: told(name, start + (end - start) * done)
