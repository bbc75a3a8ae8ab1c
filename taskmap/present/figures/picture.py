"""A picture with what stands beside it: its words for those who do not see it, and its table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from taskmap.language import Reader
from taskmap.present.table import Cell, Column, Table

Value = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A figure, the same in words, and the same as a table."""

    figure: go.Figure
    summary: str
    table: Table


def beside(
    title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]], reader: Reader
) -> Table:
    """The table beside a picture; numbers keep their value so that they sort."""
    filled = tuple(tuple(_cell(value, reader) for value in row) for row in rows)
    columns = tuple(
        Column(heading, figures=any(row[at].value is not None for row in filled))
        for at, heading in enumerate(headings)
    )
    return Table(title, columns, filled)


def _cell(value: Value, reader: Reader) -> Cell:
    if value is None:
        return Cell("–")  # noqa: RUF001 - a dash for nothing
    if isinstance(value, str):
        return Cell(value)
    return Cell(reader.number(value, 0 if isinstance(value, int) else 1), value)
