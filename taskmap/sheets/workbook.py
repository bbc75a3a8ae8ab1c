"""Workbooks as cells: container and dimensions looked at first, then read by calamine."""

import re
from collections.abc import Iterator
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from taskmap.errors import Value
from taskmap.model.finding import Finding
from taskmap.sheets.book import Book, Row, Scalar, Sheet, cell_name
from taskmap.sheets.limits import (
    LONGEST_CELL,
    MEGABYTE,
    MOST_AREA,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    MOST_TEXT,
)
from taskmap.sheets.noted import doubt, note, refusal
from taskmap.sheets.package import Looked, NotRead, look

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_MARKUP = re.compile(rb"\s*(\xef\xbb\xbf)?\s*<(!doctype|html|head|table|meta)\b", re.IGNORECASE)

Answer = tuple[Book | None, tuple[Finding, ...]]


def workbook(data: bytes, file: str) -> Answer:
    """A workbook's cells; what is refused is refused before it is unpacked."""
    try:
        looked = _looked_at(data)
        sheets = tuple(_sheets(data, looked))
    except NotRead as refused:
        return None, (refusal(file, refused.code, **refused.values),)
    except PasswordError:
        return None, (refusal(file, "sheets.encrypted"),)
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a broken file breaks its readers in any way, panics too
        return None, (refusal(file, "sheets.damaged"),)
    return Book(file, sheets), tuple(_told(looked, sheets, file))


def _looked_at(data: bytes) -> Looked:
    if data.startswith(_ZIP):
        return look(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise NotRead("sheets.encrypted")
        return Looked(macros=_MACROS in data)
    if _MARKUP.match(data[:1000]):
        raise NotRead("sheets.web_page")
    start = data[:20].decode("ascii", "replace")
    raise NotRead("sheets.not_a_workbook", value="".join(c for c in start if c.isprintable()))


def _sheets(data: bytes, looked: Looked) -> Iterator[Sheet]:
    opened = CalamineWorkbook.from_object(BytesIO(data))
    known = [m for m in opened.sheets_metadata if m.typ is SheetTypeEnum.WorkSheet]
    if len(known) > MOST_SHEETS:
        raise NotRead("sheets.too_many_sheets", count=len(known), most=MOST_SHEETS)
    budget = _Budget()
    for one in known:
        cells = opened.get_sheet_by_name(one.name)
        _note_merged(cells, looked)
        rows = tuple(budget.row(row, at, one.name) for at, row in enumerate(_rows(cells)))
        hidden = one.visible is not SheetVisibleEnum.Visible
        yield Sheet(name=one.name, rows=rows, hidden=hidden)


def _rows(cells: CalamineSheet) -> Iterator[list[Scalar]]:
    """Rows from A1 on; calamine itself begins at the first cell that says something."""
    end = cells.end
    if end is None:
        return
    height, width = end[0] + 1, end[1] + 1
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_AREA:
        at = cell_name(*end)
        values: dict[str, Value] = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
        raise NotRead("sheets.too_far_out", sheet=cells.name, cell=at, **values)
    start = cells.start or (0, 0)
    yield from ([] for _ in range(start[0]))
    for row in cells.to_python(skip_empty_area=True):
        yield [None] * start[1] + list(row)


def _note_merged(cells: CalamineSheet, looked: Looked) -> None:
    for first, last in cells.merged_cell_ranges or ():
        values = {"cell": cell_name(*first), "to": cell_name(*last)}
        looked.notes.append(("sheets.merged", {"sheet": cells.name, **values}))


class _Budget:
    """How much has been read of what may be read."""

    def __init__(self) -> None:
        self.cells = 0
        self.letters = 0

    def row(self, cells: list[Scalar], at: int, sheet: str) -> Row:
        """A row's cells, an empty text as nothing, trailing emptiness cut."""
        row = [None if cell == "" else _plain(cell) for cell in cells]
        while row and row[-1] is None:
            row.pop()
        self.cells += sum(cell is not None for cell in row)
        if self.cells > MOST_CELLS:
            raise NotRead("sheets.too_many_cells", sheet=sheet, most=MOST_CELLS)
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                self._letters(cell, cell_name(at, column), sheet)
        return tuple(row)

    def _letters(self, text: str, cell: str, sheet: str) -> None:
        self.letters += len(text)
        if self.letters > MOST_TEXT or len(text) > LONGEST_CELL * 4:
            most = MOST_TEXT // MEGABYTE
            raise NotRead("sheets.too_much_text", sheet=sheet, cell=cell, most=most)


def _plain(cell: Scalar) -> Scalar:
    return float(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell


def _told(looked: Looked, sheets: tuple[Sheet, ...], file: str) -> Iterator[Finding]:
    if looked.macros:
        yield note(file, "sheets.macros")
    if looked.links:
        yield doubt(file, "sheets.links")
    for sheet in sheets:
        if sheet.hidden and sheet.rows:
            yield note(file, "sheets.hidden", sheet=sheet.name)
    for code, values in looked.told():
        yield doubt(file, code, **values)
