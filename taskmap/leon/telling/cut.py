"""Why not more of a task moved in a band: the shortage of the finished plan."""

import numpy as np

from taskmap.leon.checking.practice import in_practice
from taskmap.leon.checking.values import load_of
from taskmap.leon.instance.problem import PRACTISING, Problem
from taskmap.leon.solve import Solution
from taskmap.leon.telling.flows import MISSED, Route
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION

NO_SHARE = 10  # millionths of a share and fewer are told as none
MINUTE = MILLION


def cut_by(problem: Problem, solution: Solution, route: Route) -> tuple[tuple[str, str], ...]:
    """Bands where the giver keeps a part, and what stopped the rest: (band, code)."""
    left = solution.missed if route.giver == MISSED else solution.shares[:, route.giver]
    found = []
    for b in np.flatnonzero(left[route.leaf] > NO_SHARE):
        code = shortage(problem, solution, route.leaf, route.receiver, int(b))
        if code != "plan.no_hours":
            code = _asked_so(problem, solution, route.leaf, route.receiver, code) or code
        if code is not None:
            found.append((problem.bands[b], code))
    return tuple(found)


def shortage(problem: Problem, solution: Solution, t: int, r: int, b: int) -> str | None:
    """What keeps a role from more of a leaf in a band in this plan; None: nothing that is short."""
    p = problem
    s = solution
    filled = load_of(p, s.shares, s.trained, s.chosen) + p.other * MILLION
    if not p.most[r, b]:
        return "plan.no_hours"
    # A role above its full hours today may keep them by the row, but more would be overload.
    if filled[r, b] >= min(p.most[r, b], p.full[r, b] * MILLION) - MINUTE:
        unmapped = p.other[r, b] and p.filled_today[r, b] >= p.room[r, b] * MILLION - MINUTE
        return "plan.not_mapped" if unmapped else "plan.full"
    if (people := _short_of_people(p, solution, t, r, b)) is not None:
        return people
    for watch in p.watches:
        mine = (watch.leaf, watch.role) == (t, r) and watch.minutes[b] > 0
        if mine and filled[watch.by, b] >= p.most[watch.by, b] - MINUTE:
            return "plan.supervisor"
    if _keeps_hand_in(p, solution, t):
        return "plan.two_capable"
    return None


def _asked_so(p: Problem, s: Solution, t: int, r: int, short: str | None) -> str | None:
    """What the question itself says no to, be there room or not.

    Example: the helper takes on at most 60 minutes of new work and has taken them: the cap is
    told, although the evening is full too; more hours would not help.
    """
    added, given = np.maximum(s.shares - p.today, 0), np.maximum(p.today - s.shares, 0)
    for role, minutes in p.asked.cap_role:
        if role == r and int((added[:, r] * p.minutes[:, r]).sum()) >= (minutes - 1) * MILLION:
            return "plan.cap_role"
    for leaf, most in p.asked.cap_leaf:
        n = p.occurrences[t]
        moved = int((given[t] * n).sum()) // max(1, int(n.sum()))
        if leaf == t and (most - moved) * int(p.minutes[t, r].sum()) <= MINUTE:
            return "plan.cap_leaf"
    if short == "plan.trained" and _nothing_left_for_courses(p, s, t, r):
        return "plan.budget"
    return None


def _nothing_left_for_courses(p: Problem, s: Solution, t: int, r: int) -> bool:
    """Whether a budget of the question does not pay for one person more who could learn it."""
    learners = np.asarray(p.needs[t] & (s.trained[r] < p.trainable[r]))
    return any(
        int((s.trained * np.array(budget.each, dtype=np.int64)).sum()) + budget.each[k]
        > budget.most
        for budget in p.asked.budgets
        for k in np.flatnonzero(learners)
    )


def _short_of_people(p: Problem, solution: Solution, t: int, r: int, b: int) -> str | None:
    """Those who hold what it asks for, or are in practice, have no more time."""
    if _holders_full(p, solution, t, r, b):
        return "plan.trained"
    return "plan.practice" if _out_of_practice(p, solution, t, r, b) else None


def _holders_full(p: Problem, solution: Solution, t: int, r: int, b: int) -> bool:
    if not p.persons[r]:
        return False
    for k in np.flatnonzero(p.needs[t]):
        asks = p.needs[:, k]
        minutes = int((p.minutes[asks, r, b] * solution.shares[asks, r, b]).sum())
        holders = int(p.held[r, k] + solution.trained[r, k])
        if (minutes + MINUTE) * int(p.persons[r]) >= holders * int(p.most[r, b]):
            return True
    return False


def _out_of_practice(p: Problem, solution: Solution, t: int, r: int, b: int) -> bool:
    """Whether those kept in practice have no more time, or all of it would keep nobody so."""
    m = p.practice_of[t]
    if m is None or not p.persons[r]:
        return False
    part = list(p.practices[m].leaves)
    if WEEKS_A_YEAR * int(p.occurrences[part].sum()) < p.practices[m].volume * MILLION:
        return True
    kept = in_practice(p, (m, r), solution.shares, p.held + solution.trained)
    minutes = int((p.minutes[part, r, b] * solution.shares[part, r, b]).sum())
    return bool(minutes) and (minutes + MINUTE) * int(p.persons[r]) >= kept * int(p.most[r, b])


def _keeps_hand_in(p: Problem, solution: Solution, t: int) -> bool:
    """Whether some role keeps just the part that counts as practice."""
    n = p.occurrences[t]
    done = (solution.shares[t] * n).sum(axis=1)
    least = PRACTISING * int(n.sum())
    return bool((np.abs(done - least) <= NO_SHARE * int(n.sum())).any())
