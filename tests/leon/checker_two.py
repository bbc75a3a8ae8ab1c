"""Whether a frequent task keeps two persons who can do it: plain loops."""

from tests.leon.checker_practice import kept

M = 1_000_000
HAIR = 4


def able(x, t: int, r: int, *, then: bool) -> int:
    """Persons of a role who can do a leaf, at most two; ``then`` is today."""
    if not x.p.persons[r]:
        return 2
    held = [int(x.p.held[r, k]) + (not then) * x.y[r][k] for k in x.K if x.p.needs[t, k]]
    shares = x.today if then else x.s
    practised = [kept(x, q, r, shares, trained=not then) for q in x.p.practices if t in q.leaves]
    return min([2, int(x.p.persons[r]), *held, *practised])


def sure(x, t: int, r: int, asked: int) -> bool:
    """Whether a role keeps enough whatever the plan does."""
    seldom = any(t in task.leaves for task in x.p.practices) and x.p.persons[r]
    return not seldom and able(x, t, r, then=True) >= asked


def _part(x, t: int, shares, roles, hair: int) -> bool:
    total = sum(x.n[t])
    done = sum(shares[t][r][b] * x.n[t][b] for r in roles for b in x.B)
    return bool(roles) and (done + hair * total) * 20 >= M * total


def _before(x, t: int) -> int:
    if _part(x, t, x.today, [r for r in x.R if sure(x, t, r, 2)], 0):
        return 2
    weak = [r for r in x.R if not sure(x, t, r, 2) and _part(x, t, x.today, [r], 0)]
    return min(2, sum(able(x, t, r, then=True) for r in weak))


def two_capable(x):
    for t in x.T:
        if sum(x.n[t]) < 2 * M or not x.stands(t):
            continue
        asked = min(_before(x, i) for i in (x.work_of[t].leaves if t in x.work_of else (t,)))
        strong = [r for r in x.R if sure(x, t, r, asked)]
        if not asked or _part(x, t, x.s, strong, HAIR):
            continue
        weak = [r for r in x.R if r not in strong and _part(x, t, x.s, [r], HAIR)]
        if sum(able(x, t, r, then=False) for r in weak) < asked:
            yield f"{t}"
