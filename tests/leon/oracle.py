"""The best plan of a small instance by brute force: every integer decision, then exact arithmetic.

Written from the method's text and the arrays of a problem alone. Every whole decision (which tasks
change, who is trained, who has the whole of an indivisible task, which way a share goes, which
roles practise, which tasks count against K) is tried; what is left is linear and solved exactly.
Shares are counted in millionths, loads in millionths of minutes.
"""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np

from taskmap.leon.instance.problem import Problem
from tests.leon.exact import NoPoint
from tests.leon.oracle_case import Case, M, breaching
from tests.leon.oracle_chains import chain_hands
from tests.leon.oracle_demands import affordable, demand_rows, held_still, resting
from tests.leon.oracle_options import given_up, gone, idle, stood_for, takings
from tests.leon.oracle_practice import keeping, kept_of, practice_rows
from tests.leon.oracle_rows import (
    change_rows,
    costs,
    load_rows,
    people_rows,
    shares,
    two_rows,
    visit_rows,
    whole_rows,
)

# What the levels may lose to later ones, as documented: millionths of a minute (the price:
# in the dearest hands) and of the peak.
HOLD = {"breach": 100, "missed": 1000, "over": 2000, "price": 4000, "changed": 0, "peak": 1000}


class TooLarge(Exception):
    """More integer decisions than brute force should try."""


def best(problem: Problem, *, most: int = 3000) -> dict[str, float] | None:
    """The value of every objective at the optimum; ``hands`` with the scaled rank in it.

    None where no plan meets what was demanded.
    """
    cases = list(_cases(problem, most))
    found: dict[str, float] = {}
    for name in ("breach", "missed", "over", "price", "changed", "peak", "hands"):
        values = []
        for case in cases:
            try:
                values.append((case.least(name), case))
            except NoPoint:
                continue
        if not values:
            return None
        found[name] = min(value for value, _ in values)
        hold = HOLD.get(name, 0) * (int(problem.price.max()) if name == "price" else 1)
        cases = [case for value, case in values if value <= found[name] + hold / M + 1e-12]
        for case in cases:
            case.hold(name, found[name] + hold / M)
    return found


def _cases(p: Problem, most: int) -> Iterator[Case]:
    """Every combination of whole decisions that could matter."""
    free = [u for u in range(p.units) if not all(held_still(p, t) for t in p.leaves_of_unit[u])]
    wanted = [(r, k) for r, k in np.argwhere(p.trainable > 0) if _useful(p, r, k)]
    count = 0
    for size in range(len(free) + 1):
        for changed in combinations(free, size):
            leaves = [t for u in changed for t in p.leaves_of_unit[u]
                      if not held_still(p, t)]  # fmt: skip
            learning = list(product(*(range(p.trainable[r, k] + 1) for r, k in wanted)))
            for people in learning if changed else learning[:1]:
                trained = np.zeros_like(p.trainable)
                for (r, k), number in zip(wanted, people, strict=True):
                    trained[r, k] = number
                if not _in_sequence(p, trained) or not affordable(p, trained):
                    continue
                for taken in takings(p, changed, lambda t: not held_still(p, t)):
                    case = Case(p, changed, trained, taken)
                    for choice in _choices(case, leaves):
                        count += 1
                        if count > most:
                            raise TooLarge
                        yield _filled(Case(p, changed, trained, taken), leaves, choice)


def _useful(p: Problem, r: int, k: int) -> bool:
    after = {k} | {a for a, first in p.requires if first == k}
    return any(p.needs[t, list(after)].any() for t in range(len(p.leaves)))


def _in_sequence(p: Problem, trained: np.ndarray) -> bool:
    return all(
        trained[r, a] == 0
        or p.held[r, a] + trained[r, a] - p.held[r, f] - trained[r, f]
        <= max(0, p.held[r, a] - p.held[r, f])
        for a, f in p.requires
        for r in range(len(p.roles))
    )


def _choices(case: Case, changing) -> Iterator[dict]:
    """Ways of the shares, holders of whole tasks, practice, visits, and what counts against K."""
    p, changed, trained = case.p, case.changed, case.trained
    leaves = _done(case, changing)
    roles, bands = range(len(p.roles)), range(len(p.bands))
    both = [
        (t, r, b) for t in leaves for r in roles for b in bands
        if 0 < p.today[t, r, b] < M and p.may_grow[t, r]
    ]  # fmt: skip
    parts = {
        "ways": [dict(zip(both, signs, strict=True))
                 for signs in product((1, -1), repeat=len(both))],
        "whole": _per(
            {(t, b): _whole(p, t, b) for t in leaves for b in bands
             if not p.divisible[t] and p.occurrences[t, b]}
        ),
        "one": _per({t: _one(p, t) for t in leaves if p.one_role[t]}),
        "two": [
            (kept, pick)
            for kept in keeping(p, leaves, trained)
            for pick in _twos(p, leaves, trained, kept)
        ],
        "visit": _per(_visits(p, leaves)),
        "counted": _counted(case),
        "rests": resting(p, changed),
        "hands": chain_hands(p, changing),
    }  # fmt: skip
    for choice in product(*parts.values()):
        yield dict(zip(parts, choice, strict=True))


