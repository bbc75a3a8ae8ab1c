"""What a foreign file says, as plain cells: sheets of rows of text, numbers, flags and times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Scalar: TypeAlias = str | float | bool | date | datetime | time | timedelta | None
Row: TypeAlias = tuple[Scalar, ...]

_LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet, from its cell A1.

    Args:
        name: as on its tab; the file's own name where a file has no tabs.
        rows: cells in order; rows may be of different lengths, and empty ones are empty.
        hidden: not shown to those who open the workbook.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False

    def at(self, row: int, column: int) -> Scalar:
        """The cell in a row and a column, both from 0; None outside the sheet."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None

    def filled(self) -> Iterator[tuple[int, Row]]:
        """Rows that say something, with their number from 0."""
        return ((at, row) for at, row in enumerate(self.rows) if any(c is not None for c in row))


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets in their order.

    Args:
        file: name told in findings.
    """

    file: str
    sheets: tuple[Sheet, ...]


def column_name(column: int) -> str:
    """The letters of a column, from 0: ``A``, ``Z``, ``AA``."""
    name, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets name it, both from 0: ``C7``."""
    return f"{column_name(column)}{row + 1}"


def cell_at(name: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a cell's name; None for what is none."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not digits or not letters.isascii() or not letters.isupper() or len(letters) > 3:
        return None
    column = 0
    for letter in letters:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(digits[:9]) - 1, column - 1
