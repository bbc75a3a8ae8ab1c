"""Random demands on a random unit: each kind now and then, alone and with others."""

from random import Random

import numpy as np

from taskmap.leon.instance.asked import Asked, Budget, Floor, GateCap
from taskmap.leon.instance.problem import Problem
from taskmap.model.units import MILLION


def asked(rng: Random, p: Problem, often: float, budgeting: float) -> Asked:
    """Demands on a unit; ``often`` is the chance of each kind, ``budgeting`` of a budget."""
    t, r = len(p.leaves), len(p.roles)
    pairs = [(i, j) for i in range(t) for j in range(r)]
    growing = [(i, j) for i, j in pairs if p.may_grow[i, j] and (p.today[i, j] < MILLION).any()]
    capped, forbidding = max(often, 0.15) / 2, 0.7 * max(often, 0.15)
    out = _taken_out(rng, p) if rng.random() < max(often, 0.75) else ()
    return Asked(
        pinned_roles=(rng.randrange(r),) if rng.random() < often / 4 else (),
        forbidden=tuple(x for x in growing if rng.random() < forbidding),
        forbidden_roles=(rng.randrange(r),) if rng.random() < often / 4 else (),
        forced=_forced(rng, p, growing) if growing and rng.random() < max(often, 0.6) else (),
        cap_leaf=tuple(
            (i, rng.choice((0, 100_000, 300_000))) for i in range(t) if rng.random() < capped
        ),
        cap_role=tuple(
            (j, rng.choice((0, 15, 60))) for j in range(r) if rng.random() < capped
        ),
        gates=_gates(rng, pairs) if rng.random() < often / 2 else (),
        budgets=_budgets(rng, len(p.competences)) if rng.random() < budgeting else (),
        taken_out=out,
        floors=_floors(rng, p) if out and rng.random() < 0.9 else (),
    )  # fmt: skip


def _forced(rng: Random, p: Problem, growing: list) -> tuple:
    t, r = rng.choice(growing)
    n = p.occurrences[t]
    now = int((p.today[t, r] * n).sum() // n.sum())
    return ((t, r, min(MILLION, now + rng.choice((100_000, 300_000, 600_000)))),)


def _gates(rng: Random, pairs: list) -> tuple[GateCap, ...]:
    some = tuple(x for x in pairs if rng.random() < 0.6)
    most = rng.choice((0, 1))
    return (GateCap(gate="policy", most=most, pairs=some, banned=most == 0 and rng.random() < 0.5),)


def _budgets(rng: Random, c: int) -> tuple[Budget, ...]:
    kind = rng.choice(("training_kroner", "training_hours", "seats"))
    each = tuple(1 if kind == "seats" else rng.choice((100, 300)) for _ in range(c))
    most = rng.choice((0, 0, 1)) * max(each)
    return (Budget(kind=kind, subject="c" if kind == "seats" else "", most=most, each=each),)


def _taken_out(rng: Random, p: Problem) -> tuple:
    cells = [tuple(map(int, x)) for x in np.argwhere(p.load_today > 0)]
    r, b = rng.choice(cells)
    return ((r, b, rng.choice((20, 60))),)


def _floors(rng: Random, p: Problem) -> tuple[Floor, ...]:
    registered = tuple(rng.random() < 0.5 for _ in p.roles)
    return tuple(
        Floor(
            band=b,
            share=rng.choice((400_000, 500_000, 600_000)),
            presence=tuple(int(n) if yes else 0 for n, yes in zip(p.full[:, b], p.staff,
                                                                  strict=True)),
            registered=registered,
        )
        for b in range(len(p.bands))
    )  # fmt: skip
