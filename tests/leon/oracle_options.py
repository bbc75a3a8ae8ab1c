"""Other ways of doing a task, in the oracle: which are taken, and what that fixes."""

from itertools import product

from taskmap.leon.instance.problem import Problem
from tests.leon.oracle_case import Case, M


def takings(p: Problem, changed, free) -> list[tuple[int, ...]]:
    """Every set of options of changed tasks of which no two stand in for the same leaf."""
    open_ = [
        k for k, option in enumerate(p.options)
        if int(p.change_unit[option.leaves[0]]) in changed and all(map(free, option.leaves))
        and (option.room is None or option.elsewhere <= option.room)
    ]  # fmt: skip
    picks = ([k for k, yes in zip(open_, flags, strict=True) if yes]
             for flags in product((0, 1), repeat=len(open_)))  # fmt: skip
    return [tuple(pick) for pick in picks if _apart([p.options[k].leaves for k in pick])]


def _apart(stood_for: list[tuple[int, ...]]) -> bool:
    leaves = [t for own in stood_for for t in own]
    return len(leaves) == len(set(leaves))


def gone(p: Problem, taken) -> set[int]:
    """Leaves that are no longer done."""
    return {t for k in taken for t in p.options[k].leaves}


def idle(p: Problem, taken) -> set[int]:
    """Leaves of options that are not taken."""
    return {o.work for k, o in enumerate(p.options) if k not in taken and o.work is not None}


def stood_for(p: Problem, t: int) -> tuple[int, ...]:
    """The leaves a leaf's work stands in for; of a task of today the leaf itself."""
    return next((option.leaves for option in p.options if option.work == t), (t,))


def given_up(case: Case) -> None:
    """What is stood in for is given up to the last occurrence, missed work with it."""
    p = case.p
    for t in gone(p, case.taken):
        for b in range(len(p.bands)):
            for r in range(len(p.roles)):
                if p.today[t, r, b]:
                    case.equal({case.variable("out", t, r, b): 1}, int(p.today[t, r, b]))
            if p.missed[t, b]:
                case.equal({case.variable("taken", t, b): 1}, int(p.missed[t, b]))


def once(case: Case, r: int, b: int) -> int:
    """Millionths of minutes of putting the options taken in place."""
    return sum(n for k in case.taken for i, j, n in case.p.options[k].once if (i, j) == (r, b))


def money(case: Case) -> int:
    return sum(case.p.options[k].price for k in case.taken)


def dropped(case: Case) -> int:
    """Weighted missed minutes of tasks that are stopped."""
    p = case.p
    return sum(
        int((p.missed_minutes[t] * p.missed_weight[t] * p.missed[t]).sum())
        for k in case.taken if p.options[k].stops for t in p.options[k].leaves
    )  # fmt: skip


def all_of(p: Problem, t: int, b: int) -> int:
    """What a leaf's gains sum to beside its losses: a whole where nobody does it today."""
    return M if any(o.work == t for o in p.options) and p.occurrences[t, b] else 0
