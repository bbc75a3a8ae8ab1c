"""Rubbish is stopped at the door: HiGHS would call it optimal."""

import numpy as np
import pytest

from taskmap.solver.family import ABSENT, Family
from taskmap.solver.programme import Programme, Rows


def rows(values, *, columns=(0, 1), upper=1.0):
    return Rows(
        names=("row/a",),
        lower=np.array([-np.inf]),
        upper=np.array([upper]),
        at=np.zeros(len(values), dtype=np.int64),
        columns=np.array(columns[: len(values)], dtype=np.int64),
        values=np.array(values, dtype=np.float64),
    )


@pytest.fixture
def two() -> Programme:
    programme = Programme()
    programme.add_columns(["x", "y"], 0, 1)
    return programme


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e300, 1e-12, -1e-10])
def test_a_coefficient_that_is_no_sensible_number_is_refused(two, bad):
    with pytest.raises(ValueError, match="not usable"):
        two.add_rows(rows([1.0, bad]))


@pytest.mark.parametrize(("lower", "upper"), [(np.nan, 1), (0, np.nan), (2, 1), (0, 1e30)])
def test_bounds_that_are_no_bounds_are_refused(lower, upper):
    with pytest.raises(ValueError, match="not usable"):
        Programme().add_columns(["x"], lower, upper)


def test_an_unknown_column_is_refused(two):
    with pytest.raises(ValueError, match="not usable"):
        two.add_rows(rows([1.0, 1.0], columns=(0, 2)))


def test_a_row_without_entries_is_kept_for_its_bounds(two):
    two.add_rows(rows([]))
    assert list(two.row_names) == ["row/a"]


def test_entries_on_the_same_place_are_summed(two):
    two.add_rows(rows([1.0, 2.0], columns=(1, 1)))
    made = two.matrix()
    assert (made.starts.tolist(), made.columns.tolist(), made.values.tolist()) == (
        [0, 1],
        [1],
        [3.0],
    )


def test_rows_added_or_freed_later_are_in_the_matrix_too(two):
    two.add_rows(rows([1.0]))
    assert two.matrix().upper.tolist() == [1.0]
    two.add_rows(rows([2.0], columns=(1,), upper=5.0))
    two.free([0])
    made = two.matrix([rows([3.0], upper=7.0)])
    assert made.upper.tolist() == [np.inf, 5.0, 7.0]
    assert (made.starts.tolist(), made.values.tolist()) == ([0, 1, 2, 3], [1.0, 2.0, 3.0])
    assert two.matrix().upper.tolist() == [np.inf, 5.0]


def test_a_family_names_its_rows_and_leaves_out_what_is_absent():
    family = Family("capacity")
    family.at_most("sykepleier/dag", 5.0, ([0, ABSENT, 1], [1.0, 9.0, 2.0]))
    family.exactly("sykepleier/natt", 0.0, (ABSENT, 1.0))
    made = family.rows()
    assert tuple(made.names) == ("capacity/sykepleier/dag", "capacity/sykepleier/natt")
    assert made.columns.tolist() == [0, 1]
    assert made.at.tolist() == [0, 0]
