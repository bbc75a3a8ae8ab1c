"""Files taken into units: as edits that keep the document, with what was confirmed remembered."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.errors import FileThere, RowsLeftOut
from taskmap.language import reader
from taskmap.workspace import Signed, Workspace

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
SIGNED = Signed(who="leader", at=datetime(2026, 11, 22, 12, tzinfo=UTC))
NB = reader("nb")
UNIT = "havblikk-2"


@pytest.fixture
def hall(tmp_path):
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", tmp_path / "havblikk-2.yaml")
    return Workspace(tmp_path, TODAY)


def taken(hall, told, incoming, *, keep=True, accepted=()):
    return hall.take_in(
        incoming, told, accepted, keep=keep, based_on=hall.open(UNIT).digest, signed=SIGNED, why=""
    )


def incoming_csv(hall, text, file="uke.csv"):
    incoming = hall.incoming(text.encode(), file, UNIT, NB)
    return incoming, hall.preview(incoming, incoming.matching)


def test_an_exported_unit_with_a_cell_changed_becomes_one_edit(hall):
    out = hall.sheet_file(UNIT, ".csv", NB).decode("utf-8-sig")
    before = (hall.folder / "havblikk-2.yaml").read_text()
    line = next(line for line in out.splitlines() if line.startswith("kveldsstell;"))
    changed = out.replace(line, line.replace(";20;12;30;", ";25;12;30;"))
    incoming, told = incoming_csv(hall, changed)
    arrival = hall.arrival(incoming, told, keep=True)
    assert [d.path for d in arrival.differences] == [("tasks", "kveldsstell", "minutes")]
    edited = taken(hall, told, incoming)
    assert edited.version.number == 2
    after = (hall.folder / "havblikk-2.yaml").read_text()
    assert hall.open(UNIT).mapping.by_task["kveldsstell"].minutes.likely == 25
    assert len(after.splitlines()) == len(before.splitlines())
    assert [line for line in before.splitlines() if "#" in line] == [
        line for line in after.splitlines() if "#" in line
    ]


def test_tasks_the_file_says_nothing_of_stay_or_go_as_one_chooses(hall):
    text = "Oppgave;Ganger per uke;Minutter;Tidsrom;Utføres av\nVanne;3;10;Morgen;Sykepleier\n"
    incoming, told = incoming_csv(hall, text)
    there = set(hall.open(UNIT).mapping.by_task)
    assert set(hall.arrival(incoming, told, keep=True).gone) == there
    taken(hall, told, incoming)
    assert set(hall.open(UNIT).mapping.by_task) == {*there, "vanne"}
    incoming, told = incoming_csv(hall, text)
    taken(hall, told, incoming, keep=False)
    assert set(hall.open(UNIT).mapping.by_task) == {"vanne"}


def test_a_row_left_out_must_be_accepted_and_nothing_is_written_before(hall):
    text = (
        "Oppgave;Ganger per uke;Minutter;Tidsrom;Utføres av\n"
        "Vanne;3;10;Morgen;Sykepleier\nFeil;mange;10;Morgen;Sykepleier\n"
    )
    incoming, told = incoming_csv(hall, text)
    assert told.left_out == ("uke!3",)
    with pytest.raises(RowsLeftOut):
        taken(hall, told, incoming)
    assert hall.history(UNIT) == ()
    taken(hall, told, incoming, accepted=("uke!3",))
    assert "vanne" in hall.open(UNIT).mapping.by_task


def test_a_file_without_one_sound_task_takes_no_task_away(hall):
    text = "Oppgave;Timer;Tidsrom\nVanne;mange;Morgen\nSum;12,5;\n"
    incoming, told = incoming_csv(hall, text)
    assert hall.arrival(incoming, told, keep=True).differences == ()
    there = hall.open(UNIT).mapping.by_task
    assert hall.arrival(incoming, told, keep=True).gone == tuple(there)


def test_a_confirmed_matching_is_there_the_next_time(hall):
    text = "Hva;Tall;Tid\nVanne;3;10\n"
    incoming = hall.incoming(text.encode(), "uke42.csv", UNIT, NB)
    assert "count" not in {c.means for m in incoming.matching.sheets for c in m.columns}
    from taskmap.workspace import Matched, Matching, SheetMatch  # noqa: PLC0415 - here alone

    columns = (
        Matched(letters="A", header="Hva", means="name"),
        Matched(letters="B", header="Tall", means="count", every="week"),
    )
    given = {"band": "Morgen", "today": "Sykepleier"}
    match = SheetMatch(sheet="uke42", holds="tasks", header=1, columns=columns, given=given)
    hall.know_columns(UNIT, Matching((match,)), SIGNED)
    moved = "\nTall;Ny;Hva\n3;x;Vanne\n"
    (again,) = hall.incoming(moved.encode(), "uke43.csv", UNIT, NB).matching.sheets
    assert (again.sheet, again.header, again.given) == ("uke43", 2, given)
    assert {(c.letters, c.means) for c in again.columns} == {("A", "count"), ("C", "name")}
    assert hall.check([hall.folder]).clean
    assert [card.id for card in hall.units()] == [UNIT]


def test_a_whole_workbook_is_a_new_unit_once(hall, tmp_path_factory):
    data = hall.sheet_file(UNIT, ".xlsx", NB)
    other = Workspace(tmp_path_factory.mktemp("other"), TODAY)
    incoming = other.incoming(data, "ut.xlsx", None, NB)
    told = other.preview(incoming, incoming.matching)
    assert other.create(told, (), signed=SIGNED, why="") == UNIT
    assert other.open(UNIT).mapping == hall.open(UNIT).mapping
    with pytest.raises(FileThere):
        other.create(told, (), signed=SIGNED, why="")
