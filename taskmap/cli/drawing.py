"""Tables and paragraphs as lines of text, measured in terminal columns and not in characters."""

import unicodedata
from collections.abc import Sequence

from taskmap.present.table import Table

GAP = "  "
LEAST, LONGEST = 8, 24  # columns a column of words keeps when the table is too wide


def draw(table: Table, width: int) -> tuple[list[str], list[list[str]]]:
    """A table's heading lines and each row's lines: figures to the right, words wrapped."""
    heads = [column.title for column in table.columns]
    rows = table.texts()
    figures = [column.figures for column in table.columns]
    widths = _widths(heads, rows, figures, width)
    body = [_row_lines(row, widths, figures) for row in rows]
    return _row_lines(heads, widths, figures, head=True), body


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most so many columns, broken between words where there are any."""
    lines: list[str] = []
    line = ""
    for piece in text.split(" "):
        longer = f"{line} {piece}" if line else piece
        if columns(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = piece
        while columns(line) > width:
            head = _cut(line, width)
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line]


def columns(text: str) -> int:
    """Terminal columns a text takes: two for wide letters, none for marks that combine."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(letter) for letter in text)


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _cut(text: str, width: int) -> str:
    """As many letters as fit, at least one."""
    taken = 0
    for at, letter in enumerate(text):
        taken += _columns_of(letter)
        if taken > width and at:
            return text[:at]
    return text


def _widths(
    heads: Sequence[str], rows: Sequence[Sequence[str]], figures: Sequence[bool], width: int
) -> list[int]:
    """Each column as wide as its words, the widest columns of words shrunk until all fit.

    A heading over figures may be broken between words, so that figures stand close together.
    """
    widths = []
    for at, figure in enumerate(figures):
        head = max(map(columns, heads[at].split(" "))) if figure else columns(heads[at])
        widths.append(max([head, *(columns(row[at]) for row in rows)]))
    spare = width - len(GAP) * (len(widths) - 1)
    least = [_least([heads[at], *(row[at] for row in rows)]) for at in range(len(figures))]
    while sum(widths) > spare:
        words = [at for at, figure in enumerate(figures) if not figure and widths[at] > least[at]]
        if not words:
            break
        widest = max(words, key=lambda at: widths[at])
        widths[widest] -= 1
    return widths


def _least(cells: Sequence[str]) -> int:
    """Columns a column of words keeps: its longest word, unless that is very long."""
    longest = max(columns(piece) for cell in cells for piece in cell.split(" "))
    return max(LEAST, min(longest, LONGEST))


def _row_lines(
    row: Sequence[str], widths: Sequence[int], figures: Sequence[bool], *, head: bool = False
) -> list[str]:
    cells = [
        wrapped(text, width) if head or not figure else [text]
        for text, width, figure in zip(row, widths, figures, strict=True)
    ]
    height = max(map(len, cells))
    return [
        GAP.join(
            _padded(cell[at] if at < len(cell) else "", width, right=figure)
            for cell, width, figure in zip(cells, widths, figures, strict=True)
        ).rstrip()
        for at in range(height)
    ]


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * max(0, width - columns(text))
    return space + text if right else text + space
