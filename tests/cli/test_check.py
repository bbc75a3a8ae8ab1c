"""`taskmap check`: findings, sums and exit status."""

import json

import pytest
from running import ROOT, WARD

BROKEN = WARD.read_text().replace("role: matvert\n", "role: matvart\n", 1)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ward.yaml").write_text(WARD.read_text())
    (tmp_path / "broken.yaml").write_text(BROKEN.replace("id: liten-post", "id: annen"))
    return tmp_path


def test_a_sound_file_is_clean(taskmap):
    said = taskmap("check", WARD, "--lang", "nb")
    assert said.status == 0
    assert "1 enhet lest: 4 oppgaver" in said.out
    assert said.err == ""


def test_a_mistake_is_told_with_line_and_way_out(taskmap, folder):
    said = taskmap("check", folder, "--lang", "nb")
    line = BROKEN[: BROKEN.index("matvart")].count("\n") + 1
    assert said.status == 1
    assert "Mente du «matvert»?" in said.out
    assert f"{line}:" in said.out
    assert "role.unknown" in said.out
    assert "Mente du" not in taskmap("check", folder, "--lang", "sv").out


def test_the_findings_as_json(taskmap, folder):
    said = taskmap("check", folder, "--format", "json", "--lang", "sv")
    told = json.loads(said.out)
    assert said.status == 1
    assert told["schema"] == "taskmap/check/1"
    unknown = next(f for f in told["findings"] if f["code"] == "role.unknown")
    assert unknown["severity"] == "error"
    assert unknown["values"]["nearest"] == "matvert"
    assert "Menade du" in unknown["message"]
    assert {u["id"] for u in told["units"]} >= {"liten-post"}


def test_every_broken_document_is_told_without_a_traceback(taskmap):
    said = taskmap("check", ROOT / "tests/broken", "--lang", "nb")
    assert said.status == 1
    assert "Traceback" not in said.out + said.err
    assert "[finding." not in said.out


def test_no_path_is_wrong_use(taskmap):
    said = taskmap("check", "--lang", "nb")
    assert (said.status, said.out) == (2, "")
    assert "STI… mangler." in said.err
    assert "taskmap check --help" in said.err


def test_a_path_that_is_not_there_is_wrong_use(taskmap):
    said = taskmap("check", "nowhere.yaml", "--lang", "sv")
    assert said.status == 2
    assert "nowhere.yaml" in said.err


def test_a_file_needs_no_ending_to_be_checked(taskmap, tmp_path):
    (tmp_path / "ward").write_text(WARD.read_text())
    assert taskmap("check", tmp_path / "ward").status == 0
