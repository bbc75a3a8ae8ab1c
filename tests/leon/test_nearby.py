"""After an edit the plan is mended where the edit touches it, and tells how good it is."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.checking.values import values_of
from taskmap.leon.instance.problem import Problem
from taskmap.leon.nearby import nearby, touched
from taskmap.leon.solve import solve
from taskmap.solver.highs import Limits
from tests.leon.large import unit


def edited(p: Problem, seed: int) -> Problem:
    """Hours of a role, or the minutes of a task, somewhat less or more."""
    rng = np.random.default_rng(seed)
    if seed % 2:
        minutes = p.minutes.copy()
        minutes[rng.integers(len(p.leaves))] *= 2
        return replace(p, minutes=minutes)
    r, full = int(rng.integers(len(p.roles))), p.full.copy()
    full[r] = (full[r] * 1.1).astype(np.int64)
    room = np.minimum(full, np.where(np.arange(len(p.roles))[:, None] == r, full, p.room))
    return replace(p, full=full, room=room)


@pytest.mark.parametrize("seed", range(4))
def test_an_edit_is_answered_by_a_checked_plan_within_its_gap(seed):
    p = unit(seed, leaves=30, roles=6, bands=2)
    before = solve(p, Limits(), last="price")
    now = edited(p, seed)
    found, best = nearby(now, p, before, Limits()), solve(now, Limits(), last="price")
    mine, least = (values_of(now, s.shares, s.missed, s.trained) for s in (found, best))
    told = next(level for level in found.reached if level.name == "price")
    assert [mine[n] for n in ("breach", "missed", "over")] == [
        least[n] for n in ("breach", "missed", "over")
    ]
    assert least["price"] - 1 <= mine["price"] <= least["price"] * 1.01
    assert told.bound <= least["price"] + 1


def test_only_what_the_edit_touches_is_decided_anew():
    p = unit(1, leaves=30, roles=6, bands=2)
    plan = solve(p, Limits(), last="price")
    minutes = p.minutes.copy()
    minutes[7] += 1
    assert np.flatnonzero(touched(replace(p, minutes=minutes), p, plan)).tolist() == [7]
    assert not touched(p, p, plan).any()
    dearer = p.price.copy()
    dearer[2] += 1
    theirs = (p.today[:, 2] > 0).any(axis=1) | (plan.shares[:, 2] > 0).any(axis=1)
    assert (touched(replace(p, price=dearer), p, plan) == theirs).all()


def test_a_unit_with_other_tasks_is_no_edit():
    p = unit(1, leaves=10, roles=4, bands=1)
    plan = solve(p, Limits(), last="price")
    with pytest.raises(ValueError, match="adds or takes away"):
        nearby(unit(1, leaves=11, roles=4, bands=1), p, plan, Limits())
