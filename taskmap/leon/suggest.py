"""A mapping and a question in, an explained and proved plan out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from taskmap.leon.canonical import Canonical, canonical
from taskmap.leon.judge import judge
from taskmap.leon.moves import Moving
from taskmap.leon.open_questions import has_unknown, open_questions
from taskmap.leon.plan import plan
from taskmap.leon.problem import Problem, Whole
from taskmap.leon.problem_from import problem_from
from taskmap.leon.programme.objective import NAMES
from taskmap.leon.solve import Solution, solve
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import OpenQuestion, Plan
from taskmap.model.question import Question
from taskmap.model.ruling import Rulings
from taskmap.solver.highs import Limits

Progress = Callable[[str, float], None]
EMERGENCY_SECONDS = 120.0  # of each objective; meant never to be met


def suggest(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    progress: Progress | None = None,
) -> Plan:
    """The best plan for a question, or the best found within its work limit, with its gap.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: price, limits, pins and the rest.
        progress: called with what is being done and the part that is done, 0 to 1.

    Raises:
        QuestionImpossible: the question's own demands contradict each other.
        PlanNotProved: the finished plan failed the exact re-check.
    """
    told = progress or _silent
    told("judge", 0.0)
    case = _Case(mapping, catalogue, question, judge(mapping, catalogue, question))
    main = _solved(case, _part(told, 0.05, 0.75), NAMES[-1])
    return plan(main, _asked(case, main, _part(told, 0.75, 0.98)))


@dataclass(frozen=True, slots=True)
class _Case:
    mapping: Mapping
    catalogue: Catalogue
    question: Question
    rulings: Rulings


def _solved(case: _Case, told: Progress, last: str) -> Moving:
    """Solve in canonical order, and put the answer back in the document's."""
    problem = problem_from(case.mapping, case.catalogue, case.question, case.rulings)
    ordered = canonical(problem)
    limits = Limits(nodes=case.question.node_limit, seconds=EMERGENCY_SECONDS)
    found = solve(ordered.problem, limits, told, last=last)
    shares, missed, trained = ordered.back(found.shares, found.missed, found.trained)
    return Moving(
        mapping=case.mapping,
        catalogue=case.catalogue,
        question=case.question,
        rulings=case.rulings,
        problem=replace(problem, rank=_ranks(problem, ordered)),
        solution=Solution(shares=shares, missed=missed, trained=trained, reached=found.reached),
    )


def _ranks(problem: Problem, ordered: Canonical) -> Whole:
    """The canonical rank of every unit of change, by its number in the document's order."""
    rank = problem.rank.copy()
    for new, old in enumerate(ordered.leaves):
        rank[problem.change_unit[old]] = ordered.problem.rank[ordered.problem.change_unit[new]]
    return rank


def _asked(case: _Case, main: Moving, told: Progress) -> tuple[OpenQuestion, ...]:
    """Solve once more with what is unknown taken as allowed; only the price matters there."""
    if case.question.open_unknown or not has_unknown(main):
        return ()
    question = replace(case.question, open_unknown=True, max_changes=None)
    return open_questions(_solved(replace(case, question=question), told, "price"))


def _part(told: Progress, start: float, end: float) -> Progress:
    return lambda name, done: told(name, start + (end - start) * done)


def _silent(name: str, done: float) -> None:
    """Nobody listens."""
