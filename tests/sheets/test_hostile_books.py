"""Hostile and broken files are refused or read safely, and the finding names sheet and cell."""

import time
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from taskmap import sheets
from taskmap.model.finding import Severity
from tests.sheets.made import by_hand, ods, ods_cell, rows, sheet_xml, xlsx, zipped

FILES = Path(__file__).parent / "files"
ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
)
CELL = '<c r="A1" t="inlineStr"><is><t>{}</t></is></c>'
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
BOMB = {"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": bytes(205_000_000)}
REFUSED = {
    "one cell in the far corner": (
        lambda: xlsx(lambda sheet: sheet.cell(1_048_576, 16_384, "x")),
        ("sheets.too_far_out", "Uke 42", "XFD1048576"),
    ),
    "a far corner of OpenDocument": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/>'
            f"</table:table-row><table:table-row>{ods_cell('x', 16_384)}</table:table-row>"
        ),
        ("sheets.too_far_out", "Ark", "XFD1048576"),
    ),
    "repeated cells of OpenDocument": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="200000">'
            f"{ods_cell('x', 15)}</table:table-row>"
        ),
        ("sheets.too_many_cells", "Ark", None),
    ),
    "a part that unpacks to a quarter of a gigabyte": (
        lambda: zipped(BOMB),
        ("sheets.unpacks_too_large", None, None),
    ),
    "thousands of parts": (
        lambda: zipped({f"xl/p{n}.xml": "" for n in range(2_500)}),
        ("sheets.too_many_parts", None, None),
    ),
    "entities in a sheet": (
        lambda: by_hand(DOCTYPE + sheet_xml(f'<row r="1">{CELL.format("&b;")}</row>')),
        ("sheets.damaged", None, None),
    ),
    "half a workbook": (
        lambda: rows(("Oppgave", "Min"), ("Stell", 5))[:-1500],
        ("sheets.damaged", None, None),
    ),
    "a password": (lambda: ENCRYPTED, ("sheets.encrypted", None, None)),
    "some other zip": (
        lambda: zipped({"readme.txt": "hello"}),
        ("sheets.not_a_workbook", None, None),
    ),
    "an old format that is only a head": (
        lambda: ENCRYPTED[:400],
        ("sheets.damaged", None, None),
    ),
    "nothing": (lambda: b"", ("sheets.empty", None, None)),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), ("sheets.not_a_workbook", None, None)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_safely_is_refused_at_its_cell(name):
    data, (code, sheet, cell) = REFUSED[name][0](), REFUSED[name][1]
    begun = time.monotonic()
    book, findings = sheets.read(data, "fil.xlsx")
    assert book is None
    told = findings[-1]
    assert (told.code, told.place.sheet, told.values.get("cell")) == (code, sheet, cell)
    assert told.severity is Severity.ERROR
    assert time.monotonic() - begun < 20  # a bound on work, not a measure of speed


def test_a_web_page_called_a_workbook_is_told_as_such():
    for page in (b"<html><table><tr><td>1</td></tr></table></html>", b"\n <!DOCTYPE html><p>x"):
        assert [f.code for f in sheets.read(page, "uke.xls")[1]] == ["sheets.web_page"]


def test_an_ending_we_do_not_read_is_told_with_those_we_do():
    book, (finding,) = sheets.read(b"%PDF-1.7", "uke.pdf")
    assert book is None
    assert (finding.code, finding.values["value"]) == ("sheets.ending", ".pdf")
    assert ".xlsx" in finding.values["known"]


def test_two_hundred_thousand_empty_rows_are_no_rows():
    said = f'<row r="1">{CELL.format("Oppgave")}</row>'
    bare = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 200_001))
    book, findings = sheets.read(by_hand(sheet_xml(said + bare)), "uke.xlsx")
    assert findings == ()
    assert book.sheets[0].rows == (("Oppgave",),)


