"""What others have proved: assignment by bare HiGHS, flows by network simplex, and extremes."""

import networkx as nx
import numpy as np
import pytest

from taskmap.leon.checking.values import values_of
from taskmap.leon.instance.problem import Problem
from taskmap.leon.quick import quick
from taskmap.leon.solve import Solution, solve
from taskmap.leon.suggest import suggest
from taskmap.solver.highs import Limits
from tests.leon.assignment import TYPES, bare, instance, plain
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

ALL = [(kind, r, t) for kind, (roles, tasks) in TYPES.items() for r in roles for t in tasks]
SAMPLE = [("A", 5, 50), ("B", 10, 20), ("C", 5, 20)]


def price_of(p: Problem, s: Solution) -> int:
    return values_of(p, s.shares, s.missed, s.trained)["price"]


def proved(kind: str, roles: int, tasks: int) -> None:
    p = instance(kind, roles, tasks, seed=1)
    found = solve(p, Limits(), last="price")
    highs = bare(p)
    highs.run()
    assert all(level.gap == 0 for level in found.reached)
    assert price_of(p, found) == round(highs.getInfo().objective_function_value)


@pytest.mark.parametrize(("kind", "roles", "tasks"), SAMPLE)
def test_whole_tasks_reach_the_proven_optimum(kind, roles, tasks):
    proved(kind, roles, tasks)


@pytest.mark.full
@pytest.mark.parametrize(("kind", "roles", "tasks"), ALL)
def test_all_generated_assignments_reach_the_proven_optimum(kind, roles, tasks):
    proved(kind, roles, tasks)


@pytest.mark.parametrize("seed", range(4))
def test_divisible_tasks_cost_what_the_cheapest_flow_costs(seed):
    rng = np.random.default_rng(seed)
    minutes = rng.integers(20, 400, (12, 1)) * np.ones((1, 5), dtype=np.int64)
    price = np.append(rng.integers(2, 8, 4), 11)
    room = np.append(rng.integers(100, 900, 4), minutes.sum())
    grow = rng.random((12, 5)) < 0.6
    p = plain(minutes, price, room, divisible=np.ones(12, dtype=bool), may_grow=grow)
    flow = nx.DiGraph()
    for t in range(12):
        flow.add_node(("task", t), demand=-int(minutes[t, 0]))
        for r in range(5):
            if grow[t, r] or r == 4:
                flow.add_edge(("task", t), ("role", r), weight=int(price[r]))
    for r in range(5):
        flow.add_edge(("role", r), "done", capacity=int(room[r]), weight=0)
    flow.add_node("done", demand=int(minutes[:, 0].sum()))
    cheapest, _ = nx.network_simplex(flow)
    found = solve(p, Limits(), last="price")
    assert next(at.value for at in found.reached if at.name == "price") == pytest.approx(cheapest)


@pytest.mark.parametrize("seed", range(3))
def test_a_plan_at_once_is_checked_and_tells_how_far_it_can_be_from_the_best(seed):
    p = instance("C", 6, 40, seed)
    best, soon = price_of(p, solve(p, Limits(), last="price")), quick(p, Limits())
    told = next(level for level in soon.reached if level.name == "price")
    assert told.bound <= best + 1e-6 <= price_of(p, soon) + 1e-6
    assert price_of(p, soon) * (1 - told.gap) <= best + 1e-6
    assert told.gap < 0.05


@pytest.mark.parametrize("hours", [1e-6, 1e6])
def test_next_to_no_hours_and_a_million_are_answered(hours):
    ward = unit(
        task("stell", 14, 25, "sykepleier"),
        staffing=(staff("sykepleier", 38), staff("helsefagarbeider", hours)),
    )
    plan = suggest(ward, CATALOGUE, QUESTION)
    assert plan.status == "optimal"
    assert bool(plan.moves) == (hours > 1)


def test_no_staff_one_task_and_no_tasks_are_answered():
    nobody = (staff("sykepleier", 38), staff("helsefagarbeider", 0, persons=0))
    one = suggest(unit(task("stell", 14, 25, "sykepleier"), staffing=nobody), CATALOGUE, QUESTION)
    none = suggest(unit(staffing=nobody), CATALOGUE, QUESTION)
    for plan in (one, none):
        assert plan.status == "optimal"
        assert not plan.moves
