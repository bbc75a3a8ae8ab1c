"""Hand-overs in the oracle: which roles may take part in a chain, and what that takes."""

from itertools import combinations, product

from taskmap.leon.instance.problem import Problem
from tests.leon.oracle_case import Case, M


def chain_hands(p: Problem, leaves) -> list[dict]:
    """For each chain and band, every set of roles that may take part when something changes."""
    options = {}
    for number, passing in enumerate(p.passings):
        for b in range(len(p.bands)):
            if passing.minutes[b]:
                options[number, b] = list(_sets(p, passing, b, set(leaves)))
    return [dict(zip(options, pick, strict=True)) for pick in product(*options.values())]


def _today(p: Problem, leaves, b: int) -> set[int]:
    return {r for r in range(len(p.roles)) for t in leaves if p.today[t, r, b]}


def _sets(p: Problem, passing, b: int, leaves: set[int]):
    moving = [t for t in passing.leaves if t in leaves and p.occurrences[t, b]]
    fixed = _today(p, [t for t in passing.leaves if t not in moving], b)
    others = _today(p, moving, b) | {
        r for t in moving for r in range(len(p.roles)) if p.may_grow[t, r]
    }
    free = sorted(others - fixed)
    for size in range(len(free) + 1):
        for some in combinations(free, size):
            yield frozenset(fixed | set(some))


def hand_rows(case: Case, hands: dict) -> None:
    """Who does not take part has no share."""
    p = case.p
    for (number, b), there in hands.items():
        for t in p.passings[number].leaves:
            for r in range(len(p.roles)):
                if r not in there and p.occurrences[t, b]:
                    row, now = case.share(t, r, b)
                    case.equal(row, -now)


def spent(p: Problem, hands: dict, r: int, b: int) -> int:
    """Millionths of minutes of hand-over for a role when these take part."""
    return sum(
        p.passings[number].minutes[b] * M
        for (number, band), there in hands.items()
        if band == b and r in [i for i in p.passings[number].order if i in there][1:]
    )


def spent_today(p: Problem, r: int, b: int) -> int:
    """The same for those who take part today."""
    hands = {(number, b): _today(p, passing.leaves, b) for number, passing in enumerate(p.passings)}
    return spent(p, hands, r, b)
