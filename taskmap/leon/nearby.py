"""After an edit: the plan there was, mended where the edit touches it, with its bound."""

import numpy as np

from taskmap.errors import PlanNotProved
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.instance.problem import Flags, Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.quick import quick
from taskmap.leon.solve import ROUNDED, Solution, first_point, fixed
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT
from taskmap.solver.highs import Limits
from taskmap.solver.narrowed import narrowed
from taskmap.solver.programme import Floats

BY_LEAF = (
    *("minutes", "occurrences", "missed_minutes", "today", "missed", "may_grow", "breach"),
    *("missed_weight", "divisible", "one_role", "pinned", "needs"),
)
BY_ROLE = (
    *("persons", "held", "trainable", "training", "training_price"),
    *("room", "full", "other", "staff", "price"),
)


def nearby(
    problem: Problem, old: Problem, plan: Solution, limits: Limits, *, once: bool = False
) -> Solution:
    """A checked plan of an edited problem, the rest of the old plan held; with its gap.

    What the edit touches is decided anew: tasks whose own numbers changed, tasks of a role whose
    hours, persons or price changed, and all that moves together with these. Where that leaves no
    plan as good as a hundredth from its bound, the whole is sought again.

    Example: the helper gets two hours less: only tasks the helper has, today or in the plan, are
    looked at; the plan for the other tasks stands.

    Args:
        problem: the edited one, with the same leaves, roles and bands.
        old: the problem of the plan.
        plan: an earlier answer to ``old``.
        limits: of a solve.
        once: content with the first plan found, for a proof will follow.

    Raises:
        ValueError: the edit adds or takes away leaves, roles or bands.
        PlanNotProved: the plan failed the exact check.
    """
    if (problem.leaves, problem.roles, problem.bands) != (old.leaves, old.roles, old.bands):
        raise ValueError("the edit adds or takes away leaves, roles or bands")
    sheet = build(problem)
    lower, upper = _held(sheet, plan, ~touched(problem, old, plan))
    few = sheet.programme.within(lower, upper)
    start = first_point(sheet, limits)
    found = narrowed(sheet.programme, stages(sheet, "price"), start, limits, among=few, once=once)
    if found is None:
        return quick(problem, limits, once=once)
    s = fixed(sheet, *found)
    broken = complaints(problem, s.shares, s.missed, s.trained, s.chosen)
    if broken:
        raise PlanNotProved(rows=tuple(broken[:20]), count=len(broken))
    return s


def touched(problem: Problem, old: Problem, plan: Solution) -> Flags:
    """``[t]`` leaves an edit may change the plan for."""
    leaves = np.zeros(len(problem.leaves), dtype=np.bool_)
    for name in BY_LEAF:
        leaves |= _differs(getattr(problem, name), getattr(old, name))
    roles = np.zeros(len(problem.roles), dtype=np.bool_)
    for name in BY_ROLE:
        roles |= _differs(getattr(problem, name), getattr(old, name))
    mine = np.asarray((problem.today + plan.shares).any(axis=2))
    leaves |= mine[:, roles].any(axis=1)
    for t in np.flatnonzero(leaves):
        leaves |= problem.change_unit == problem.change_unit[t]
        leaves |= (problem.group >= 0) & (problem.group == problem.group[t])
    return leaves


def _differs(now: np.ndarray, before: np.ndarray) -> Flags:
    different = np.asarray(now != before)
    return np.asarray(different.reshape(len(different), -1).any(axis=1))


def _held(sheet: Sheet, plan: Solution, still: Flags) -> tuple[Floats, Floats]:
    """Bounds that keep the shares of leaves that stand still."""
    p, c = sheet.problem, sheet.columns
    lower, upper = sheet.programme.lower, sheet.programme.upper
    change = (plan.shares - p.today) / MILLION
    for columns, value in (
        (c.added, np.maximum(change, 0.0)),
        (c.given, np.maximum(-change, 0.0)),
        (c.taken_up, (p.missed - plan.missed) / MILLION),
    ):
        here = (columns != ABSENT) & still.reshape(-1, *([1] * (columns.ndim - 1)))
        at, share = columns[here], value[here]
        whole = (share == 0.0) | (share >= upper[at] - ROUNDED / 2)
        spread = np.where(whole, 0.0, ROUNDED)
        lower[at] = np.clip(share - spread, lower[at], upper[at])
        upper[at] = np.clip(share + spread, lower[at], upper[at])
    for u, leaves in enumerate(p.leaves_of_unit):
        if still[list(leaves)].all():
            same = (plan.shares[list(leaves)] == p.today[list(leaves)]).all()
            same &= (plan.missed[list(leaves)] == p.missed[list(leaves)]).all()
            lower[c.changed[u]] = upper[c.changed[u]] = 0.0 if same else 1.0
    return lower, upper
