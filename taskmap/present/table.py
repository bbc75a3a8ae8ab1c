"""Tables that the command line, the pages and the reports draw alike."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the words shown, and the number behind them where there is one.

    Args:
        text: as the reader's language writes it.
        value: to sort by; None for words.
        key: id of what the cell names (a leaf, a role), for links and clicks.
    """

    text: str
    value: float | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; figures are aligned right.

    Args:
        unit: of the numbers behind the words: "minutes", "share", or "" for plain numbers.
    """

    title: str
    figures: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, and what the table is called and says.

    Args:
        title: heading of the table, also its name for a screen reader.
        summary: what the figures say, in a sentence or two; empty when the rows say it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: str = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"{self.title}: a row of {len(row)} cells under {len(self.columns)} columns"
                )

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as words only."""
        return tuple(tuple(cell.text for cell in row) for row in self.rows)


def only(found: Table, columns: Iterable[int]) -> Table:
    """A table with some of its columns, by place, in the order given."""
    at = tuple(columns)
    rows = tuple(tuple(row[n] for n in at) for row in found.rows)
    return Table(found.title, tuple(found.columns[n] for n in at), rows, found.summary)


def table(
    title: str,
    columns: Iterable[Column],
    rows: Iterable[Iterable[Cell]],
    summary: str = "",
) -> Table:
    """A table from any iterables of columns and rows."""
    return Table(title, tuple(columns), tuple(tuple(row) for row in rows), summary)
