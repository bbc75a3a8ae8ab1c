"""Awkward but ordinary names, typed, shown, taken out, taken in: unchanged all the way."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.model.edit import SetField
from taskmap.present import task_grid
from taskmap.present.names import Speaker
from taskmap.workspace import Signed, Workspace, typed

ROOT = Path(__file__).resolve().parents[2]
SIGNED = Signed(who="leader", at=datetime(2026, 11, 22, 12, tzinfo=UTC))
UNIT = "liten-post"
NAMES = (
    'Si "nei" og «ja»',
    "=SUM(A1:A9)",
    "over\nto linjer",
    "🛏️ senger på rom Å",
    "007 leveres",
    "1/2",
    "+47 900 00 000",
    "'sitat",
    "-",
    "true",
    "1e5; 3, 4",
    "<b>fet</b> & sånt",
)


@pytest.fixture
def hall(tmp_path):
    shutil.copy(ROOT / "tests/cases/ward.yaml", tmp_path / "ward.yaml")
    return Workspace(tmp_path, date(2026, 11, 22))


def on_screen(hall, language):
    """Names as the grid shows them, by task."""
    opened = hall.open(UNIT)
    speaker = Speaker(reader(language), opened.mapping, opened.catalogue)
    said, _ = hall.said(UNIT)
    return {task: task_grid.cells(each, (), speaker)["name"] for task, each in said.items()}


def taken_in(hall, data, file, language):
    """The version a file becomes, and what it would change."""
    incoming = hall.incoming(data, file, UNIT, reader(language))
    told = hall.preview(incoming, incoming.matching)
    found = hall.arrival(incoming, told, keep=True).differences
    assert told.left_out == ()
    digest = hall.open(UNIT).digest
    hall.take_in(incoming, told, (), keep=True, based_on=digest, signed=SIGNED, why="")
    return found


@pytest.mark.parametrize(("at", "language"), [*zip((0, 4, 8), LANGUAGES, strict=True)])
def test_a_name_is_the_same_in_file_screen_csv_excel_and_file_again(hall, at, language):
    names = NAMES[at : at + 4]
    said, digest = hall.said(UNIT)
    tasks = dict(zip(said, names, strict=False))
    assert len(tasks) == len(names)
    edits = [
        edit for task, name in tasks.items() for edit in typed(said[task], {"name": name}, ()).edits
    ]
    hall.edit(UNIT, edits, based_on=digest, signed=SIGNED)
    for ending in (".csv", ".xlsx"):
        shown = on_screen(hall, language)
        assert {task: shown[task] for task in tasks} == tasks
        out = hall.sheet_file(UNIT, ending, reader(language))
        assert taken_in(hall, out, f"ut{ending}", language) == ()
        old, digest = hall.said(UNIT)
        others = [SetField(task, "name", f"{at} annet") for at, task in enumerate(old)]
        hall.edit(UNIT, others, based_on=digest, signed=SIGNED)
        taken_in(hall, out, f"ut{ending}", language)
        found = hall.open(UNIT).mapping.by_task
        assert {task: found[task].name for task in tasks} == tasks
