"""What is left out beside a secret, on tables small enough to follow by hand."""

import pytest

from taskmap.comparison.bounds import Known, Outsider
from taskmap.comparison.suppression import Figure, Pattern, Sums, narrow, suppress

TOTAL = Figure(id=("total",), terms={"a": 1, "b": 1, "c": 1}, worth=10)


def test_one_hidden_part_under_a_total_is_known_and_two_are_not():
    assert Outsider(["a"], [Known({"a": 1}, 10)]).bounds({"a": 1}) == pytest.approx((10, 10))
    low, high = Outsider(["a", "b"], [Known({"a": 1, "b": 1}, 10)]).bounds({"a": 1})
    assert (low, high) == pytest.approx((0, 10), abs=1e-5)


def test_the_smallest_part_that_hides_it_goes_with_it_and_the_total_stays():
    sums = Sums(values={"a": 90, "b": 50, "c": 400}, secret={"a": ("nurse",)}, figures=(TOTAL,))
    assert suppress(sums) == Pattern(frozenset({"a", "b"}), frozenset())


def test_a_total_goes_where_no_part_is_large_enough():
    sums = Sums(values={"a": 90, "b": 5, "c": 4}, secret={"a": ("nurse",)}, figures=(TOTAL,))
    assert suppress(sums) == Pattern(frozenset({"a"}), frozenset({("total",)}))


def test_two_secrets_of_the_same_few_people_do_not_hide_each_other():
    sums = Sums(
        values={"a": 90, "b": 80, "c": 400},
        secret={"a": ("nurse",), "b": ("nurse",)},
        figures=(TOTAL,),
    )
    assert narrow(sums, Pattern(frozenset({"a", "b"}))) is not None
    found = suppress(sums)
    assert found.parts == {"a", "b", "c"} or found.figures == {("total",)}
    assert narrow(sums, found) is None


def test_nothing_is_left_out_where_nobody_is_few():
    assert suppress(Sums(values={"a": 1.0}, secret={}, figures=())) == Pattern()


def test_two_roles_that_are_few_together_do_not_hide_each_other():
    few = {"a": ("nurse", "*"), "b": ("doctor", "*")}
    sums = Sums(values={"a": 90, "b": 80, "c": 400}, secret=few, figures=(TOTAL,))
    assert narrow(sums, Pattern(frozenset({"a", "b"}))) is not None
    assert narrow(sums, suppress(sums)) is None
