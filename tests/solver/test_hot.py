"""A relaxation kept hot: after any change it answers as one built anew."""

import numpy as np
import pytest

from taskmap.solver.family import Family
from taskmap.solver.highs import Outcome
from taskmap.solver.hot import Hot
from taskmap.solver.programme import Programme


def diet(most: float = 10.0, worth: float = 3.0) -> tuple[Programme, np.ndarray]:
    programme = Programme()
    hours = programme.add_columns(["a", "b"], 0, 8)
    persons = programme.add_columns(["p"], 0, 4, whole=True)
    family = Family("hours")
    family.at_most("all", most, (hours, [1.0, 2.0]), (persons, -1.0))
    family.at_least("some", 1.0, (hours, 1.0))
    programme.add_rows(family.rows())
    return programme, np.array([-1.0, -worth, 2.5])


def cold(*, most: float = 10.0, worth: float = 3.0) -> float:
    return Hot(*diet(most, worth)).solve().value


def test_the_relaxation_takes_whole_columns_as_divisible():
    programme, cost = diet()
    family = Family("more")
    family.at_least("persons", 0.5, (2, 1.0))
    answer = Hot(programme, cost, (family.rows(),)).solve()
    assert answer.outcome is Outcome.OPTIMAL
    assert answer.values is not None
    assert answer.values[2] == pytest.approx(0.5)
    assert answer.bound == answer.value == pytest.approx(cost @ answer.values)


def test_changes_answer_as_a_programme_built_anew():
    hot = Hot(*diet())
    assert hot.solve().value == pytest.approx(cold())
    hot.set_row_bounds([0], -np.inf, [12.0])
    assert hot.solve().value == pytest.approx(cold(most=12.0))
    hot.set_cost([1], -0.5)
    assert hot.solve().value == pytest.approx(cold(most=12.0, worth=0.5))
    hot.set_row_bounds(0, -np.inf, 10.0)
    hot.set_cost(1, -3.0)
    assert hot.solve().value == pytest.approx(cold())


def test_a_column_held_and_a_coefficient_changed():
    hot = Hot(*diet())
    hot.set_column_bounds([1], 0.0, 0.0)
    assert hot.solve().value == pytest.approx(-8.0)
    hot.set_coefficients([0], [0], [5.0])
    assert hot.solve().value == pytest.approx(-2.0)


def wide(minutes: np.ndarray, extra: float = 0.0) -> tuple[Programme, np.ndarray]:
    programme = Programme()
    columns = programme.add_columns([f"c{i}" for i in range(len(minutes))], 0, 1)
    family = Family("hours")
    family.at_most("all", 100.0, (columns, minutes))
    family.at_most("some", 3.0, (columns[:5], 1.0), (columns[-1], extra))
    programme.add_rows(family.rows())
    return programme, -np.sqrt(np.arange(1.0, len(minutes) + 1))


@pytest.mark.parametrize("solved_first", [True, False])
def test_many_coefficients_at_once_answer_as_a_programme_built_anew(solved_first):
    minutes = np.arange(1.0, 41.0)
    hot = Hot(*wide(minutes))
    if solved_first:
        hot.solve()
    hot.set_row_bounds(1, -np.inf, 2.0)
    hot.set_coefficients(
        np.append(np.zeros(40, dtype=int), 1), np.append(np.arange(40), 39), np.append(
            minutes[::-1], 2.0)
    )  # fmt: skip
    anew = Hot(*wide(minutes[::-1], 2.0))
    anew.set_row_bounds(1, -np.inf, 2.0)
    assert hot.solve().value == pytest.approx(anew.solve().value)
    hot.set_coefficients([0], [3], [50.0])  # one by one, upon what was handed over at once
    minutes[36] = 50.0
    anew = Hot(*wide(minutes[::-1], 2.0))
    anew.set_row_bounds(1, -np.inf, 2.0)
    assert hot.solve().value == pytest.approx(anew.solve().value)


def test_the_price_of_a_row_is_what_one_more_gives():
    hot = Hot(*diet())
    before, price = hot.solve().value, hot.row_duals[0]
    hot.set_row_bounds(0, -np.inf, 10.5)
    assert hot.solve().value - before == pytest.approx(0.5 * price)
    assert price < 0


def test_a_reduced_cost_is_what_one_unit_forced_in_costs():
    hot = Hot(*diet())
    before, cost = hot.solve().value, hot.reduced_costs[2]
    assert cost > 0
    hot.set_column_bounds(2, 1.0, 4.0)
    assert hot.solve().value - before == pytest.approx(cost)


def test_what_cannot_be_is_told_and_can_be_mended():
    hot = Hot(*diet())
    hot.set_row_bounds(1, 30.0, np.inf)
    answer = hot.solve()
    assert (answer.outcome, answer.values, answer.bound) == (Outcome.INFEASIBLE, None, np.inf)
    with pytest.raises(ValueError, match="no point"):
        _ = hot.row_duals
    hot.set_row_bounds(1, 1.0, np.inf)
    assert hot.solve().value == pytest.approx(cold())


@pytest.mark.parametrize("bad", [np.nan, np.inf, 1e-12, 1e300])
def test_numbers_highs_would_call_optimal_are_refused(bad):
    hot = Hot(*diet())
    with pytest.raises(ValueError, match="not usable"):
        hot.set_coefficients([0], [0], [bad])
    with pytest.raises(ValueError, match="not usable"):
        hot.set_cost([0], [bad])


def test_bounds_the_wrong_way_round_are_refused():
    hot = Hot(*diet())
    for change in (hot.set_column_bounds, hot.set_row_bounds):
        with pytest.raises(ValueError, match="not usable"):
            change([0], [2.0], [1.0])
        with pytest.raises(ValueError, match="not usable"):
            change([0], [np.nan], [1.0])
