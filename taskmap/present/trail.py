"""The audit trail in words: who did what to which unit, and whether every line still fits."""

from collections.abc import Sequence
from datetime import datetime

from taskmap.language import Reader
from taskmap.model.event import Event
from taskmap.model.finding import Finding
from taskmap.present.table import Cell, Column, Table, table


def events_table(events: Sequence[Event], reader: Reader) -> Table:
    """What was done, a row each, the first first."""
    names = ("at", "who", "deed", "unit", "about")
    columns = (Column(reader.say(f"trail.column.{name}")) for name in names)
    told = reader.say("trail.count", n=len(events))
    return table(reader.say("trail.title"), columns, (_row(e, reader) for e in events), told)


def wrong(finding: Finding, reader: Reader) -> str:
    """What is wrong with the first line that does not fit."""
    return reader.say(f"finding.{finding.code}", **finding.values)


def _row(event: Event, reader: Reader) -> tuple[Cell, ...]:
    roles = [_role(role, reader) for role in event.roles]
    who = reader.say("trail.local") if event.local else event.who
    return (
        Cell(_at(event.at, reader)),
        Cell(f"{who} ({reader.list(roles)})" if roles else who),
        Cell(reader.say(f"trail.deed.{event.deed}")),
        Cell(event.unit or ""),
        Cell(about(event, reader)),
    )


def _at(at: datetime, reader: Reader) -> str:
    here = at.astimezone()
    return f"{reader.date(here.date())} {here:%H:%M:%S}"


def _role(role: str, reader: Reader) -> str:
    key = f"trail.role.{role}"
    return reader.say(key) if reader.has(key) else role


def about(event: Event, reader: Reader) -> str:
    """What of it: the kind of document or file, and how much."""
    said = (
        _kind(event, reader),
        event.ending and event.ending.lstrip("."),
        event.outside and reader.say("trail.outside"),
        event.revision and reader.say("trail.revision", number=event.revision),
        event.documents is not None and reader.say("trail.documents", n=event.documents),
        event.versions is not None and reader.say("trail.versions", n=event.versions),
        event.upto and reader.say("trail.upto", number=event.upto),
        event.code,
    )
    return ", ".join(filter(None, map(_text, said)))


def _kind(event: Event, reader: Reader) -> str:
    key = f"trail.kind.{event.kind}"
    return (reader.say(key) if reader.has(key) else event.kind) if event.kind else ""


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""
