"""Documents in PostgreSQL: the same versions, refusals and history as in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from taskmap.errors import (
    FileChanged,
    FileRemoved,
    FileTooLarge,
    NameRefused,
    VersionLost,
)
from taskmap.model.version import Version
from taskmap.store import rows
from taskmap.store.address import address
from taskmap.store.connecting import engine
from taskmap.store.names import is_name
from taskmap.store.refusing_database import refusing
from taskmap.store.rows import Held
from taskmap.store.stored import MAX_BYTES, Stored, is_document, stored
from taskmap.store.whole import Whole

AT_A_TIME = 200  # documents


class Postgres:
    """Documents in a database, or those below a folder in it.

    Args:
        root: its place; names are told from there.
        seconds: so long a save waits for others' saves of the same document.
    """

    def __init__(self, root: Path, seconds: float = 30.0) -> None:
        found = address(root)
        self.root = root
        self._database = found.database
        self._above = f"{found.folder}/" if found.folder else ""
        self._seconds = seconds

    def documents(self) -> Iterator[Stored]:
        """Every document below the root in the order of their names.

        So many are read at a time that thousands never lie in memory at once; between the times
        no connection is held.
        """
        after = None
        while True:
            with self._reading() as connection:
                found = rows.standing(connection, self._above, after, AT_A_TIME)
            each = (self._stored(held, held.name.removeprefix(self._above)) for held in found)
            yield from (one for one in each if is_document(one))
            if len(found) < AT_A_TIME:
                return
            after = found[-1].name

    def missing(self) -> tuple[str, ...]:
        """Names of documents that were taken away and whose versions are kept."""
        with self._reading() as connection:
            found = rows.taken_away(connection, self._above)
        return tuple(sorted(name.removeprefix(self._above) for name in found))

    def read(self, name: str) -> Stored:
        """One document.

        Raises:
            FileRemoved: it is not there; values hold its last whole version.
            NameRefused: no name of a document.
        """
        with self._reading(name) as connection:
            held = rows.one(connection, self._full(name))
        if held is None or held.data is None:
            raise FileRemoved(file=name, version=held.good if held else None)
        return self._stored(held, name)

    def save(  # noqa: PLR0913 - everything a version tells
        self, name: str, data: bytes, *, based_on: str | None, who: str, why: str, at: datetime
    ) -> Version:
        """Make these bytes the document's next version; they are on the server's disk on return.

        Raises:
            FileChanged: the document is no longer what the change was based on.
            FileRemoved: it was taken away meanwhile.
            FileTooLarge: more bytes than a document may have.
            TaskmapError: what the database refuses, with its own code; the old version stands.
        """
        _refuse_size(name, data)
        with self._changing(name) as (connection, held):
            if held.digest == sha256(data).hexdigest():
                return rows.history(connection, held.document)[-1]
            self._refuse_other(name, held, based_on)
            return self._carry_out(connection, held, data, who=who, why=why, at=at)

    def put_back(self, name: str, *, who: str, why: str, at: datetime) -> Version:
        """Let the last whole version of a damaged or missing document stand again.

        Raises:
            VersionLost: no whole version is kept.
        """
        with self._changing(name) as (connection, held):
            if held.data is not None and held.damage is None:
                return rows.history(connection, held.document)[-1]
            data = rows.last_whole(connection, held.document)
            if data is None:
                raise VersionLost(file=name, version=None)
            return self._carry_out(connection, held, data, who=who, why=why, at=at)

    def take_away(self, name: str, *, based_on: str) -> None:
        """Remove a document whose versions are kept, so that it can be put back.

        Raises:
            FileChanged: the document is no longer what was seen.
            FileRemoved: it was taken away already.
        """
        with self._changing(name) as (connection, held):
            self._refuse_other(name, held, based_on)
            rows.stand(connection, held.document, None)

    def forget(  # noqa: PLR0913 - everything a version tells
        self,
        name: str,
        anew: bytes | None,
        *,
        based_on: str | None,
        who: str,
        why: str,
        at: datetime,
    ) -> int:
        """Keep nothing of a document, or nothing but what it says from now on, all at once.

        Returns:
            How many versions were kept until now.

        Raises:
            FileChanged: the document is no longer what was seen.
            FileTooLarge: more bytes than a document may have.
        """
        _refuse_size(name, anew or b"")
        with self._changing(name) as (connection, held):
            self._refuse_other(name, held, based_on)
            kept = rows.clear(connection, held.document)
            if anew is None:
                rows.drop(connection, held.document)
            else:
                alone = replace(held, digest=None)
                self._carry_out(connection, alone, anew, who=who, why=why, at=at)
            return kept

    def history(self, name: str) -> tuple[Version, ...]:
        """Every version, the first first."""
        with self._reading(name) as connection:
            held = rows.one(connection, self._full(name))
            return rows.history(connection, held.document) if held else ()

    def version(self, name: str, number: int) -> bytes:
        """What a version held.

        Raises:
            VersionLost: no such version, or its content is damaged.
        """
        with self._reading(name) as connection:
            held = rows.one(connection, self._full(name))
            return self._kept(connection, held, name, number)

    def whole(self, name: str) -> Whole:
        """Everything that is kept of a document.

        Raises:
            FileRemoved: nothing is.
            VersionLost: a content is damaged.
        """
        with self._reading(name) as connection:
            held = rows.one(connection, self._full(name))
            if held is None:
                raise FileRemoved(file=name, version=None)
            told = rows.history(connection, held.document)
            found = [self._kept(connection, held, name, each.number) for each in told]
        return Whole(told, tuple(found), held.data is not None)

    def take_in(self, name: str, whole: Whole) -> None:
        """Keep a document with its versions as they were elsewhere, or those that are new.

        Raises:
            FileChanged: there is one of that name whose versions are others.
        """
        with self._changing(name) as (connection, held):
            known = rows.history(connection, held.document)
            if known != whole.versions[: len(known)]:
                raise FileChanged(file=name, based_on=None, digest=held.digest)
            pairs = zip(whole.versions, whole.contents, strict=True)
            rows.add(connection, held.document, list(pairs)[len(known) :])
            last = whole.versions[-1].number
            rows.stand(connection, held.document, last if whole.stands else None)

    def _full(self, name: str) -> str:
        full = self._above + name
        if not (is_name(name) and is_name(full)):
            raise NameRefused(file=name)
        try:
            full.encode()  # a folder's name need not be text, a database's must
        except UnicodeEncodeError as error:
            raise NameRefused(file=name) from error
        return full

    def _stored(self, held: Held, name: str) -> Stored:
        good, data = held.good, held.data or b""
        return stored(self.root / name, name, data, damage=held.damage, good=good)

    @contextmanager
    def _reading(self, name: str = "") -> Iterator[Connection]:
        connected = engine(self._database, self._seconds)
        with refusing(name or self.root.as_posix()), connected.connect() as connection:
            yield connection

    @contextmanager
    def _changing(self, name: str) -> Iterator[tuple[Connection, Held]]:
        """The document, which nobody else changes until all is written or nothing."""
        full, connected = self._full(name), engine(self._database, self._seconds)
        with refusing(name), connected.begin() as connection:
            yield connection, rows.locked(connection, full)

    def _kept(self, connection: Connection, held: Held | None, name: str, number: int) -> bytes:
        data = rows.content(connection, held.document, number) if held else None
        if data is None:
            raise VersionLost(file=name, version=number)
        return data

    def _refuse_other(self, name: str, held: Held, based_on: str | None) -> None:
        if held.digest == based_on:
            return
        if held.data is None:
            raise FileRemoved(file=name, version=held.good)
        raise FileChanged(file=name, based_on=based_on, digest=held.digest)

    def _carry_out(  # noqa: PLR0913 - everything a version tells
        self, connection: Connection, held: Held, data: bytes, *, who: str, why: str, at: datetime
    ) -> Version:
        version = Version(
            number=held.last + 1,
            digest=sha256(data).hexdigest(),
            before=held.digest,
            who=who,
            why=why,
            at=at,
        )
        rows.add(connection, held.document, [(version, data)])
        rows.stand(connection, held.document, version.number)
        return version


def _refuse_size(name: str, data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise FileTooLarge(file=name, bytes=len(data), limit=MAX_BYTES)
