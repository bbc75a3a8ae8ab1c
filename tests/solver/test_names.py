"""Names are made when they are read, and are then the same as if they had been written at once."""

import numpy as np
import pytest

from taskmap.solver.family import ABSENT, Family
from taskmap.solver.names import Names, chosen_from, joined, named, prefixed
from taskmap.solver.programme import Programme

ROLES, BANDS = ("sykepleier", "assistent"), ("dag", "natt")


def test_a_subject_is_told_by_one_word_of_each_axis():
    names = named("load", (ROLES, np.array([0, 1])), (BANDS, np.array([1, 0])), "end")
    assert list(names) == ["load/sykepleier/natt/end", "load/assistent/dag/end"]
    assert (len(names), names[1], names[:1]) == (2, "load/assistent/dag/end", (names[0],))


def test_no_subject_has_no_name():
    assert list(named("load", (ROLES, np.array([], dtype=np.int64)))) == []


def test_names_are_made_once_and_not_before_somebody_reads_them():
    asked = []
    names = joined([["a"], Names(2, lambda: asked.append("made") or ["b", "c"])])
    assert (len(names), asked) == (3, [])
    assert (names[2], names[0], asked) == ("c", "a", ["made"])


def test_names_may_be_prefixed_and_chosen():
    assert list(prefixed("0", ["a", "b"])) == ["0/a", "0/b"]
    assert list(chosen_from(["a", "b", "c"], np.array([2, 0]))) == ["c", "a"]


def test_columns_keep_their_names_when_more_come_after_a_look():
    programme = Programme()
    programme.add_columns(["x"], 0, 1)
    assert programme.column_names[0] == "x"
    programme.add_columns(named("y", (BANDS, np.array([0, 1]))), 0, 1)
    assert list(programme.column_names) == ["x", "y/dag", "y/natt"]
    assert programme.width == 3


@pytest.mark.parametrize("order", [("one", "many"), ("many", "one")])
def test_rows_one_by_one_and_many_at_once_stand_in_the_order_they_came(order):
    family = Family("row")
    add = {
        "one": lambda: family.at_most("alone", 4.0, ([2, ABSENT], [1.0, 9.0])),
        "many": lambda: family.each_at_least(
            ["a", "b"], [1.0, 2.0], ([[0, 1], [ABSENT, 2]], 3.0), (5, [7.0, 8.0])
        ),
    }
    for which in order:
        add[which]()
    made = family.rows()
    entries = {
        (made.names[at], int(column)): value
        for at, column, value in zip(made.at, made.columns, made.values, strict=True)
    }
    assert entries == {
        ("row/alone", 2): 1.0,
        ("row/a", 0): 3.0,
        ("row/a", 1): 3.0,
        ("row/a", 5): 7.0,
        ("row/b", 2): 3.0,
        ("row/b", 5): 8.0,
    }
    bounds = dict(zip(made.names, zip(made.lower, made.upper, strict=True), strict=True))
    assert bounds == {"row/alone": (-np.inf, 4.0), "row/a": (1.0, np.inf), "row/b": (2.0, np.inf)}
    assert list(made.names) == [
        name
        for which in order
        for name in (["row/alone"] if which == "one" else ["row/a", "row/b"])
    ]


def test_no_rows_at_all_are_none():
    family = Family("row")
    family.each_exactly([], 0.0, (np.zeros((0, 3), dtype=np.int64), 1.0))
    assert len(family.rows().names) == 0
