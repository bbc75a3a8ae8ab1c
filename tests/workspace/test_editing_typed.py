"""What is typed in a grid becomes edits of the task, in the form the document already has."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.workspace import Signed, Workspace, group_of, typed

MAPPINGS = Path(__file__).parents[2] / "mappings"
UNIT = "havblikk-2"
ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path):
    shutil.copy(MAPPINGS / "solvik/havblikk-2.yaml", tmp_path / "havblikk-2.yaml")
    return Workspace(tmp_path, date(2026, 11, 22))


def type_in(workspace, task, **cells):
    cells = {column.replace("__", "."): text for column, text in cells.items()}
    said, digest = workspace.said(UNIT)
    found = typed(said[task], cells, workspace.open(UNIT).mapping.bands)
    assert not found.findings, found.findings
    saved = workspace.edit(UNIT, found.edits, based_on=digest, signed=ME)
    assert not saved.findings, saved.findings
    return workspace.open(UNIT).mapping.by_task[task]


def test_a_count_keeps_its_stretch_of_time_or_takes_the_one_that_was_said(workspace):
    assert type_in(workspace, "morgenstell", count__morgen="2").count.by_band == {"morgen": 14}
    found = type_in(workspace, "morgenstell", count__morgen="10 i uka").count
    assert found.by_band == {"morgen": 10}
    assert found.per == "residents"
    assert b"every: week" in (workspace.folder / "havblikk-2.yaml").read_bytes()
    both = type_in(workspace, "morgenstell", count__dag="3 om dagen").count
    assert both.by_band == {"morgen": 10, "dag": 21}


@pytest.mark.parametrize(
    "written", ["{likely: 25, basis: measured}", "{low: 25, likely: 25, high: 25}"]
)
def test_one_figure_takes_the_place_of_another_and_makes_no_range(workspace, written):
    path = workspace.folder / "havblikk-2.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{low: 18, likely: 25, high: 40, basis: estimate}", written))
    for minutes in ("40 min", "30"):
        found = type_in(workspace, "morgenstell", minutes=minutes).minutes
    assert (found.low, found.likely, found.high) == (30, 30, 30)
    assert ("basis: measured" in path.read_text(encoding="utf-8")) == ("measured" in written)


def test_minutes_widen_their_range_and_take_a_new_one(workspace):
    found = type_in(workspace, "morgenstell", minutes="45 min").minutes
    assert (found.low, found.likely, found.high) == (18, 45, 45)
    found = type_in(workspace, "morgenstell", minutes="30 (20-50)").minutes
    assert (found.low, found.likely, found.high) == (20, 30, 50)
    found = type_in(workspace, "morgenstell", minutes="20-30 min").minutes
    assert (found.low, found.likely, found.high) == (20, 25, 30)


def test_shares_are_read_together_and_by_band(workspace):
    found = type_in(
        workspace, "morgenstell", today__sykepleier="15 %", today__helsefagarbeider="70"
    )
    assert found.today["morgen"]["sykepleier"] == pytest.approx(0.15)
    found = type_in(
        workspace,
        "morgenstell",
        today__sykepleier="",
        today__assistent="Morgen 20",
        today__helsefagarbeider="75",
        missed="5",
    )
    assert found.missed == {"morgen": 0.05}
    assert set(found.today["morgen"]) == {"assistent", "helsefagarbeider"}


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("count.morgen", "tre ofte", "amount.not_understood"),
        ("count.morgen", "20 min", "amount.not_understood"),
        ("minutes", "3 om dagen", "amount.not_understood"),
        ("minutes", "25 (xx)", "amount.not_understood"),
        ("today.sykepleier", "halvparten", "share.range"),
        ("today.sykepleier", "120", "share.range"),
        ("today.sykepleier", "Helg 20", "share.range"),
    ],
)
def test_what_is_not_understood_makes_no_edit(workspace, column, text, code):
    said = workspace.said(UNIT)[0]["morgenstell"]
    found = typed(said, {column: text}, workspace.open(UNIT).mapping.bands)
    assert found.edits == ()
    assert [finding.code for finding in found.findings] == [code]
    assert found.findings[0].place.field == column


def test_missed_work_belongs_to_who_does_it():
    assert {group_of("missed"), group_of("today.sykepleier")} == {"today"}
    assert group_of("count.dag") == "count"