def test_formulas_count_as_the_value_they_last_had():
    cached = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c></row>'
    book, findings = sheets.read(by_hand(sheet_xml(cached)), "uke.xlsx")
    assert book.sheets[0].at(0, 0) == 2.0
    assert book.sheets[0].at(0, 1) is None
    (finding,) = findings
    assert finding.code == "sheets.formula_without_value"
    assert (finding.place.sheet, finding.place.line, finding.place.column) == ("Ark", 1, 2)


def test_errors_in_cells_are_told_where_they_stand():
    error = '<row r="2"><c r="C2" t="e"><v>#REF!</v></c></row>'
    book, (finding,) = sheets.read(by_hand(sheet_xml(error)), "uke.xlsx")
    assert book.sheets[0].at(1, 2) is None
    assert (finding.values["cell"], finding.values["value"]) == ("C2", "#REF!")


def test_merged_cells_count_for_the_first_and_are_told():
    def fill(sheet):
        sheet["B2"] = "Stell"
        sheet.merge_cells("B2:B4")

    book, (finding,) = sheets.read(xlsx(fill), "uke.xlsx")
    assert [row[1:] for row in book.sheets[0].rows] == [(), ("Stell",)]
    assert finding.values == {"sheet": "Uke 42", "cell": "B2", "to": "B4"}


def test_macros_and_links_to_other_files_are_told_and_never_followed():
    sheet = sheet_xml('<row r="1"><c r="A1"><f>[1]Ark!A1</f><v>7</v></c></row>')
    more = {"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    book, findings = sheets.read(by_hand(sheet, **more), "uke.xlsm")
    assert book.sheets[0].at(0, 0) == 7.0
    assert [f.code for f in findings] == ["sheets.macros", "sheets.links"]


def test_a_hidden_sheet_is_told():
    book = openpyxl.Workbook()
    book.active["A1"] = "Oppgave"
    hidden = book.create_sheet("Lønn")
    hidden["A1"], hidden.sheet_state = 1, "veryHidden"
    out = BytesIO()
    book.save(out)
    read, findings = sheets.read(out.getvalue(), "uke.xlsx")
    assert [sheet.hidden for sheet in read.sheets] == [False, True]
    assert [f.place.sheet for f in findings] == ["Lønn"]


def test_memory_is_bounded_where_dimensions_do_not_tell():
    shared = f'<sst xmlns="http://x"><si><t>{"x" * 30_000}</t></si></sst>'
    line = "".join(f'<c r="{column}{{0}}" t="s"><v>0</v></c>' for column in "ABCDEFGHIJ")
    cells = "".join(f'<row r="{n}">{line.format(n)}</row>' for n in range(1, 5_001))
    book, findings = sheets.read(
        by_hand(sheet_xml(cells), **{"xl/sharedStrings.xml": shared}), "uke.xlsx"
    )
    assert book is None
    assert findings[-1].code in {"sheets.too_much_text", "sheets.too_heavy"}


def test_the_old_format_is_read_and_its_far_corner_refused():
    book, findings = sheets.read((FILES / "uke.xls").read_bytes(), "uke.xls")
    assert findings == ()
    assert book.sheets[0].rows == (
        ("Oppgave", "Minutter", "Dato"),
        ("Løfte <3 år", 7.5, date(2026, 11, 3)),
        ("=Felles", 5.0),
    )
    _, (finding,) = sheets.read((FILES / "far.xls").read_bytes(), "far.xls")
    assert (finding.code, finding.values["cell"]) == ("sheets.too_far_out", "IV65536")


def test_opendocument_is_read():
    line = f"<table:table-row>{ods_cell('Oppgave')}{ods_cell('<3 år'.replace('<', '&lt;'), 2)}"
    book, findings = sheets.read(ods(f"{line}</table:table-row>"), "uke.ods")
    assert findings == ()
    assert book.sheets[0].rows == (("Oppgave", "<3 år", "<3 år"),)
