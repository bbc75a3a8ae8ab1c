"""CSV and pasted text as cells: which letters, which separator, and text kept as text."""

import csv
import re
from collections import Counter
from io import StringIO
from pathlib import PurePath

from taskmap.errors import Value
from taskmap.model.finding import Finding
from taskmap.sheets.book import Book, Row, Sheet, cell_name
from taskmap.sheets.guarded import unguarded
from taskmap.sheets.limits import (
    LONGEST_CELL,
    MEGABYTE,
    MOST_AREA,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TEXT,
)
from taskmap.sheets.noted import note, refusal
from taskmap.sheets.refused import NotRead

SEPARATORS = (";", "\t", ",")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # what Excel calls Unicode text
_SNIFFED = 200  # lines looked at
_MARKUP = re.compile(r"\s*<(!doctype html|html|head|table|\?xml)\b", re.IGNORECASE)


def delimited(data: bytes, file: str, ending: str) -> tuple[Book | None, tuple[Finding, ...]]:
    """A text file's cells; every cell is text, and what it means is for the reader to say."""
    if data.startswith(b"PK\x03\x04") or (b"\0" in data and not data.startswith(_WIDE)):
        return None, (refusal(file, "sheets.not_a_workbook", value=ending),)
    text, findings = _decoded(data, file)
    if _MARKUP.match(text):
        return None, (refusal(file, "sheets.web_page"),)
    name = PurePath(file).stem
    try:
        rows = tuple(_rows(text, "\t" if ending == ".tsv" else separator(text), name))
    except NotRead as refused:
        return None, (*findings, refusal(file, refused.code, **refused.values))
    except csv.Error:
        return None, (*findings, refusal(file, "sheets.damaged"))
    return Book(file, (Sheet(name=name, rows=rows),)), findings


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), (note(file, "sheets.old_encoding"),)


def separator(text: str) -> str:
    """What stands between cells: the mark that divides most lines into the same number of cells."""
    first = text.splitlines()[0] if text else ""
    if first.lower().startswith("sep=") and first[4:5] in SEPARATORS:
        return first[4:5]
    return max(SEPARATORS, key=lambda mark: _evenness(text, mark))


def _evenness(text: str, mark: str) -> tuple[int, int]:
    """How many lines have the same number of cells, more than one; then how many cells."""
    rows = csv.reader(StringIO(text[:200_000], newline=""), delimiter=mark)
    widths: Counter[int] = Counter()
    try:
        for at, row in enumerate(rows):
            if at == _SNIFFED:
                break
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return 0, 0
    width, times = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return times, width


def _rows(text: str, mark: str, name: str) -> list[Row]:
    csv.field_size_limit(LONGEST_CELL * 4)
    lines = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    read = _Read(name)
    try:
        for cells in lines:
            read.add(cells)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise NotRead("sheets.quote_open", line=lines.line_num) from None
        raise
    rows = read.rows
    if rows and len(rows[0]) <= 2 and str(rows[0][:1]).lower().startswith("('sep="):
        rows[0] = ()  # Excel's own line about the separator; rows keep their numbers
    return rows


class _Read:
    """The rows read so far, and how much that is."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.rows: list[Row] = []
        self.cells = self.widest = self.letters = 0

    def add(self, cells: list[str]) -> None:
        """One more row."""
        row = tuple(unguarded(cell) or None for cell in cells)
        self.rows.append(row)
        self.cells += sum(cell is not None for cell in row)
        self.widest = max(self.widest, len(row))
        self.letters += sum(map(len, cells))
        self._bounded(cell_name(len(self.rows) - 1, max(len(row) - 1, 0)))

    def _bounded(self, cell: str) -> None:
        high = len(self.rows)
        if high > MOST_ROWS or self.widest > MOST_COLUMNS or high * self.widest > MOST_AREA:
            most: dict[str, Value] = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
            raise NotRead("sheets.too_far_out", sheet=self.sheet, cell=cell, **most)
        if self.cells > MOST_CELLS:
            raise NotRead("sheets.too_many_cells", sheet=self.sheet, most=MOST_CELLS)
        if self.letters > MOST_TEXT:
            most = {"most": MOST_TEXT // MEGABYTE}
            raise NotRead("sheets.too_much_text", sheet=self.sheet, cell=cell, **most)
