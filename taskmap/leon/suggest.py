"""A mapping and a question in, an explained and proved plan out."""

from collections.abc import Callable
from dataclasses import replace

from taskmap.leon.canonical import canonical
from taskmap.leon.judge import judge
from taskmap.leon.moves import Moving
from taskmap.leon.open_questions import has_unknown, open_questions
from taskmap.leon.plan import plan
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
    rulings = judge(mapping, catalogue, question)
    main = _solved(mapping, catalogue, question, rulings, _part(told, 0.05, 0.75))
    return plan(main, _asked(main, _part(told, 0.75, 0.98)))


def _solved(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    rulings: Rulings,
    told: Progress,
    last: str = NAMES[-1],
) -> Moving:
    problem = problem_from(mapping, catalogue, question, rulings)
    ordered = canonical(problem)
    limits = Limits(nodes=question.node_limit, seconds=EMERGENCY_SECONDS)
    found = solve(ordered.problem, limits, told, last=last)
    shares, missed, trained = ordered.back(found.shares, found.missed, found.trained)
    units = ordered.problem.change_unit
    rank = problem.rank.copy()
    for new, old in enumerate(ordered.leaves):
        rank[problem.change_unit[old]] = ordered.problem.rank[units[new]]
    return Moving(
        mapping=mapping,
        catalogue=catalogue,
        question=question,
        rulings=rulings,
        problem=replace(problem, rank=rank),
        solution=Solution(shares=shares, missed=missed, trained=trained, reached=found.reached),
    )


def _asked(main: Moving, told: Progress) -> tuple[OpenQuestion, ...]:
    """Solve once more with what is unknown taken as allowed; only the price matters there."""
    if main.question.open_unknown or not has_unknown(main):
        return ()
    question = replace(main.question, open_unknown=True, max_changes=None)
    opened = _solved(main.mapping, main.catalogue, question, main.rulings, told, last="price")
    return open_questions(opened)


def _part(told: Progress, start: float, end: float) -> Progress:
    return lambda name, done: told(name, start + (end - start) * done)


def _silent(name: str, done: float) -> None:
    """Nobody listens."""
