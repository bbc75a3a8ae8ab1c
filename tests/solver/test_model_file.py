"""A programme written for others is read back as the same programme."""

import highspy
import numpy as np
import pytest

from taskmap.solver.family import Family
from taskmap.solver.highs import Limits
from taskmap.solver.level import Level
from taskmap.solver.model_file import ENDINGS, model_file
from taskmap.solver.order import in_order
from taskmap.solver.programme import Programme, Rows
from taskmap.solver.safe_names import LONGEST, safe_names


def ward() -> tuple[Programme, tuple[Level, ...]]:
    programme = Programme()
    parts = programme.add_columns(["added/sårstell natt/a", "added/sarstell natt/a"], 0, [0.7, 1])
    people = programme.add_columns(["trained/e7"], 0, 5, whole=True)
    programme.add_columns(["e1"], 0, np.inf)
    family = Family("capacity")
    family.at_most("å/dag", 12.5, (parts, [10.0, 20.0]), (people, -3.0))
    family.at_least("i alt", 1.2, (parts, 1.0))
    family.exactly("tom", 0.0)
    programme.add_rows(family.rows())
    between = Rows(("between",), np.array([0.1]), np.array([0.6]), np.zeros(1, dtype=np.int64),
                   np.zeros(1, dtype=np.int64), np.ones(1))  # fmt: skip
    programme.add_rows(between)
    few = Level(name="few", cost=np.array([0.0, 0.0, 1.0, 0.0]), floor=0.0, constant=3.0)
    price = Level(name="price", cost=np.array([1.0, 4.0, 0.125, 0.5]), constant=100.0)
    return programme, (few, price)


def read(text: bytes, ending: str, folder) -> highspy.Highs:
    file = folder / f"model{ending}"
    file.write_bytes(text)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    assert highs.readModel(str(file)) == highspy.HighsStatus.kOk
    highs.run()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return highs


@pytest.mark.parametrize("ending", ENDINGS)
def test_another_reader_finds_the_same_optimum(ending, tmp_path):
    programme, levels = ward()
    stages = tuple((level,) for level in levels)
    point, reached = in_order(programme, stages, np.array([0.6, 0.6, 2.0, 0.0]), Limits())
    few = read(model_file(programme, levels, (), "few", ending), ending, tmp_path)
    assert few.getInfo().objective_function_value == pytest.approx(reached[0].value) == 5.0
    price = read(model_file(programme, levels, reached[:1], "price", ending), ending, tmp_path)
    assert price.getInfo().objective_function_value == pytest.approx(reached[1].value)
    found = dict(zip(price.getLp().col_names_, price.getSolution().col_value, strict=True))
    ours = [found[name] for name in safe_names(programme.column_names)]
    assert ours == pytest.approx(point.tolist(), abs=1e-3)


@pytest.mark.parametrize("ending", ENDINGS)
def test_rows_columns_and_whole_numbers_keep_their_names(ending, tmp_path):
    programme, levels = ward()
    lp = read(model_file(programme, levels, (), "price", ending), ending, tmp_path).getLp()
    names = set(lp.col_names_)
    assert {"added.sarstell_natt.a", "added.sarstell_natt.a_2", "trained.e7", "n_e1"} <= names
    assert {"capacity.a.dag", "capacity.i_alt", "objective.price"} <= set(lp.row_names_)
    whole = [n for n, kind in zip(lp.col_names_, lp.integrality_, strict=True)
             if kind == highspy.HighsVarType.kInteger]  # fmt: skip
    assert whole == ["trained.e7"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_top_of_the_file_tells_order_margins_and_changed_names(ending):
    programme, levels = ward()
    text = model_file(programme, levels, (), "price", ending).decode("ascii")
    assert "few: may lose 0.001 to later ones" in text
    assert "column added.sarstell_natt.a_2 = added/sarstell natt/a" in text
    assert "row capacity.a.dag = capacity/\\xe5/dag" in text
    assert "trained.e7 =" not in text


def test_another_ending_or_objective_is_refused():
    programme, levels = ward()
    with pytest.raises(ValueError, match=r"\.csv"):
        model_file(programme, levels, (), "price", ".csv")
    with pytest.raises(ValueError, match="hands"):
        model_file(programme, levels, (), "hands", ".lp")


def test_names_are_unique_and_what_no_reader_takes_for_something_else():
    asked = ("end", "e7", "7", "A/b", "a b", "a.b", "x" * 300, "x" * 301, "", "čáhci")
    safe = safe_names(asked)
    assert safe[:6] == ("n_end", "n_e7", "n_7", "A.b", "a_b", "a.b_2")
    assert len({name.casefold() for name in safe}) == len(asked)
    assert max(map(len, safe)) <= LONGEST + 2
    assert safe[-1] == "cahci"
