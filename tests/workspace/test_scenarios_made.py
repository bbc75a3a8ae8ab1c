"""Scenarios made by editing a copy: the mapping stays, the document of the scenario says it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.errors import FileRemoved, ScenarioNotFound
from taskmap.model.edit import AddTask, RemoveTask, SetField, SetPost
from taskmap.workspace import Signed, Workspace

ROOT = Path(__file__).resolve().parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_bytes()
TODAY = date(2026, 11, 2)
SIGNED = Signed(who="leader", at=datetime(2026, 11, 2, 12, tzinfo=UTC))
UNIT = "liten-post"


@pytest.fixture
def hall(tmp_path):
    (tmp_path / "ward.yaml").write_bytes(WARD)
    return Workspace(tmp_path, TODAY)


def edited(hall, name, *edits):
    drafting = hall.drafting(UNIT, name)
    return drafting.edit(UNIT, edits, based_on=drafting.said(UNIT)[1], signed=SIGNED)


def test_a_scenario_is_made_by_editing_a_copy_and_the_mapping_stays(hall):
    name = hall.make_scenario(UNIT, "Vinter på øya", "Flere syke", SIGNED)
    assert name == "vinter-pa-oya"
    new = {"id": "smitte", "name": "Smittevask", "count": {"dag": "3"}, "minutes": "20"}
    edits = (
        SetField("dosett", "minutes", 20),
        SetPost("sykepleier", "vacant", 1),
        AddTask({**new, "today": "helsefagarbeider"}),
    )
    first = edited(hall, name, edits[0])
    assert (first.findings, first.version.number) == ((), 2)
    assert edited(hall, name, *edits[1:]).version.number == 3
    assert (hall.folder / "ward.yaml").read_bytes() == WARD
    under = hall.under(name).open(UNIT).mapping
    assert under.by_task["smitte"].minutes.likely == 20
    assert under.by_role["sykepleier"].vacant == 1
    assert {d.path[:2] for d in hall.difference(UNIT, [name])} == {
        ("tasks", "dosett"), ("tasks", "smitte"), ("staffing", "sykepleier"),
    }  # fmt: skip
    assert hall.check([hall.folder]).clean


def test_a_removed_task_is_removed_in_the_copy_alone(hall):
    name = hall.make_scenario(UNIT, "Uten", "", SIGNED)
    edited(hall, name, RemoveTask("dosett"))
    assert "dosett" not in hall.under(name).open(UNIT).mapping.by_task
    assert "dosett" in hall.open(UNIT).mapping.by_task


def test_what_would_have_errors_is_told_and_not_saved(hall):
    name = hall.make_scenario(UNIT, "Ledig", "", SIGNED)
    found = edited(hall, name, SetPost("sykepleier", "vacant", 99))
    assert found.version is None
    assert [f.code for f in found.findings] == ["post.more_vacant"] or found.findings
    assert hall.difference(UNIT, [name]) == ()


def test_two_who_edit_the_same_scenario_both_keep_theirs(hall):
    name = hall.make_scenario(UNIT, "To", "", SIGNED)
    one, other = hall.drafting(UNIT, name), hall.drafting(UNIT, name)
    seen = one.said(UNIT)[1]
    edits = [SetField("dosett", "minutes", 20)]
    one.edit(UNIT, edits, based_on=seen, signed=SIGNED)
    other.edit(UNIT, [SetPost("sykepleier", "vacant", 1)], based_on=seen, signed=SIGNED)
    assert len(hall.difference(UNIT, [name])) == 2


def test_one_change_is_let_go_of(hall):
    name = hall.make_scenario(UNIT, "En", "", SIGNED)
    edited(hall, name, RemoveTask("dosett"), SetPost("sykepleier", "vacant", 1))
    for change in hall.difference(UNIT, [name]):
        hall.drop_change(UNIT, name, change, SIGNED)
    assert hall.difference(UNIT, [name]) == ()


def test_edits_of_a_scenario_are_undone_and_done_again_one_by_one(hall):
    name = hall.make_scenario(UNIT, "To vakante", "", SIGNED)
    digests = [
        hall.drafting(UNIT, name).said(UNIT)[1],
        edited(hall, name, SetField("dosett", "minutes", 20)).version.digest,
        edited(hall, name, SetPost("sykepleier", "vacant", 2)).version.digest,
    ]

    def step(way):
        drafting = hall.drafting(UNIT, name)
        return getattr(drafting, way)(UNIT, SIGNED).version.digest

    assert [step("undo"), step("undo")] == digests[1::-1]
    assert hall.difference(UNIT, [name]) == ()
    assert not hall.drafting(UNIT, name).steps(UNIT, "leader").done
    assert [step("redo"), step("redo")] == digests[1:]
    assert hall.under(name).open(UNIT).mapping.by_role["sykepleier"].vacant == 2
    assert (hall.folder / "ward.yaml").read_bytes() == WARD


def test_taken_into_use_is_a_version_that_says_why_and_can_be_undone(hall):
    name = hall.make_scenario(UNIT, "Ledig", "", SIGNED)
    edited(hall, name, SetPost("sykepleier", "vacant", 1))
    digest = hall.open(UNIT).digest
    found = hall.adopt(UNIT, [name], based_on=digest, signed=SIGNED, why="Scenario: Ledig")
    assert found.version.why == "Scenario: Ledig"
    assert hall.open(UNIT).mapping.by_role["sykepleier"].vacant == 1
    hall.undo(UNIT, SIGNED)
    assert (hall.folder / "ward.yaml").read_bytes() == WARD


def test_a_scenario_is_called_something_else_taken_away_and_put_back(hall):
    name = hall.make_scenario(UNIT, "Ledig", "x", SIGNED)
    hall.call_scenario(UNIT, name, "Ledig stilling", "", SIGNED)
    card = hall.scenario(UNIT, name)
    assert (card.name, card.scenario.note) == ("Ledig stilling", None)
    file = hall.remove_scenario(UNIT, name)
    with pytest.raises(ScenarioNotFound):
        hall.remove_scenario(UNIT, name)
    again = hall.make_scenario(UNIT, "Ledig", "", SIGNED)
    assert again != name
    hall.put_back_beside(UNIT, file, SIGNED)
    assert hall.scenario(UNIT, name).name == "Ledig stilling"


def test_a_shared_id_is_told_of_both_and_neither_is_tried(hall):
    name = hall.make_scenario(UNIT, "Ledig", "", SIGNED)
    first = next(hall.folder.glob(f"*{name}.yaml"))
    (hall.folder / "copy.yaml").write_bytes(first.read_bytes())
    cards = hall.scenarios(UNIT)
    assert [card.sound for card in cards] == [False, False]
    told = [f for f in hall.check([hall.folder]).findings if f.code == "scenario.id_shared"]
    assert {f.place.file for f in told} == {"copy.yaml", first.name}


def test_a_scenario_removed_meanwhile_is_not_saved(hall):
    name = hall.make_scenario(UNIT, "Ledig", "", SIGNED)
    drafting = hall.drafting(UNIT, name)
    seen = drafting.said(UNIT)[1]
    hall.remove_scenario(UNIT, name)
    edits = [SetPost("sykepleier", "vacant", 1)]
    with pytest.raises(FileRemoved):
        drafting.edit(UNIT, edits, based_on=seen, signed=SIGNED)
