"""What was registered of a unit, or all there is of it, as it goes or went, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from taskmap.language import Reader
from taskmap.present.table import Cell, Column, Table, table


@dataclass(frozen=True, slots=True)
class Counts:
    """How much goes.

    Args:
        unit: whose.
        what: "registered" or "unit".
        documents: of which something goes.
        versions: of these, together.
    """

    unit: str
    what: str
    documents: int
    versions: int


@dataclass(frozen=True, slots=True)
class Row:
    """A document of which something goes.

    Args:
        file: its name.
        kind: of document.
        versions: that go.
        tasks: that had measured minutes; None: the document goes as a whole.
        unfinished: of these, without other minutes in their place.
    """

    file: str
    kind: str
    versions: int
    tasks: int | None
    unfinished: int | None


def lead(counts: Counts, reader: Reader, *, done: bool) -> str:
    """How many documents and versions, and whether they are gone."""
    if not counts.documents:
        return reader.say(f"forget.nothing.{counts.what}", unit=counts.unit)
    versions = reader.say("forget.versions", n=counts.versions)
    key = "forget.done" if done else "forget.would"
    return reader.say(key, n=counts.documents, versions=versions, unit=counts.unit)


def begun(on: date, reader: Reader) -> str:
    """That somebody began before and did not come to the end."""
    return reader.say("forget.begun", day=on)


def going_table(rows: Iterable[Row], reader: Reader) -> Table:
    """The documents, a row each."""
    columns = (
        Column(reader.say("forget.column.document")),
        Column(reader.say("forget.column.versions"), figures=True),
        Column(reader.say("forget.column.goes")),
    )
    return table(reader.say("forget.title"), columns, (_row(each, reader) for each in rows))


def _row(each: Row, reader: Reader) -> tuple[Cell, ...]:
    return (
        Cell(each.file, key=each.file),
        Cell(reader.number(each.versions), each.versions),
        Cell(_goes(each, reader)),
    )


def _goes(each: Row, reader: Reader) -> str:
    if each.tasks is None:
        return reader.say("forget.goes.all")
    if not each.tasks:
        return reader.say("forget.goes.versions")
    told = reader.say("forget.goes.minutes", n=each.tasks)
    if not each.unfinished:
        return told
    return f"{told} {reader.say('forget.goes.unfinished', n=each.unfinished)}"
