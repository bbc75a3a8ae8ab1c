"""What we write is never run by those who open it, and reads back as it was."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from taskmap import sheets
from taskmap.sheets import Column, Page, write_csv, write_xlsx

AWKWARD = (
    "<3 år",
    "+47 900 00 000",
    "=Felles",
    "-stell",
    "@her",
    "'=sitert",
    "''apostrof",
    "1-1",
    "007",
    "1E5",
    "A\u030asgård",
    "čáhci ŋ đ ž",
    "http://example.no",
    "linje\nto",
    "linje\r\nto",
    'sa "hei"; og, så',
    "\ttabulator",
    " mellomrom ",
    "_x000D_",
    "{=1+1}",
    "|cmd",
    "%23",
    "\N{FULLWIDTH EQUALS SIGN}bred",
    "😀",
    "\ufeffmerke",
    "true",
    "x" * 32_000,
)
PAGE = Page(
    title="Ark",
    columns=(Column(title="Navn", choices="role"), Column(title="=Tittel", form="share")),
    rows=[(text, 0.25) for text in AWKWARD],
)
LISTS = {"role": ["=Sykepleier", "Lege"], "empty": []}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_awkward_but_ordinary_text_survives(kind):
    data = write_xlsx([PAGE], LISTS) if kind == "xlsx" else write_csv(PAGE, comma=True)
    book, _ = sheets.read(data, f"ut.{kind}")
    assert tuple(row[0] for row in book.sheets[0].rows[1:]) == AWKWARD
    assert book.sheets[0].rows[0] == ("Navn", "=Tittel")


def test_a_workbook_of_ours_holds_no_formula_and_no_link():
    with ZipFile(BytesIO(write_xlsx([PAGE], LISTS))) as package:
        cells = package.read("xl/worksheets/sheet1.xml").decode()
        names = package.namelist()
    assert "<f>" not in cells
    assert "<hyperlink" not in cells
    assert not [name for name in names if "rels/sheet1" in name]


def test_no_cell_of_a_csv_begins_as_a_formula():
    text = write_csv(PAGE, comma=False).decode("utf-8-sig")
    cells = [cell for line in text.split("\r\n") for cell in line.split(";")]
    assert not [cell for cell in cells if cell.lstrip('"')[:1] in set("=+-@")]


def test_lists_are_named_ranges_on_a_hidden_sheet():
    book = openpyxl.load_workbook(BytesIO(write_xlsx([PAGE], LISTS, "Lister")))
    assert book["Lister"].sheet_state == "hidden"
    assert {n: d.attr_text for n, d in book.defined_names.items()} == {
        "list_role": "'Lister'!$A$1:$A$2"
    }
    (rule,) = book["Ark"].data_validations.dataValidation
    assert (rule.formula1, rule.errorStyle) == ("list_role", "warning")


def test_equal_pages_give_equal_bytes():
    assert write_xlsx([PAGE], LISTS) == write_xlsx([PAGE], LISTS)


def test_every_figure_comes_back_to_the_last_digit():
    figures = [1 / 3, 0.1 + 0.2, 12 / 52, 1e-7, 5, 2.5]
    page = Page(title="Tall", columns=(Column(title="Tall"),), rows=[(n,) for n in figures])
    book, _ = sheets.read(write_xlsx([page], {}), "ut.xlsx")
    assert [float(row[0]) for row in book.sheets[0].rows[1:]] == figures


def test_days_come_back_as_days():
    page = Page(title="Dag", columns=(Column(title="D"),), rows=[(date(2026, 11, 3),)])
    book, _ = sheets.read(write_xlsx([page], {}), "ut.xlsx")
    assert book.sheets[0].at(1, 0) == date(2026, 11, 3)
    assert b"2026-11-03" in write_csv(page, comma=True)
