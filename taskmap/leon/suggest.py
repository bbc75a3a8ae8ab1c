"""A mapping and a question in, an explained and proved plan out."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from taskmap.errors import PlanNotProved
from taskmap.leon.case import Case, Progress, silent
from taskmap.leon.first import Earlier, first
from taskmap.leon.telling.moves import Moving
from taskmap.leon.telling.open_questions import has_unknown, open_questions
from taskmap.leon.telling.plan import plan
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import OpenQuestion, Plan
from taskmap.model.question import Question


def suggest(  # noqa: PLR0913 - what is asked, and who is told meanwhile
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    progress: Progress | None = None,
    at_once: Callable[[Plan], None] | None = None,
    earlier: Earlier | None = None,
) -> Plan:
    """The best plan for a question, or the best found within its work limit, with its gap.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: price, limits, pins and the rest.
        progress: called with what is being done and the part that is done, 0 to 1.
        at_once: called with a first plan and its gap before the best one is sought; the answer is
            the same whether it is asked for or not.
        earlier: the unit's last plan, before an edit, for the first plan to start from.

    Raises:
        QuestionImpossible: the question's own demands contradict each other.
        PlanNotProved: the finished plan failed the exact re-check.
    """
    told = progress or silent
    told("judge", 0.0)
    case = Case.of(mapping, catalogue, question)
    if at_once is not None:
        with suppress(PlanNotProved):  # the one that is proved follows all the same
            at_once(plan(first(case, earlier), ()))
    main = case.solved(_part(told, 0.05, 0.75))
    return plan(main, _asked(case, main, _part(told, 0.75, 0.98)))


def _asked(case: Case, main: Moving, told: Progress) -> tuple[OpenQuestion, ...]:
    """Solve once more with what is unknown taken as allowed; only the price matters there."""
    if case.question.open_unknown or not has_unknown(main):
        return ()
    question = replace(case.question, open_unknown=True, max_changes=None)
    return open_questions(replace(case, question=question).solved(told, "price"))


def _part(told: Progress, start: float, end: float) -> Progress:
    return lambda name, done: told(name, start + (end - start) * done)
