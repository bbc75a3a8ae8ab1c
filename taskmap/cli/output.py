"""What is written to the terminal: lines, headings, tables; colours only where they are seen."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from taskmap.cli.drawing import draw, wrapped
from taskmap.language import Reader
from taskmap.present.table import Table

NARROWEST, PIPED = 60, 100  # columns; a pipe gets a width that reads well in a file

STYLES = {
    "heading": "\x1b[1m",
    "dim": "\x1b[2m",
    "bad": "\x1b[31m",
    "doubt": "\x1b[33m",
    "good": "\x1b[32m",
}
END = "\x1b[0m"
# In text that others wrote: what moves, hides or asks something of a terminal, and what turns the
# direction; our own styles pass.
_OURS = "|".join(re.escape(mark) for mark in (*STYLES.values(), END))
_ORDERS = re.compile(
    f"({_OURS})|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True)
class Output:
    """The terminal and the language spoken on it."""

    reader: Reader

    def line(self, text: str = "", style: str = "") -> None:
        """One line."""
        sys.stdout.write(f"{self.styled(harmless(text), style)}\n")

    def text(self, text: str, indent: int = 0, style: str = "", first: str = "") -> None:
        """A paragraph, wrapped and indented; ``first`` stands before its first line."""
        for at, line in enumerate(wrapped(text, self.width - indent)):
            lead = first.rjust(indent) if at == 0 and first else " " * indent
            self.line(lead + self.styled(line, style))

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.line()
        self.text(text, style="heading")

    def table(self, table: Table, indent: int = 0, groups: Sequence[str] = ()) -> None:
        """A table under its columns; nothing when it has no rows.

        Args:
            table: what to draw.
            indent: columns to the left of it.
            groups: of each row; a row of another group than the one before gets a line above.
        """
        if not table.rows:
            return
        inner = indent + 2 * bool(groups)
        head, body = draw(table, self.width - inner)
        for line in head:
            self.line(" " * inner + self.styled(line, "heading"))
        before = ""
        for at, lines in enumerate(body):
            if groups and groups[at] != before:
                before = groups[at]
                self.line(" " * indent + self.styled(before, "dim"))
            for line in lines:
                self.line(" " * inner + line)

    def aside(self, text: str) -> None:
        """To standard error: what is told beside an answer that a program may read."""
        sys.stderr.write(f"{harmless(text)}\n")

    def complain(self, text: str) -> None:
        """To standard error, with the program's name."""
        sys.stderr.write(f"{self.styled('taskmap:', 'bad', sys.stderr)} {harmless(text)}\n")

    def raw(self, text: str) -> None:
        """Text for other programs: no colour, UTF-8 whatever the locale says."""
        sys.stdout.flush()
        binary = getattr(sys.stdout, "buffer", None)
        if binary is None:
            sys.stdout.write(text)
        else:
            binary.write(text.encode())
            binary.flush()

    def styled(self, text: str, style: str, stream: TextIO | None = None) -> str:
        """The text in a style, where colours are seen and wanted."""
        if not style or not text or not colours(stream or sys.stdout):
            return text
        return f"{STYLES[style]}{text}{END}"

    @property
    def width(self) -> int:
        """Columns to fill."""
        wide = shutil.get_terminal_size((PIPED, 24)).columns
        return max(NARROWEST, wide if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED)


def harmless(text: str) -> str:
    """The text with nothing in it that a terminal would take for an order."""
    return _ORDERS.sub(lambda found: found[1] or "\N{REPLACEMENT CHARACTER}", text)


def colours(stream: TextIO) -> bool:
    """Whether a stream shows colours and its reader has not declined them (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
