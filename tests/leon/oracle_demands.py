"""What the question demands, as rows and choices of the oracle; read from the method's text."""

from itertools import combinations

import numpy as np

from taskmap.leon.instance.problem import Problem
from tests.leon.oracle_case import Case, M


def held_still(p: Problem, t: int) -> bool:
    """Whether the leaf, or one it is kept together with, is pinned."""
    return any(p.pinned[i] for i in range(len(p.leaves))
               if i == t or p.group[i] == p.group[t] >= 0)  # fmt: skip


def affordable(p: Problem, trained: np.ndarray) -> bool:
    """Whether the training fits the budgets, and hours taken out leave enough registered."""
    for budget in p.asked.budgets:
        if sum(int(n) * each for row in trained for n, each in zip(row, budget.each, strict=True)
               ) > budget.most:  # fmt: skip
            return False
    return all(_enough(p, floor) for floor in p.asked.floors)


def _enough(p: Problem, floor) -> bool:
    out = {r: n for r, b, n in p.asked.taken_out if b == floor.band}
    before = after = total_before = total_after = 0
    for r, n in enumerate(floor.presence):
        total_before, total_after = total_before + n, total_after + n - out.get(r, 0)
        if floor.registered[r]:
            before, after = before + n, after + n - out.get(r, 0)
    if before * M >= floor.share * total_before:
        return after * M >= floor.share * total_after
    return after * total_before >= before * total_after


def resting(p: Problem, changed) -> list[tuple[frozenset, ...]]:
    """For every gate that is counted, the sets of changed tasks that may rest on it."""
    options: list[tuple[frozenset, ...]] = [()]
    for cap in p.asked.gates:
        sets = [frozenset(some) for some in combinations(changed, min(cap.most, len(changed)))]
        options = [(*one, some) for one in options for some in sets]
    return options


def demand_rows(case: Case, rests: tuple[frozenset, ...], load: dict) -> None:
    p, asked = case.p, case.p.asked
    banned = {(t, r) for t, r in asked.forbidden}
    banned |= {(t, r) for t in range(len(p.leaves)) for r in
               (*asked.forbidden_roles, *asked.pinned_roles)}  # fmt: skip
    for cap, units in zip(asked.gates, rests, strict=True):
        banned |= {(t, r) for t, r in cap.pairs if int(p.change_unit[t]) not in units}
    for (kind, *key), j in case.variables.items():
        still = kind == "out" and key[1] in asked.pinned_roles
        if still or (kind == "in" and (key[0], key[1]) in banned):
            case.equal({j: 1}, 0)
    _share_rows(case)
    for r, b, minutes in asked.taken_out:
        row, more = load[r, b]
        case.at_most(row, -minutes * M - more)


def _share_rows(case: Case) -> None:
    p, bands = case.p, range(len(case.p.bands))
    for t, r, least in p.asked.forced:
        row, now = {}, 0
        for b in bands:
            part, constant = case.share(t, r, b)
            n = int(p.occurrences[t, b])
            now += constant * n
            for j, a in part.items():
                row[j] = row.get(j, 0) - a * n
        case.at_most(row, now - least * int(p.occurrences[t].sum()))
    for t, most in p.asked.cap_leaf:
        row = {case.variables["out", t, r, b]: int(p.occurrences[t, b])
               for r in range(len(p.roles)) for b in bands
               if ("out", t, r, b) in case.variables}  # fmt: skip
        case.at_most(row, most * int(p.occurrences[t].sum()))
    for r, minutes in p.asked.cap_role:
        row = {case.variables["in", t, r, b]: int(p.minutes[t, r, b])
               for t in range(len(p.leaves)) for b in bands
               if ("in", t, r, b) in case.variables}  # fmt: skip
        case.at_most(row, minutes * M)
