"""The plan shown at once, with its gap, while the best one is sought and proved."""

from dataclasses import dataclass

from taskmap.leon.case import Case
from taskmap.leon.explain.again import rebuilt
from taskmap.leon.instance.problem import Problem
from taskmap.leon.nearby import nearby
from taskmap.leon.quick import quick
from taskmap.leon.solve import Solution
from taskmap.leon.telling.moves import Moving
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.solver.highs import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A plan from before an edit, and what it answered.

    Args:
        mapping: as it was.
        question: as it was.
        plan: its answer.
    """

    mapping: Mapping
    question: Question
    plan: Plan


def first(case: Case, earlier: Earlier | None = None) -> Moving:
    """A checked plan in a fraction of the time the best one takes.

    After an edit it is the plan there was, mended where the edit touches it. It decides nothing:
    the plan that follows is sought as if this one had not been made.

    Args:
        case: what is asked.
        earlier: the last plan of the unit, before an edit of its mapping or question.

    Raises:
        QuestionImpossible: the question's demands contradict each other.
        PlanNotProved: the plan failed the exact check.
    """
    problem, limits = case.problem(), case.limits
    found = _mended(case, problem, earlier, limits) if earlier is not None else None
    return case.moving(problem, found or quick(problem, limits, once=True))


def _mended(case: Case, problem: Problem, earlier: Earlier, limits: Limits) -> Solution | None:
    before = Case.of(earlier.mapping, case.catalogue, earlier.question)
    old = before.problem()
    if not _alike(problem, old):
        return None
    return nearby(problem, old, rebuilt(before, earlier.plan).solution, limits, once=True)


def _alike(left: Problem, right: Problem) -> bool:
    """Whether the two have the same leaves, roles, bands and other ways, in the same order."""
    names = ("leaves", "roles", "bands", "competences")
    options = [tuple(option.name for option in p.options) for p in (left, right)]
    return all(getattr(left, name) == getattr(right, name) for name in names) and (
        options[0] == options[1]
    )
