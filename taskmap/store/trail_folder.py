"""The trail of a folder: one file that is only written at its end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from taskmap.model.event import Event
from taskmap.store import durable, lock
from taskmap.store.chain import Head, Line, fold, written
from taskmap.store.disk import Disk
from taskmap.store.names import KEPT
from taskmap.store.refusing import refusing
from taskmap.store.trail import NAME, events_in, foldable, folding

_END = 65_536  # bytes; a line has some hundred


class FolderTrail:
    """The trail of what was done in a folder.

    Args:
        root: the folder.
        disk: where it lies.
        seconds: so long a line waits for others' lines.
    """

    def __init__(self, root: Path, disk: Disk | None = None, seconds: float = 30.0) -> None:
        self.root = root
        self._disk = disk or Disk()
        self._seconds = seconds
        self._folder = root / KEPT / "audit"
        self._path = self._folder / "trail"

    def begun(self) -> bool:
        """Whether a line was ever written."""
        return self._path.is_file()

    def add(self, event: Event) -> Head:
        """Write an event as the next line; it survives a loss of power.

        Raises:
            TaskmapError: the disk refuses; nobody is told that it was written.
        """
        with self._changing():
            return self._added(event)

    def lines(self) -> Iterator[Line]:
        """Every line as it stands, the first first; none where nothing was written.

        Raises:
            TaskmapError: the disk refuses.
        """
        with refusing(NAME):
            data = self._disk.read(self._path) if self.begun() else b""
        yield from _lines(data)

    def fold(self, before: date, event: Event) -> int:
        """Replace the lines of the days before one by a single line; how many events went.

        Raises:
            TrailBroken: a line does not fit.
            TaskmapError: the disk refuses; the lines stand as before.
        """
        with self._changing():
            gone = foldable(self.lines(), before)
            events = events_in(line for line in gone if line.event is not None)
            if not events:
                return 0
            self._added(folding(event, gone[-1]))
            whole = [line for line in self.lines() if line.told]
            kept = [fold(gone[-1], events_in(gone)), *whole[len(gone) :]]
            new = self._path.with_name("trail.new")
            durable.prepare(self._disk, new, b"".join(map(_written, kept)))
            durable.take_place(self._disk, new, self._path)
            return events

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with refusing(NAME):
            durable.lay_out(self._disk, (self._folder.parent, self._folder), self._path)
            with lock.held(self._folder / "lock", self._seconds):
                yield

    def _added(self, event: Event) -> Head:
        end = self._end()
        last = next((line.end for line in reversed(list(_lines(end))) if line.told), Head())
        line = written(event, last)
        # A line that was not written to its end stays as it is; the next one begins anew.
        start = b"\n" if end and not end.endswith(b"\n") else b""
        durable.extend(self._disk, self._path, start + _written(line))
        return line.end

    def _end(self) -> bytes:
        """The last lines, which is all that the next one asks, however long the trail is."""
        with self._path.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - _END))
            return opened.read()


def _written(line: Line) -> bytes:
    return f"{line.digest} {line.body}\n".encode()


def _lines(data: bytes) -> Iterator[Line]:
    for each in data.decode("utf-8", "replace").split("\n"):
        if each:
            digest, _, body = each.partition(" ")
            yield Line(digest, body)
