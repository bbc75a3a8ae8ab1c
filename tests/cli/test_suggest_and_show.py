"""`taskmap suggest`, `show` and `graph`: the main job from a terminal."""

import json

import jsonschema
import networkx as nx
import pytest
from running import ROOT, WARD

DAY = ("--date", "2026-11-02")


@pytest.fixture(scope="module")
def schema():
    found = json.loads((ROOT / "schema/suggest.schema.json").read_text())
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("Netto", "Belastning før og etter", "ganger i uka", "Forutsetninger")),
        ("sv", ("Netto", "Belastning före och efter", "gånger i veckan", "Förutsättningar")),
        ("en", ("Net", "Load before and after", "times a week", "Assumptions")),
    ],
)
def test_suggestions_are_told_in_three_languages(taskmap, language, words):
    said = taskmap("suggest", WARD, "--moves", "2", "--lang", language, *DAY)
    assert said.status == 0
    assert all(word in said.out for word in words)
    assert "\x1b" not in said.out
    assert max(map(len, said.out.splitlines())) <= 100


def test_the_answer_as_json_keeps_its_schema_and_its_bytes(taskmap, schema):
    once = taskmap("suggest", WARD, "--format", "json", *DAY)
    schema.validate(json.loads(once.out))
    assert once.out == taskmap("suggest", WARD, "--format", "json", *DAY).out
    assert json.loads(once.out)["question"]["as_of"] == "2026-11-02"


def test_moves_limit_the_tasks_that_change(taskmap):
    asked = taskmap("suggest", WARD, "--moves", "1", "--format", "json", *DAY)
    told = json.loads(asked.out)
    gains = {move["task"].partition("/")[0] for move in told["moves"] if move["kind"] == "gain"}
    assert told["question"]["max_changes"] == 1
    assert len(gains) <= 1


@pytest.mark.parametrize("price", ["level", "cost", "scarcity"])
def test_the_price_is_the_one_asked_for(taskmap, price):
    asked = taskmap("suggest", WARD, "--moves", "1", "--price", price, "--format", "json", *DAY)
    assert json.loads(asked.out)["question"]["price"] == price


def test_a_unit_is_shown_with_staffing_matrix_and_tasks(taskmap):
    said = taskmap("show", "havblikk-2", "--lang", "nb", *DAY)
    assert said.status == 0
    for words in ("Havblikk sykehjem", "LEON-matrise", "Sykepleier", "Oppgaver og nivåer"):
        assert words in said.out


def test_a_unit_as_json(taskmap):
    told = json.loads(taskmap("show", WARD, "--format", "json", *DAY).out)
    assert told["schema"] == "taskmap/show/1"
    assert told["roles"][0]["role"] == "sykehjemslege"


@pytest.mark.parametrize("command", ["suggest", "show", "graph"])
def test_a_file_with_errors_is_refused_with_its_findings(taskmap, tmp_path, command):
    broken = tmp_path / "broken.yaml"
    broken.write_text(WARD.read_text().replace("role: matvert\n", "role: matvart\n", 1))
    out = ("--out", tmp_path / "g.json") if command == "graph" else ()
    said = taskmap(command, broken, *out, "--lang", "nb")
    assert said.status == 1
    assert "Mente du «matvert»?" in said.out
    assert "har feil som må rettes" in said.err
    assert not (tmp_path / "g.json").exists()


def test_errors_are_findings_in_json_too(taskmap, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("taskmap: mapping/1\n")
    said = taskmap("suggest", broken, "--format", "json")
    assert said.status == 1
    assert json.loads(said.out)["schema"] == "taskmap/check/1"
    assert json.loads(said.out)["findings"]


def test_an_unknown_unit_is_wrong_use_and_the_nearest_is_named(taskmap):
    said = taskmap("suggest", "havblik-2", "--lang", "nb")
    assert (said.status, said.out) == (2, "")
    assert "Mente du «havblikk-2»?" in said.err


@pytest.mark.parametrize("ending", ["graphml", "json"])
def test_the_graph_is_written_as_the_ending_says(taskmap, tmp_path, ending):
    file = tmp_path / f"ward.{ending}"
    said = taskmap("graph", WARD, "--out", file, "--lang", "nb", *DAY)
    assert said.status == 0
    read = (
        nx.read_graphml(file)
        if ending == "graphml"
        else nx.node_link_graph(json.loads(file.read_text()), edges="edges")
    )
    assert f"{read.number_of_nodes()} noder" in said.out
    assert any(node.startswith("role:") for node in read)


def test_another_ending_is_wrong_use(taskmap, tmp_path):
    said = taskmap("graph", WARD, "--out", tmp_path / "ward.png", "--lang", "nb")
    assert said.status == 2
    assert "--out" in said.err


def test_a_folder_that_is_not_there_is_told_in_words(taskmap, tmp_path):
    file = tmp_path / "nowhere/ward.json"
    said = taskmap("graph", WARD, "--out", file, "--lang", "nb", *DAY)
    assert said.status == 1
    assert f"{file} finnes ikke" in said.err
    assert "Traceback" not in said.err
