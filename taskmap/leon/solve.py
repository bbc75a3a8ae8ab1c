"""From a problem to proved shares: solve in strict order, fix to millionths, check again."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from taskmap.errors import PlanNotProved, QuestionImpossible, WorkLimitReached
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import NAMES, stages
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.highs import Limits, Outcome, minimise
from taskmap.solver.level import Reached
from taskmap.solver.order import in_order
from taskmap.solver.programme import Floats

ROUNDED = 2e-6  # a share in millionths is so far at most from the share it was rounded from
NEAR = 0.2  # millionths within which a share is taken to be the whole number beside it


@dataclass(frozen=True, kw_only=True, eq=False)
class Solution:
    """A plan in numbers.

    Args:
        shares: ``[t, r, b]`` millionths.
        missed: ``[t, b]`` millionths.
        trained: ``[r, c]`` persons.
        chosen: ``[k]`` 1 for every option taken.
        reached: what the solver proved on each objective.
    """

    shares: Whole
    missed: Whole
    trained: Whole
    chosen: Whole
    reached: tuple[Reached, ...]


Progress = Callable[[str, float], None]


def solve(
    problem: Problem,
    limits: Limits,
    told: Progress | None = None,
    *,
    last: str = NAMES[-1],
) -> Solution:
    """The best plan of a problem, checked by integer arithmetic.

    Args:
        problem: rows and columns are written in the problem's own order.
        limits: of each objective.
        told: called with an objective's name and the part done.
        last: name of the last objective asked for.

    Raises:
        QuestionImpossible: the question's demands contradict each other, or the unit.
        WorkLimitReached: no plan that meets the demands was found within the limits.
        PlanNotProved: the finished plan failed the exact check.
    """
    sheet = build(problem)
    start = first_point(sheet, limits)
    point, reached = in_order(sheet.programme, stages(sheet, last), start, limits, told)
    point = without_vain_training(sheet, point, limits)
    solution = fixed(sheet, point, reached)
    s = solution
    broken = complaints(problem, s.shares, s.missed, s.trained, s.chosen)
    if broken:
        raise PlanNotProved(rows=tuple(broken[:20]), count=len(broken))
    return solution


def first_point(sheet: Sheet, limits: Limits) -> Floats:
    """Today; where a demand asks for more than today, a plan that meets it with few changes.

    Raises:
        QuestionImpossible: the demands and the rows leave no plan.
        WorkLimitReached: none was found within the limits.
    """
    today = run_0(sheet, limits)
    if today is not None:
        return today
    fewest = np.zeros(sheet.programme.width)
    fewest[sheet.columns.changed] = 1.0
    answer = minimise(sheet.programme, fewest, limits)
    if answer.values is not None:
        return answer.values
    if answer.outcome is Outcome.INFEASIBLE:
        raise QuestionImpossible
    raise WorkLimitReached(limit="nodes", allowed=float(limits.nodes))


def run_0(sheet: Sheet, limits: Limits) -> Floats | None:
    """Today as a point of the programme: nothing changed, nobody trained; None: a row forbids."""
    p, c = sheet.programme, sheet.columns
    upper, least = p.upper, np.zeros(p.width)
    # Held by their bounds and not by a row, nothing of them is left for the solver to find out.
    for columns in (c.added, c.given, c.taken_up, c.changed, c.chosen, c.trained):
        upper[columns[columns != ABSENT]] = 0.0
    # Overload, peak and hand-over are only bounded from below: pressed down they are today's.
    least[c.over[c.over != ABSENT]] = 1.0
    least[c.peak] = 1.0
    least[c.load] = 1.0
    return minimise(p.within(p.lower, upper), least, limits).values


def without_vain_training(sheet: Sheet, point: Floats, limits: Limits) -> Floats:
    """The same division with as few persons trained as it needs.

    No objective counts persons, and a course within the training days at hand costs nothing.
    """
    c = sheet.columns
    if not (point[c.trained[c.trained != ABSENT]] > 0).any():
        return point
    cost = np.zeros_like(point)
    cost[c.trained[c.trained != ABSENT]] = 1.0
    held = Family("held")
    for columns in (c.added, c.given, c.taken_up, c.changed, c.chosen):
        for column in columns[columns != ABSENT]:
            held.exactly(sheet.programme.column_names[column], float(point[column]), (column, 1.0))
    answer = minimise(sheet.programme, cost, limits, extra=(held.rows(),), start=point)
    better = answer.values is not None and answer.value < float(cost @ point)
    return answer.values if better and answer.values is not None else point


def fixed(sheet: Sheet, point: Floats, reached: tuple[Reached, ...]) -> Solution:
    """Shares as millionths that sum exactly, by largest remainder."""
    p, c = sheet.problem, sheet.columns
    shares, missed = p.today.copy(), p.missed.copy()
    chosen = np.round(point[c.chosen]).astype(np.int64)
    stands = p.stands(chosen)
    shares[~stands], missed[~stands] = 0, 0
    for leaves in _alike(p):
        for b in range(len(p.bands)):
            there = [t for t in leaves if p.occurs[t, b] and stands[t]]
            if not there or point[c.changed[p.change_unit[there[0]]]] < 0.5:
                continue
            first = there[0]
            exact = _shares(sheet, point, first, b)
            whole = largest_remainder(exact.tolist(), MILLION)
            shares[there, :, b], missed[there, b] = whole[:-1], whole[-1]
    trained = np.where(c.trained != ABSENT, np.round(point[np.maximum(c.trained, 0)]), 0.0).astype(
        np.int64
    )
    return Solution(shares=shares, missed=missed, trained=trained, chosen=chosen, reached=reached)


def _alike(problem: Problem) -> tuple[tuple[int, ...], ...]:
    """Leaves that have one share when they change: groups, and every other leaf by itself."""
    alone = tuple((t,) for t in range(len(problem.leaves)) if problem.group[t] < 0)
    return problem.groups + alone


def _shares(sheet: Sheet, point: Floats, t: int, b: int) -> Floats:
    """Millionths of every role and, last, of missed work, as the solver left them."""
    p, c = sheet.problem, sheet.columns
    added, given, taken = c.added[t, :, b], c.given[t, :, b], c.taken_up[t, b]
    more = np.where(added != ABSENT, point[np.maximum(added, 0)], 0.0)
    less = np.where(given != ABSENT, point[np.maximum(given, 0)], 0.0)
    roles = p.today[t, :, b] + MILLION * (more - less)
    left = p.missed[t, b] - (MILLION * point[taken] if taken != ABSENT else 0.0)
    return np.append(roles, left)


def largest_remainder(exact: list[float], total: int) -> list[int]:
    """Whole numbers near ``exact`` that sum to ``total``; ties go to the first.

    Numbers within ``NEAR`` of a whole one are that whole one and take no part in the rounding.
    """
    near = [round(x) if abs(x - round(x)) <= NEAR else None for x in exact]
    floors = [math.floor(x) if n is None else n for x, n in zip(exact, near, strict=True)]
    rest = total - sum(floors)
    if not rest:
        return floors
    by_part = sorted(
        range(len(floors)),
        key=lambda i: (near[i] is not None, floors[i] - exact[i], i),
    )
    step = 1 if rest >= 0 else -1
    order = by_part if rest >= 0 else [i for i in reversed(by_part) if floors[i] > 0]
    for i in order[: abs(rest)]:
        floors[i] += step
    return floors
