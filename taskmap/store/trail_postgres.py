"""The trail of a database, or of a folder in it: a table that nobody changes or deletes from."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Select, delete, insert, select, text

from taskmap.model.event import Event
from taskmap.store.address import address
from taskmap.store.chain import Head, Line, fold, written
from taskmap.store.connecting import engine
from taskmap.store.refusing_database import refusing
from taskmap.store.tables import trail
from taskmap.store.trail import NAME, events_in, foldable, folding

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('taskmap_trail ' || :folder))")
_FOLDING = (
    "GRANT DELETE ON taskmap_trail TO CURRENT_USER",
    "SET LOCAL taskmap.folding = 'on'",
)
_FOLDED = ("SET LOCAL taskmap.folding = 'off'", "REVOKE DELETE ON taskmap_trail FROM CURRENT_USER")


class PostgresTrail:
    """The trail of what was done in a database, or below a folder in it.

    Args:
        root: its place.
        seconds: so long a line waits for others' lines.
    """

    def __init__(self, root: Path, seconds: float = 30.0) -> None:
        found = address(root)
        self.root = root
        self._database, self._folder, self._seconds = found.database, found.folder, seconds

    def begun(self) -> bool:
        """Whether a line was ever written."""
        with self._talking() as connection:
            return self._last(connection) != Head()

    def add(self, event: Event) -> Head:
        """Write an event as the next line; it is on the server's disk on return.

        Raises:
            TaskmapError: the database refuses; nobody is told that it was written.
        """
        with self._changing() as connection:
            return self._added(connection, event)

    def lines(self) -> Iterator[Line]:
        """Every line as it stands, the first first.

        Raises:
            TaskmapError: the database refuses.
        """
        with self._talking() as connection:
            found = self._read(connection)
        yield from found

    def fold(self, before: date, event: Event) -> int:
        """Replace the lines of the days before one by a single line; how many events went.

        Raises:
            TrailBroken: a line does not fit.
            TaskmapError: the database refuses; the lines stand as before.
        """
        with self._changing() as connection:
            gone = foldable(self._read(connection), before)
            events = events_in(line for line in gone if line.event is not None)
            if events:
                self._added(connection, folding(event, gone[-1]))
                self._replace(connection, fold(gone[-1], events_in(gone)))
            return events

    def _replace(self, connection: Connection, line: Line) -> None:
        upto = line.end.number
        mine = (trail.c.folder == self._folder) & (trail.c.number <= upto)
        for each in _FOLDING:
            connection.execute(text(each))
        connection.execute(delete(trail).where(mine))
        for each in _FOLDED:
            connection.execute(text(each))
        self._write(connection, upto, line)

    def _added(self, connection: Connection, event: Event) -> Head:
        line = written(event, self._last(connection))
        self._write(connection, line.end.number, line)
        return line.end

    def _write(self, connection: Connection, number: int, line: Line) -> None:
        told = {"folder": self._folder, "number": number, "digest": line.digest, "body": line.body}
        connection.execute(insert(trail).values(**told))

    def _last(self, connection: Connection) -> Head:
        found = connection.execute(self._asked().order_by(trail.c.number.desc()).limit(1))
        row = found.one_or_none()
        return Line(row.digest, row.body).end if row else Head()

    def _read(self, connection: Connection) -> list[Line]:
        rows = connection.execute(self._asked().order_by(trail.c.number))
        return [Line(row.digest, row.body) for row in rows]

    def _asked(self) -> Select[tuple[str, str]]:
        return select(trail.c.digest, trail.c.body).where(trail.c.folder == self._folder)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """The lines, to which nobody else adds before this has ended."""
        connected = engine(self._database, self._seconds)
        with refusing(NAME), connected.begin() as connection:
            connection.execute(_ONE_AT_A_TIME, {"folder": self._folder})
            yield connection

    @contextmanager
    def _talking(self) -> Iterator[Connection]:
        connected = engine(self._database, self._seconds)
        with refusing(NAME), connected.connect() as connection:
            yield connection
