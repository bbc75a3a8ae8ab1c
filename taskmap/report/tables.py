"""Tables of a page as a workbook with a tab each, or one of them as CSV."""

from collections.abc import Iterable

from taskmap.language import Reader
from taskmap.present.figures.palette import short
from taskmap.present.table import Cell, Column, Table
from taskmap.sheets import Column as SheetColumn
from taskmap.sheets import Page, Scalar, write_csv, write_xlsx

WIDE, NARROW = 40, 16  # characters
LONGEST_TAB = 31
_NOT_ON_TABS = str.maketrans("", "", "[]:*?/\\")


def as_workbook(tables: Iterable[Table]) -> bytes:
    """Every table that has rows, on a numbered tab of its own."""
    found = [each for each in tables if each.rows]
    pages = (_page(f"{number} {each.title}", each) for number, each in enumerate(found, start=1))
    return write_xlsx(list(pages), {})


def as_csv(found: Table, reader: Reader) -> bytes:
    """One table, with the language's decimal sign."""
    return write_csv(_page(found.title, found), comma=reader.code != "en")


def _page(title: str, found: Table) -> Page:
    return Page(
        title=short(title.translate(_NOT_ON_TABS), LONGEST_TAB).rstrip("'"),
        columns=tuple(
            SheetColumn(title=column.title, width=NARROW if column.figures else WIDE)
            for column in found.columns
        ),
        rows=[
            [_scalar(cell, column) for cell, column in zip(row, found.columns, strict=True)]
            for row in found.rows
        ],
        spare=0,
    )


def _scalar(cell: Cell, column: Column) -> Scalar:
    """The number behind a figure, else the words."""
    return cell.text if not column.figures or cell.value is None else round(cell.value, 4)
