"""Questions beside the units: checked, read, and never taken for units."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from taskmap.errors import UnitNotFound
from taskmap.model.demands import Demands
from taskmap.model.finding import Severity
from taskmap.workspace import Form, Workspace, question_for, write_question

ROOT = Path(__file__).resolve().parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 2)
SOUND = "taskmap: question/1\nunit: liten-post\nas_of: 2026-11-02\npinned: [dosett]\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ward.yaml").write_text(WARD, encoding="utf-8")
    (tmp_path / "sporsmal.yaml").write_text(SOUND, encoding="utf-8")
    asked = {"taskmap": "question/1", "unit": "liten-post", "as_of": "2026-11-02"}
    (tmp_path / "fraga.json").write_text(json.dumps(asked), encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "somebody else\'s"}', encoding="utf-8")
    return tmp_path


@pytest.fixture
def workspace(folder):
    return Workspace(folder, TODAY)


def codes(findings):
    return [(f.code, f.place.file, f.place.line) for f in findings if f.severity is Severity.ERROR]


def test_questions_are_not_units(workspace):
    assert [card.id for card in workspace.units()] == ["liten-post"]


def test_questions_are_checked_with_their_units(workspace, folder):
    assert workspace.check([folder]).clean
    (folder / "sporsmal.yaml").write_text(SOUND.replace("dosett", "dosset"), encoding="utf-8")
    (folder / "fraga.json").write_text('{"taskmap": "question/1", "price": 3}', encoding="utf-8")
    checked = workspace.check([folder])
    assert codes(checked.findings) == [
        ("field.missing", "fraga.json", 1),
        ("choice.unknown", "fraga.json", 1),
        ("task.unknown", "sporsmal.yaml", 4),
    ]


def test_a_question_alone_finds_the_unit_beside_it(workspace, folder):
    path = folder / "sporsmal.yaml"
    path.write_text(SOUND.replace("dosett", "dosset"), encoding="utf-8")
    (found,) = workspace.check([path]).findings
    assert (found.code, found.values["nearest"]) == ("task.unknown", "dosett")


def test_a_unit_that_is_not_there_is_told(workspace, folder):
    path = folder / "sporsmal.yaml"
    path.write_text(SOUND.replace("liten-post", "litenpost"), encoding="utf-8")
    (found,) = workspace.check([path]).findings
    assert (found.code, found.place.line) == ("question.unit_unknown", 2)
    assert found.values["nearest"] == "liten-post"
    with pytest.raises(UnitNotFound):
        workspace.question_file(path)


def test_a_file_is_read_for_the_unit_it_names(workspace, folder):
    asked = workspace.question_file(folder / "sporsmal.yaml")
    assert asked.findings == ()
    assert asked.question.demands.pinned == {"dosett"}


def test_what_is_asked_by_choices_is_checked_too(workspace):
    question = question_for(
        TODAY, demands=Demands(pinned=frozenset({"dosset"}), cap_role={"matvart": 60})
    )
    asked = workspace.asked("liten-post", question)
    assert asked.question is None
    told = [(f.code, f.place.field, f.place.line, f.values["nearest"]) for f in asked.findings]
    assert told == [
        ("task.unknown", "pinned[0]", None, "dosett"),
        ("role.unknown", "cap_role.matvart", None, "matvert"),
    ]


def test_a_saved_question_is_the_same_question(workspace, folder):
    question = question_for(TODAY, demands=Demands(training_kroner=5000.0))
    for form in Form:
        path = folder / f"saved.{form}"
        path.write_text(write_question(question, "liten-post", form), encoding="utf-8")
        assert workspace.question_file(path).question == question


def test_a_pinned_task_pins_every_case_of_it(workspace):
    question = question_for(TODAY, max_changes=None)
    moved = {move.leaf for move in workspace.suggest("liten-post", question).moves}
    assert "morgenstell/stabil" in moved
    pinned = replace(question, demands=Demands(pinned=frozenset({"morgenstell"})))
    plan = workspace.suggest("liten-post", pinned)
    assert plan.question.demands.pinned == {"morgenstell/stabil", "morgenstell/ustabil"}
    assert not {move.leaf for move in plan.moves if move.leaf.startswith("morgenstell")}


def test_shipped_questions_are_sound():
    shipped = ROOT / "mappings"
    for path in (*shipped.rglob("*-sporsmal.yaml"), *shipped.rglob("*-fraga.json")):
        assert Workspace(shipped, TODAY).question_file(path).findings == ()
