"""Solving: clean whole numbers, checked ends, and a strict order that is kept."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.solver.family import Family
from taskmap.solver.highs import Limits, Outcome, SolverFailed, minimise
from taskmap.solver.level import Level
from taskmap.solver.order import in_order
from taskmap.solver.programme import Programme


def knapsack(weights, most: float) -> Programme:
    programme = Programme()
    items = programme.add_columns([f"x{i}" for i in range(len(weights))], 0, 1, whole=True)
    family = Family("weight")
    family.at_most("bag", most, (items, weights))
    programme.add_rows(family.rows())
    return programme


def test_whole_columns_come_back_exactly_whole():
    programme = knapsack([3.0, 5.0, 7.0], 8.5)
    answer = minimise(programme, np.array([-3.0, -5.0, -7.0]), Limits())
    assert answer.outcome is Outcome.OPTIMAL
    assert answer.values is not None
    assert answer.values.tolist() == [1.0, 1.0, 0.0]
    assert answer.value == answer.bound == -8.0


def test_no_point_is_told_as_infeasible():
    programme = knapsack([1.0], 1.0)
    family = Family("both")
    family.at_least("more", 3.0, (0, 1.0))
    answer = minimise(programme, np.zeros(1), Limits(), extra=(family.rows(),))
    assert (answer.outcome, answer.values) == (Outcome.INFEASIBLE, None)


def test_an_unbounded_programme_is_an_error_not_an_answer():
    programme = Programme()
    programme.add_columns(["x"], 0, np.inf)
    with pytest.raises(SolverFailed):
        minimise(programme, np.array([-1.0]), Limits())


def test_a_cost_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        minimise(knapsack([1.0], 1.0), np.array([np.nan]), Limits())


def test_a_later_level_never_costs_an_earlier_one():
    programme = knapsack([1.0, 1.0, 1.0], 2.0)
    most = Level(name="most", cost=np.array([-1.0, -1.0, -1.0]))
    dear = Level(name="dear", cost=np.array([1.0, 2.0, 4.0]))
    point, reached = in_order(programme, ((most,), (dear,)), np.zeros(3), Limits())
    assert point.tolist() == [1.0, 1.0, 0.0]
    assert [level.value for level in reached] == [-2.0, 3.0]
    assert [level.gap for level in reached] == [0.0, 0.0]


def test_levels_that_share_a_solve_keep_their_order():
    # One fewer of the first is worth more than all there is of the second.
    programme = knapsack([1.0, 1.0, 1.0], 3.0)
    need = Family("need")
    need.at_least("two", 2.0, ([0, 1, 2], [1.0, 1.0, 2.0]))
    programme.add_rows(need.rows())
    count = Level(name="count", cost=np.ones(3), floor=0.0, grain=1.0)
    price = Level(name="price", cost=np.array([1.0, 1.0, 90.0]), floor=0.0, span=100.0)
    point, reached = in_order(programme, ((count, price),), np.ones(3), Limits())
    assert point.tolist() == [0.0, 0.0, 1.0]
    assert [level.value for level in reached] == [1.0, 90.0]


def test_the_start_is_kept_when_nothing_better_is_found():
    programme = knapsack([1.0, 1.0], 2.0)
    level = Level(name="sum", cost=np.ones(2), floor=0.0)
    start = np.zeros(2)
    point, reached = in_order(programme, ((level,),), start, Limits(nodes=0))
    assert point is start
    assert reached[0].outcome is Outcome.OPTIMAL


def test_a_slack_lets_a_later_level_have_a_little():
    programme = knapsack([1.0, 1.0], 2.0)
    need = Family("need")
    need.at_least("one", 1.0, ([0, 1], [1.0, 1.0]))
    programme.add_rows(need.rows())
    first = Level(name="first", cost=np.array([10.0, 10.5]), slack=0.1)
    second = Level(name="second", cost=np.array([1.0, 0.0]), floor=0.0)
    point, _ = in_order(programme, ((first,), (second,)), np.array([1.0, 1.0]), Limits())
    assert point.tolist() == [0.0, 1.0]


def test_a_work_limit_is_told_with_its_gap():
    rng = np.random.default_rng(1)
    weights = rng.integers(100, 999, 60).astype(float)
    programme = Programme()
    items = programme.add_columns([f"x{i}" for i in range(60)], 0, 1, whole=True)
    family = Family("weight")
    for row in range(5):
        family.at_most(f"bag{row}", 9000.0, (items, rng.integers(100, 999, 60).astype(float)))
    programme.add_rows(family.rows())
    level = Level(name="value", cost=-weights)
    _, reached = in_order(programme, ((level,),), np.zeros(60), Limits(nodes=1))
    assert reached[0].outcome is Outcome.WORK_LIMIT
    assert reached[0].gap > 0
    assert reached[0].bound < reached[0].value


def ordered(levels) -> tuple[list[float], list[float]]:
    """A strict order on a bag that holds two of four, taken at once and one by one."""
    found = []
    for relaxes in (True, False):
        programme = knapsack([1.0, 1.0, 1.0, 1.0], 2.0)
        stages = [(replace(level, relaxes=relaxes),) for level in levels[:-1]]
        point, reached = in_order(programme, (*stages, (levels[-1],)), np.zeros(4), Limits())
        assert all(level.gap == 0 for level in reached)
        found.append([*point.tolist(), *(round(level.value, 5) for level in reached)])
    return found[0], found[1]


def test_levels_taken_at_their_relaxed_bounds_come_to_what_each_alone_comes_to():
    first = Level(name="first", cost=np.array([-1.0, -1.0, 0.0, 0.0]))
    second = Level(name="second", cost=np.array([0.0, 0.0, -1.0, 1.0]))
    price = Level(name="price", cost=np.array([1.0, 2.0, 4.0, 8.0]))
    at_once, alone = ordered((first, second, price))
    assert at_once == alone == [1.0, 1.0, 0.0, 0.0, -2.0, 0.0, 3.0]


def test_levels_whose_relaxed_bounds_no_point_reaches_are_solved_one_by_one():
    # One and a half would fit in the bag if halves did.
    programme = knapsack([2.0, 2.0, 2.0], 3.0)
    level = Level(name="most", cost=-np.ones(3), relaxes=True)
    price = Level(name="price", cost=np.array([3.0, 2.0, 1.0]))
    point, reached = in_order(programme, ((level,), (price,)), np.zeros(3), Limits())
    assert point.tolist() == [0.0, 0.0, 1.0]
    assert [at.value for at in reached] == [-1.0, 1.0]
