"""What is drawn: which figures, within which range, and the same for the same seed."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.case import Case
from taskmap.leon.robustness.estimates import COUNT_SPREAD, estimates, triangular
from taskmap.model.amount import Duration
from taskmap.model.task import Case as TaskCase
from tests.leon.robustness.drawn import HELPER, NURSE, allowed
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit


def found(*tasks):
    mapping = unit(*tasks, staffing=(staff(NURSE, 100), staff(HELPER, 100)))
    problem = Case.of(mapping, CATALOGUE, QUESTION).problem()
    return estimates(mapping, CATALOGUE, problem), problem


def test_a_stated_range_and_an_unstated_factor_are_drawn_and_nothing_else():
    ranged = replace(
        task("a", 10, 20, NURSE, decisions=(allowed(HELPER),), factors={HELPER: 1.2}),
        minutes=Duration(10, 20, 40),
    )
    exact = task("b", 10, 20, NURSE, decisions=(allowed(HELPER),))
    drawn, problem = found(ranged, exact)
    told = {(problem.leaves[e.leaves[0]], e.field, e.role): (e.low, e.high) for e in drawn.every}
    helper = problem.roles.index(HELPER)
    assert told == {
        ("a", "minutes", None): (0.5, 2.0),
        ("a", "count", None): (1 - COUNT_SPREAD, 1 + COUNT_SPREAD),
        ("b", "count", None): (1 - COUNT_SPREAD, 1 + COUNT_SPREAD),
        ("b", "factor", helper): (0.8, 1.5),
    }


def test_cases_share_their_tasks_count_and_minutes_but_for_those_with_minutes_of_their_own():
    cases = (
        TaskCase(id="calm", name="Rolig", share=0.5),
        TaskCase(id="odd", name="Annet", share=0.3),
        TaskCase(id="hard", name="Urolig", share=0.2, minutes=Duration(20, 30, 60)),
    )
    shared = replace(
        task("a", 10, 20, NURSE, cases=cases, factors={HELPER: 1.0}), minutes=Duration(10, 20, 40)
    )
    drawn, problem = found(shared)
    groups = sorted((e.field, len(e.leaves), e.high) for e in drawn.every)
    assert groups == [("count", 3, 1.2), ("minutes", 1, 2.0), ("minutes", 2, 2.0)]
    minutes = drawn.minutes(drawn.draws(1, 0)[0])[:, problem.roles.index(NURSE)]
    calm, odd, hard = (problem.leaves.index(f"a/{c}") for c in ("calm", "odd", "hard"))
    assert minutes[calm] == minutes[odd] != minutes[hard]


def test_each_figure_is_drawn_once_from_each_part_of_its_range():
    drawn, _ = found(replace(task("a", 10, 20, NURSE), minutes=Duration(10, 20, 40)))
    draws = drawn.draws(1000, seed=3)
    edges = triangular(np.arange(1001) / 1000, np.full(1001, 0.5), np.full(1001, 2.0))
    at = next(i for i, e in enumerate(drawn.every) if e.field == "minutes")
    assert (np.histogram(draws[:, at], bins=edges)[0] == 1).all()
    assert draws[:, at].mean() == pytest.approx((0.5 + 1.0 + 2.0) / 3, abs=1e-3)
    assert abs(np.corrcoef(draws.T)[0, 1]) < 0.1


def test_a_seed_decides_every_draw():
    drawn, _ = found(task("a", 10, 20, NURSE), task("b", 10, 20, NURSE))
    assert drawn.draws(50, 1).tobytes() == drawn.draws(50, 1).tobytes()
    assert drawn.draws(50, 1).tobytes() != drawn.draws(50, 2).tobytes()


def test_the_triangle_has_its_likely_value_where_the_two_sides_meet():
    low, high = np.array([0.5, 0.8, 1.0]), np.array([2.0, 1.5, 1.4])
    assert triangular((1 - low) / (high - low), low, high) == pytest.approx(np.ones(3))
    assert triangular(np.zeros(3), low, high) == pytest.approx(low)
    assert triangular(np.ones(3), low, high) == pytest.approx(high)
    assert triangular(np.array([0.5]), np.array([0.5]), np.array([2.0])) == pytest.approx(
        2 - np.sqrt(0.75)
    )
