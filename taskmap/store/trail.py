"""What any place for a trail can do: a folder, or a database."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date
from itertools import takewhile
from pathlib import Path
from typing import Protocol

from taskmap.errors import TrailBroken
from taskmap.model.event import Deed, Event
from taskmap.store.chain import Head, Line, verify

NAME = ".taskmap/audit/trail"  # as it is told, whichever kind of place it is in


class Trail(Protocol):
    """Lines that are only ever added, one after the other, by several processes at once.

    Attributes:
        root: the place it is about.
    """

    root: Path

    def begun(self) -> bool:
        """Whether a line was ever written."""
        ...

    def add(self, event: Event) -> Head:
        """Write an event as the next line; it survives a loss of power."""
        ...

    def lines(self) -> Iterator[Line]:
        """Every line as it stands, the first first."""
        ...

    def fold(self, before: date, event: Event) -> int:
        """Replace the lines of the days before one by a single line; how many events went.

        Args:
            before: the first day that is kept.
            event: who did it and when; what was folded is put in.
        """
        ...


def foldable(lines: Iterable[Line], before: date) -> list[Line]:
    """The lines at the beginning that are of days before one, in universal time.

    Raises:
        TrailBroken: a line does not fit; what is wrong stays to be seen.
    """
    read = list(lines)
    wrong = verify(read).wrong
    if wrong is not None:
        raise TrailBroken(number=wrong.values["number"])

    def is_old(line: Line) -> bool:
        event = line.event
        return event is None or event.at.astimezone(UTC).date() < before

    return list(takewhile(is_old, (line for line in read if line.told)))


def events_in(lines: Iterable[Line]) -> int:
    """How many events lines stand for, those folded before among them."""
    return sum(line.told.get("events", 1) for line in lines)


def folding(event: Event, last: Line) -> Event:
    """The event that tells of a fold up to a line."""
    end = last.end
    return replace(event, deed=Deed.FOLDED, upto=end.number, digest=end.digest)
