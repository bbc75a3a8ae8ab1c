"""Another solver that reads the exported programme finds the plan's own figures."""

import re
from dataclasses import replace
from pathlib import Path

import highspy
import pytest

from taskmap import catalogue, document
from taskmap.leon.exported import exported
from taskmap.leon.suggest import suggest
from taskmap.model.question import Question
from taskmap.model.units import MILLION
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

WARD = unit(
    task("dosett", 7, 20, "sykepleier", divisible=False),
    task("stell", 14, 25, "sykepleier"),
    task("bestilling", 3, 15, "sykepleier"),
    staffing=(staff("sykepleier", 38), staff("helsefagarbeider", 5)),
)
HAVBLIKK = Path(__file__).parents[2] / "mappings" / "solvik" / "havblikk-2.yaml"


def least(text: bytes, ending: str, folder: Path) -> float:
    file = folder / f"model{ending}"
    file.write_bytes(text)
    highs = highspy.Highs()
    for name, value in (("output_flag", False), ("mip_rel_gap", 0.0), ("threads", 1)):
        highs.setOptionValue(name, value)
    assert highs.readModel(str(file)) == highspy.HighsStatus.kOk
    highs.run()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return highs.getInfo().objective_function_value


@pytest.mark.parametrize("ending", [".mps", ".lp"])
def test_the_price_of_a_small_ward(ending, tmp_path):
    question = replace(QUESTION, max_changes=1)
    plan = suggest(WARD, CATALOGUE, question)
    price = next(level for level in plan.objectives if level.name == "price")
    text = exported(WARD, CATALOGUE, question, ending)
    assert least(text, ending, tmp_path) == pytest.approx(price.value, abs=1)
    assert price.value < price.baseline


@pytest.mark.full
@pytest.mark.parametrize("ending", [".mps", ".lp"])
def test_the_price_of_a_shipped_unit(ending, tmp_path):
    mapping, _ = document.read_mapping(HAVBLIKK.read_bytes(), file=HAVBLIKK.name)
    assert mapping is not None
    facts = catalogue.load(mapping.unit.country)
    question = Question(as_of=mapping.on, max_changes=3)
    plan = suggest(mapping, facts, question)
    price = next(level for level in plan.objectives if level.name == "price")
    text = exported(mapping, facts, question, ending)
    assert least(text, ending, tmp_path) == pytest.approx(price.value, abs=1)


def test_the_whole_order_is_followed_from_the_file_alone(tmp_path):
    question = replace(QUESTION, max_changes=2)
    told = {level.name: level for level in suggest(WARD, CATALOGUE, question).objectives}
    text = exported(WARD, CATALOGUE, question, ".mps")
    margins = re.findall(r"^\*   (\w+): may lose ([\d.e-]+)", text.decode(), re.MULTILINE)
    file = tmp_path / "model.mps"
    file.write_bytes(text)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.readModel(str(file))
    columns = {name: at for at, name in enumerate(highs.getLp().col_names_)}
    for at in range(highs.getNumCol()):
        highs.changeColCost(at, 0.0)
    for name, margin in margins:
        column = columns[f"value.{name}"]
        highs.changeColCost(column, 1.0)
        highs.run()
        assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        least = highs.getInfo().objective_function_value
        highs.changeColCost(column, 0.0)
        highs.changeColBounds(column, -highspy.kHighsInf, least + float(margin))
        unit, slack = (MILLION, 1e-4) if name == "peak" else (1, 0.6)  # half a grain, and a hair
        assert least == pytest.approx(told[name].bound / unit, abs=slack), name
    assert [name for name, _ in margins] == list(told)


def test_the_same_question_gives_the_same_bytes():
    assert exported(WARD, CATALOGUE, QUESTION, ".lp") == exported(WARD, CATALOGUE, QUESTION, ".lp")
