"""What must always hold of plans: more hours never hurt, and a limit is kept."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.checking.values import changed_units, exact_values
from taskmap.leon.instance.asked import NOTHING_ASKED
from taskmap.leon.solve import solve
from taskmap.model.units import MILLION
from taskmap.solver.highs import Limits
from tests.leon.generated import problem

ORDER = ("breach", "missed", "over", "price")


def worth(p) -> list[float]:
    return [x.value for x in solve(p, Limits(), last="price").reached]


def no_worse(left: list[float], right: list[float]) -> bool:
    for a, b in zip(left, right, strict=True):
        if abs(a - b) > 0.01:
            return a < b
    return True


@pytest.mark.parametrize("seed", range(40))
def test_more_hours_never_give_a_worse_plan(seed):
    p = problem(seed)
    if (p.filled_today > p.full * MILLION).any():
        # Relief of overload is outside the limit: hours that end it end that freedom as well.
        p = replace(p, max_changes=None)
    more = replace(p, room=p.room + 60, full=p.full + 60)
    assert no_worse(worth(more), worth(p))


@pytest.mark.parametrize("seed", range(40))
def test_one_more_permission_never_gives_a_worse_plan(seed):
    p = problem(seed)
    free = np.argwhere(~p.may_grow & ~p.breach)
    if not len(free):
        return
    grow = p.may_grow.copy()
    grow[tuple(free[seed % len(free)])] = True
    assert no_worse(worth(replace(p, may_grow=grow)), worth(p))


@pytest.mark.parametrize("seed", range(40))
def test_a_plan_is_never_worse_than_today(seed):
    p = problem(seed)
    s = solve(p, Limits())
    now = exact_values(p, s.shares, s.missed, s.trained)
    today = exact_values(p, p.today, p.missed, np.zeros_like(s.trained))
    first = [now[n] / MILLION for n in ORDER], [today[n] / MILLION for n in ORDER]
    assert no_worse(*first)


@pytest.mark.parametrize("seed", range(30))
def test_with_no_changes_allowed_only_repairs_relief_and_missed_work_remain(seed):
    p = replace(problem(seed), max_changes=0)
    s = solve(p, Limits())
    over = (p.filled_today > p.full * MILLION).any()
    for u in np.flatnonzero(changed_units(p, s.shares, s.missed)):
        part = list(p.leaves_of_unit[u])
        taken_from_nobody = (s.shares[part] >= p.today[part]).all()
        assert (p.breach[part][:, :, None] & (p.today[part] > 0)).any() or over or taken_from_nobody


@pytest.mark.parametrize("seed", range(30))
def test_greedy_is_right_where_nothing_limits(seed):
    """Worked example 6: every task to the cheapest permitted role."""
    base = problem(seed)
    t, r = base.may_grow.shape
    p = replace(
        base,
        room=np.full_like(base.room, 10**6),
        full=np.full_like(base.full, 10**6),
        divisible=np.ones(t, dtype=bool),
        one_role=np.zeros(t, dtype=bool),
        group=np.full(t, -1),
        change_unit=np.arange(t),
        rank=np.arange(1, t + 1),
        needs=np.zeros_like(base.needs),
        persons=np.full(r, 9),
        pinned=np.zeros(t, dtype=bool),
        breach=np.zeros_like(base.breach),
        missed=np.zeros_like(base.missed),
        today=base.today + _given_out(base),
        watches=(),
        passings=(),
        practices=(),
        asked=NOTHING_ASKED,
        min_move=0,
        max_changes=None,
    )
    cheapest = 0
    for i, j in np.argwhere(p.occurs):
        able = [k for k in range(r) if p.may_grow[i, k]]
        for k in np.flatnonzero(p.today[i, :, j]):
            options = [int(p.price[m] * p.minutes[i, m, j]) for m in {*able, int(k)}]
            cheapest += int(p.today[i, k, j]) * min(options)
    assert abs(worth(p)[3] - cheapest / MILLION) < 0.01


def _given_out(p) -> np.ndarray:
    """Missed work given to whoever does the leaf, so that there is none."""
    extra = np.zeros_like(p.today)
    for i, j in np.argwhere(p.missed > 0):
        extra[i, int(p.today[i, :, j].argmax()), j] = p.missed[i, j]
    return extra
