"""`taskmap scenario`, and `--scenario`: what would be otherwise, for people and for programs."""

import json

import jsonschema
import pytest
from running import ROOT, WARD

DAY = ("--date", "2026-11-02")
HEAD = "taskmap: scenario/1\nunit: liten-post\n"
VACANT = (
    HEAD + "id: ledig\nname: Ledig stilling\nnote: Fra nyttår.\n"
    "changes:\n  staffing: {sykepleier: {vacant: 2}}\n"
)
WINTER = HEAD + "id: vinter\nname: Vinter\nchanges:\n  tasks: {dosett: {minutes: 20}}\n"
BROKEN = HEAD + "id: feil\nname: Feil\nchanges:\n  staffing: {sykepleier: {vacant: 9}}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("mappings")
    (path / "ward.yaml").write_bytes(WARD.read_bytes())
    (path / "a.yaml").write_text(VACANT, encoding="utf-8")
    (path / "b.yaml").write_text(WINTER, encoding="utf-8")
    (path / "d.yaml").write_text(BROKEN, encoding="utf-8")
    return path


@pytest.fixture
def asked(taskmap, folder):
    return lambda what, *more: taskmap(what, folder / "ward.yaml", "--lang", "nb", *DAY, *more)


def told(said):
    """The JSON answer, of its schema where that is published."""
    assert said.status == 0, said.err
    answer = json.loads(said.out)
    schema = ROOT / f"schema/{answer['schema'].split('/')[1]}.schema.json"
    if schema.is_file():
        jsonschema.Draft202012Validator(json.loads(schema.read_text())).validate(answer)
    return answer


def test_the_scenarios_of_a_unit_are_listed_with_what_they_change(asked):
    said = asked("scenario")
    assert said.status == 0
    assert "Ledig stilling (ledig)" in said.out
    assert "Fra nyttår." in said.out
    assert "0,8 → 2" in said.out
    assert "d.yaml:6" in said.out
    answer = told(asked("scenario", "--format", "json"))
    assert [each["id"] for each in answer["scenarios"]] == ["feil", "ledig", "vinter"]
    assert answer["scenarios"][1]["differences"] == [
        {
            "path": ["staffing", "sykepleier", "vacant"],
            "change": "changed",
            "before": "0.8",
            "after": "2",
        }
    ]
    assert answer["compared"] == []


def test_columns_stand_side_by_side(asked):
    answer = told(asked("scenario", "--compare", "ledig+vinter", "--format", "json"))
    mapped, both = answer["compared"]
    assert (mapped["scenarios"], both["scenarios"]) == ([], ["ledig", "vinter"])
    suggested = told(
        asked("suggest", "--scenario", "ledig", "--scenario", "vinter", "--format", "json")
    )
    assert both["plan"] == suggested
    shown = told(asked("show", "--scenario", "vinter", "--scenario", "ledig", "--format", "json"))
    assert both["roles"] == shown["roles"] != mapped["roles"]
    said = asked("scenario", "--compare", "ledig+vinter")
    assert "Ledig stilling + Vinter" in said.out
    assert "Som" in said.out


def test_a_scenario_is_told_and_has_hashes_of_its_own(asked, folder):
    as_mapped = told(asked("suggest", "--format", "json"))
    assert "scenarios" not in as_mapped
    under = told(asked("suggest", "--scenario", folder / "a.yaml", "--format", "json"))
    assert under["scenarios"] == ["ledig"]
    assert under["hashes"]["mapping"] != as_mapped["hashes"]["mapping"]
    assert (
        "Slik ville det vært, ikke slik det er: Ledig stilling."
        in asked("show", "--scenario", "Ledig stilling").out
    )


def test_a_graph_is_written_under_a_scenario(asked, tmp_path):
    files = [tmp_path / "mapped.json", tmp_path / "vinter.json"]
    assert asked("graph", "--out", files[0]).status == 0
    assert asked("graph", "--scenario", "vinter", "--out", files[1]).status == 0
    assert files[0].read_bytes() != files[1].read_bytes()


def test_what_cannot_be_tried_is_refused_in_words(asked, tmp_path):
    said = asked("show", "--scenario", "vintr")
    assert (said.status, said.out) == (2, "")
    assert "Mente du «vinter»?" in said.err
    said = asked("suggest", "--scenario", "feil")
    assert said.status == 1
    assert "d.yaml" in said.out
    assert "Scenarioet i d.yaml har feil" in said.err
    other = tmp_path / "other.yaml"
    other.write_text(
        WINTER.replace("id: vinter", "id: sommer").replace("20", "10"), encoding="utf-8"
    )
    said = asked("show", "--scenario", "vinter", "--scenario", other)
    assert said.status == 1
    assert "«sommer» og «vinter» endrer det samme (tasks.dosett.minutes)" in said.err


def test_check_reads_scenarios(taskmap, folder):
    said = taskmap("check", folder, "--lang", "nb")
    assert said.status == 1
    assert "d.yaml" in said.out
    assert "a.yaml" not in said.out
