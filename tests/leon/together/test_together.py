"""One budget for several units: never below its bound, never above what trying everything finds."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.together.curve import best_price, bound_at, curve, under
from taskmap.leon.together.together import together
from taskmap.model.pool import Point
from taskmap.solver.family import Family
from taskmap.solver.highs import Limits, minimise
from taskmap.solver.programme import Programme
from taskmap.solver.proven import proven
from tests.leon.together.sharing import best_of_all, pool, sides, ward

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(1, 9))]
HAIR = 0.01  # price units: shares are told in millionths


@pytest.mark.parametrize("seed", SEEDS)
def test_bound_below_the_best_of_all_and_the_plan_at_it(seed):
    wards = [ward(10 * seed + n) for n in range(2 + (seed > 0))]
    shared = pool((12_000, 16_000, 26_000)[seed % 3])
    ours = sides(wards, shared)
    best = best_of_all(wards, shared)
    apart = together(ours, shared, as_one=False)
    assert float(apart.bound) <= best + HAIR
    assert apart.price / 1e6 >= best - HAIR
    as_one = together(ours, shared)
    assert as_one.price / 1e6 == pytest.approx(best, abs=HAIR)
    assert as_one.price <= apart.price
    assert apart.bound <= as_one.bound <= as_one.price / 1e6 + HAIR
    assert as_one.gap < 1e-5


def test_what_is_used_is_counted_again_from_the_grants():
    shared = pool(30_000)
    found = together(sides([ward(n) for n in range(3)], shared), shared)
    places = {}
    for plan in found.plans:
        for grant in plan.grants:
            places[grant.course] = places.get(grant.course, 0) + grant.places
        assert sum(plan.places.values()) == sum(grant.places for grant in plan.grants)
    ((course, run),) = shared.runs.items()
    assert found.runs[course] == -(-places.get(course, 0) // run.seats)
    assert found.ore == found.runs[course] * run.ore + 200_000 * places.get("kurs-sond", 0)
    assert 0 < found.ore <= shared.ore
    assert found.price < found.alone


def test_order_and_names_decide_nothing_and_more_money_is_never_worse():
    wards = [ward(n) for n in (3, 4, 5)]
    small, large = pool(14_000), pool(40_000)
    found = together(sides(wards, small), small, as_one=False)
    named = [
        replace(one, unit=replace(one.unit, id=f"x{n}", name=f"Annen {n}"))
        for n, one in enumerate(reversed(wards))
    ]
    again = together(sides(named, small), small, as_one=False)
    assert (again.price, again.bound, again.ore, again.runs) == (
        found.price, found.bound, found.ore, found.runs,
    )  # fmt: skip
    assert again.plans == tuple(reversed(found.plans))
    more = together(sides(wards, large), large, as_one=False)
    assert more.price <= found.price
    nothing = together(sides(wards, pool(0)), pool(0), as_one=False)
    assert (nothing.price, nothing.ore) == (nothing.alone, 0)


def test_the_bound_holds_at_every_price_and_is_highest_at_the_one_found():
    shared = pool(14_000)
    ours = sides([ward(n) for n in (1, 2)], shared)
    curves = [under(curve(side)) for side in ours]
    money, bound = best_price(curves, shared.ore)
    others = [bound_at(curves, shared.ore, at) for at in np.linspace(0, 4 * money + 0.01, 41)]
    assert max(others) <= bound
    assert bound == bound_at(curves, shared.ore, money)


def test_points_prove_the_line_between_them_and_no_more():
    points = (Point(at=0.0, bound=10.0), Point(at=2.0, bound=11.0), Point(at=1.0, bound=12.0))
    assert under(points) == ((0.0, 10.0), (1.0, 12.0), (2.0, 12.0))
    low = (*points, Point(at=0.5, bound=9.0))
    assert under(low) == under(points)


@pytest.mark.parametrize("seed", range(20))
def test_any_prices_of_rows_prove_a_bound_that_is_never_false(seed):
    chance = np.random.default_rng(seed)
    programme, cost = Programme(), chance.integers(-5, 9, 6).astype(float)
    columns = programme.add_columns([f"c{n}" for n in range(6)], 0, chance.integers(1, 9, 6))
    family = Family("row")
    for n in range(4):
        family.at_most(f"{n}", float(chance.integers(3, 20)), (columns, chance.integers(-2, 6, 6)))
    programme.add_rows(family.rows())
    best = minimise(programme, cost, Limits()).value
    for duals in (np.zeros(4), chance.normal(0, 3, 4), np.full(4, 1e6)):
        assert proven(programme, cost, duals) <= best