def _done(case: Case, changing) -> list[int]:
    """Changed leaves that are done in the plan."""
    not_done = gone(case.p, case.taken) | idle(case.p, case.taken)
    return [t for t in changing if t not in not_done]


def _per(options: dict) -> list[dict]:
    return [dict(zip(options, pick, strict=True)) for pick in product(*options.values())]


def _whole(p: Problem, t: int, b: int) -> list:
    split = sum(p.today[t, :, b] > 0) > 1
    takers = [r for r in range(len(p.roles)) if p.may_grow[t, r] or p.today[t, r, b]]
    return takers + (["as today"] if split else [])


def _one(p: Problem, t: int) -> list:
    split = sum(p.today[t].any(axis=1)) > 1
    takers = [r for r in range(len(p.roles)) if p.may_grow[t, r] or p.today[t, r].any()]
    return takers + (["as today"] if split else [])


def _frequent(p: Problem, t: int) -> bool:
    return p.occurrences[t].sum() >= 2 * M


def _twos(p: Problem, leaves, trained: np.ndarray, kept: dict) -> list[dict]:
    """Who practises the frequent leaves, when so many of each role are kept in practice."""
    frequent = [t for t in leaves if _frequent(p, t)]
    return _per({t: _two(p, t, trained, kept) for t in frequent})


def _able(p: Problem, t: int, r: int, holders: np.ndarray, kept: dict | None = None) -> int:
    """Persons of a role who can do a leaf, at most two; of those kept in practice where asked."""
    if p.persons[r] == 0:
        return 2
    limits = [kept_of(p, kept or {}, t, r)]
    return min([2, p.persons[r], *holders[r][p.needs[t]], *(n for n in limits if n is not None)])


def _sure(p: Problem, t: int, r: int) -> bool:
    """Whether a role keeps whom it has, whatever the plan does."""
    return p.persons[r] == 0 or not any(t in practice.leaves for practice in p.practices)


def _weekly(p: Problem, t: int, r: int) -> int:
    return sum(int(x) * int(n) for x, n in zip(p.today[t, r], p.occurrences[t], strict=True))


def _asked(p: Problem, t: int) -> int:
    return min(_today(p, i) for i in stood_for(p, t))


def _today(p: Problem, t: int) -> int:
    all_of_it = int(p.occurrences[t].sum())
    able = [_able(p, t, r, p.held) for r in range(len(p.roles))]
    strong = sum(_weekly(p, t, r) for r, a in enumerate(able) if a >= 2 and _sure(p, t, r))
    if strong * 20 >= M * all_of_it:
        return 2
    weak = [
        a for r, a in enumerate(able)
        if (a < 2 or not _sure(p, t, r)) and _weekly(p, t, r) * 20 >= M * all_of_it
    ]  # fmt: skip
    return min(2, sum(weak))


def _two(p: Problem, t: int, trained: np.ndarray, kept: dict) -> list:
    """Sets of roles that together keep a twentieth each: any one of the sets is enough."""
    asked = _asked(p, t)
    if not asked:
        return [()]
    roles = range(len(p.roles))
    strong = tuple(r for r in roles if _sure(p, t, r) and _able(p, t, r, p.held) >= asked)
    weak = [r for r in roles if r not in strong]
    now = {r: _able(p, t, r, p.held + trained, kept) for r in weak}
    options = [(strong,)] if strong else []
    sets = [some for size in (1, 2) for some in combinations(weak, size)]
    options.extend(
        tuple((r,) for r in some)
        for some in sets
        if sum(now[r] for r in some) >= asked and all(now[r] for r in some)
    )
    return options


def _visits(p: Problem, leaves) -> dict:
    """For groups in several hands today: the roles that may have a part when it changes."""
    found = {}
    for g in {int(p.group[t]) for t in leaves if p.group[t] >= 0}:
        for b in range(len(p.bands)):
            there = [t for t in range(len(p.leaves)) if p.group[t] == g and p.occurrences[t, b]]
            now = sum(p.today[there, :, b].any(axis=0)) if there else 0
            if now > 1:
                found[g, b] = list(combinations(range(len(p.roles)), int(now)))
    return found


def _counted(case: Case) -> list:
    p = case.p
    if p.max_changes is None:
        return [None]
    ordinary = [u for u in case.changed if not breaching(p, u)]
    otherwise = {int(p.change_unit[p.options[k].leaves[0]]) for k in case.taken} & {*ordinary}
    options = combinations(ordinary, min(p.max_changes, len(ordinary)))
    return [some for some in options if otherwise <= set(some)]


def _filled(case: Case, changing, choice) -> Case:
    leaves = _done(case, changing)
    given_up(case)
    shares(case, leaves, choice["ways"])
    whole_rows(case, choice)
    kept, practising = choice["two"]
    two_rows(case, practising)
    practice_rows(case, kept)
    visit_rows(case, leaves, choice["visit"])
    load = load_rows(case, choice["hands"])
    people_rows(case)
    change_rows(case, choice["counted"])
    demand_rows(case, choice["rests"], load)
    costs(case, load)
    return case
