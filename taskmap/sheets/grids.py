"""Where the cells of a workbook's parts stand, seen element by element, without keeping them."""

import re
from typing import Any

from taskmap.errors import Value
from taskmap.sheets.book import cell_at, cell_name
from taskmap.sheets.limits import MOST_AREA, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from taskmap.sheets.refused import NotRead

Notes = list[tuple[str, dict[str, Value]]]
_ERROR = re.compile(r"#[A-Z/0!?]+")


class Grid:
    """The cells of one part; refuses what would make a reader build too large a rectangle."""

    def __init__(self, sheet: str, notes: Notes) -> None:
        self.sheet = sheet
        self.notes = notes
        self.cells = self.rows = self.columns = 0

    def start(self, element: str, given: dict[str, str]) -> None:
        """An element begins."""
        raise NotImplementedError

    def end(self, element: str) -> None:
        """An element ends."""
        raise NotImplementedError

    def text(self, words: str) -> None:
        """Text within an element."""
        raise NotImplementedError

    def filled(self, row: int, column: int, times: int = 1) -> None:
        """A cell that says something stands here, or so many end here."""
        self.cells += times
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        far = self.rows > MOST_ROWS or self.columns > MOST_COLUMNS
        if far or self.rows * self.columns > MOST_AREA:
            at = cell_name(row, column)
            values: dict[str, Value] = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
            raise NotRead("sheets.too_far_out", sheet=self.sheet, cell=at, **values)
        if self.cells > MOST_CELLS:
            raise NotRead("sheets.too_many_cells", sheet=self.sheet, most=MOST_CELLS)

    def note(self, code: str, row: int, column: int, **values: Value) -> None:
        """Something about a cell worth telling."""
        at = {"sheet": self.sheet, "cell": cell_name(row, column)}
        self.notes.append((code, {**at, **values}))


class XlsxGrid(Grid):
    """A worksheet part of an Excel workbook."""

    def __init__(self, sheet: str, notes: Notes) -> None:
        super().__init__(sheet, notes)
        self.at = (-1, -1)
        self.kind = self.value = self.inside = ""
        self.formula = False

    def start(self, element: str, given: dict[str, str]) -> None:
        """A row, a cell, or a part of a cell begins."""
        if element == "row":
            row = given.get("r", "")
            self.at = (int(row) - 1 if row.isascii() and row.isdigit() else self.at[0] + 1, -1)
        elif element == "c":
            self.at = cell_at(given.get("r", "")) or (self.at[0], self.at[1] + 1)
            self.kind, self.value, self.formula = given.get("t", "n"), "", False
        elif element == "f":
            self.formula = True
        elif element in {"v", "t"}:
            self.inside = element

    def end(self, element: str) -> None:
        """A cell ends, and is known."""
        if element in {"v", "t"}:
            self.inside = ""
        if element != "c":
            return
        row, column = max(self.at[0], 0), max(self.at[1], 0)
        if self.kind == "e":
            self.note("sheets.error_value", row, column, value=self.value[:20])
        elif self.formula and not self.value:
            self.note("sheets.formula_without_value", row, column)
        if self.value:
            self.filled(row, column)

    def text(self, words: str) -> None:
        """What a cell shows; its beginning is enough."""
        if self.inside:
            self.value = (self.value + words)[:40]


class OdsGrid(Grid):
    """The content of an OpenDocument workbook; rows and cells may stand for many."""

    def __init__(self, sheet: str, notes: Notes) -> None:
        super().__init__(sheet, notes)
        self.row = self.column = 0
        self.said = self.formula = False
        self.words = ""
        self.row_times = self.times = 1
        self.pending: list[tuple[int, int]] = []  # last column and number of filled cells in a row

    def start(self, element: str, given: dict[str, str]) -> None:
        """A table, a row or a cell begins."""
        if element == "table:table":
            self.sheet = given.get("table:name", self.sheet)
            self.row = self.rows = self.columns = 0
        elif element == "table:table-row":
            self.row_times = _times(given.get("table:number-rows-repeated"))
            self.column, self.pending = 0, []
        elif element in {"table:table-cell", "table:covered-table-cell"}:
            self.times = _times(given.get("table:number-columns-repeated"))
            self.said = any(name.startswith("office:") for name in given)
            self.formula, self.words = "table:formula" in given, ""

    def end(self, element: str) -> None:
        """A cell or a row ends, and is known."""
        if element in {"table:table-cell", "table:covered-table-cell"}:
            self._cell()
        elif element == "table:table-row":
            for column, times in self.pending:
                self.filled(self.row + self.row_times - 1, column, times * self.row_times)
            self.row += self.row_times

    def _cell(self) -> None:
        if _ERROR.fullmatch(self.words):
            self.note("sheets.error_value", self.row, self.column, value=self.words)
        elif self.formula and not self.said:
            self.note("sheets.formula_without_value", self.row, self.column)
        if self.said or self.words or self.formula:
            self.pending.append((self.column + self.times - 1, self.times))
        self.column += self.times

    def text(self, words: str) -> None:
        """What a cell shows; its beginning is enough."""
        self.words = (self.words + words.strip())[:20]


def attached(parser: Any, grid: Grid) -> None:
    """Let a grid see what a parser reads; a document that declares entities is refused."""

    def seen(element: str) -> str:
        return element if isinstance(grid, OdsGrid) else element.rpartition(":")[2]

    def declared(*_: object) -> None:
        raise NotRead("sheets.damaged")

    parser.StartElementHandler = lambda element, given: grid.start(seen(element), given)
    parser.EndElementHandler = lambda element: grid.end(seen(element))
    parser.CharacterDataHandler = grid.text
    parser.EntityDeclHandler = declared


def _times(said: str | None) -> int:
    return max(1, int(said[:9])) if said and said.isascii() and said.isdigit() else 1
