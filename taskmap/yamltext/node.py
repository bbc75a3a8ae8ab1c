"""The tree of a document: text, lists and tables, each with its place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]  # ("tasks", 3, "minutes")


class Style(StrEnum):
    """How a text was written; only plain text may be read as a number, a date or nothing."""

    PLAIN = "plain"
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(slots=True, eq=False)
class Scalar:
    """A text as written. ``start`` and ``end`` count characters from 0; lines count from 1."""

    text: str
    style: Style
    line: int
    column: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Entry:
    """One line of a table: its key and what stands there."""

    key: Scalar
    value: "Node"


@dataclass(slots=True, eq=False, weakref_slot=True)
class Table:
    """Keys with values, in the order written; no key twice."""

    entries: list[Entry]
    flow: bool
    line: int
    column: int
    start: int
    end: int

    def get(self, key: str) -> "Node | None":
        """What stands under a key."""
        return next((e.value for e in self.entries if e.key.text == key), None)


@dataclass(slots=True, eq=False)
class Sequence:
    """A list, in the order written."""

    items: list["Node"]
    flow: bool
    line: int
    column: int
    start: int
    end: int


Node: TypeAlias = Scalar | Table | Sequence


def path_text(path: Path) -> str:
    """A path as people write it: ``tasks[3].minutes``."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step[:80]}" for step in path]
    return "".join(parts).removeprefix(".")
