"""The tables of a paper as a workbook: the same rows, with numbers that can be counted on."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from small_unit import CATALOGUE, task, ward

from taskmap.language import reader
from taskmap.model.question import Price
from taskmap.present import levels, overview, room
from taskmap.present.figures.naming import Naming
from taskmap.report import BOOKS, About, book
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
HAVBLIKK = str(ROOT / "mappings/solvik/havblikk-2.yaml")
FOLDER = Workspace(ROOT / "mappings", date(2026, 11, 21))


@pytest.fixture(scope="module")
def about():
    return FOLDER.worked(HAVBLIKK, FOLDER.question(max_changes=None), reader("nb"))


def rows(data, tab):
    return list(openpyxl.load_workbook(BytesIO(data))[tab].iter_rows(values_only=True))[1:]


def test_figures_are_numbers_in_hours_and_shares(about):
    data = book("unit", about)
    tables = {
        "Belastning": room.room_table(about.capacities, about.naming),
        "Bemanning": overview.staffing_table(about.capacities, about.naming),
        "Nivåer": levels.matrix_table(about.levels, about.price, about.naming),
        "Oppgaver": levels.level_table(about.levels, about.naming),
    }
    for tab, table in tables.items():
        found = rows(data, tab)
        assert len(found) == len(table.rows)
        for written, row in zip(found, table.rows, strict=True):
            for cell, column, value in zip(row, table.columns, written, strict=True):
                part = 60 if column.unit == "minutes" else 1
                if column.figures and cell.value is not None:
                    assert value == pytest.approx(cell.value / part, abs=0.006)
                else:
                    assert (value or "") == cell.text


def test_the_lists_hold_every_minute_the_paper_holds(about):
    hours = sum(row[-1] for row in rows(book("lists", about), "Hvem gjør hva"))
    load = sum(sum(level.today.values()) for level in about.levels) / 60
    missed = hours - load
    assert 0 <= missed < 2


@pytest.mark.parametrize("kind", BOOKS)
def test_a_book_says_first_what_it_is_and_is_the_same_each_time(about, kind):
    data = book(kind, about)
    told = [row[0] for row in rows(data, "Om tallene")]
    assert any("Oppdiktet eksempel" in line for line in told)
    assert data == book(kind, about)


def test_names_stay_text():
    names = ["=Felles", "+47 22", "1-1", "<3 år"]
    tasks = [task(f"t{n}", {"day": 7}, today="nurse", name=name) for n, name in enumerate(names)]
    naming = Naming(reader("nb"), ward(*tasks), CATALOGUE)
    whole = About(
        naming=naming, levels=(), capacities={}, findings=(), assumptions=(),
        as_of=date(2026, 11, 21), price=Price.LEVEL,
    )  # fmt: skip
    assert [row[2] for row in rows(book("lists", whole), "Hvem gjør hva")] == names
