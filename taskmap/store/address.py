"""Places of documents as paths: a folder of this machine, or a part of a database.

A database is written as its own people write it, ``postgresql://taskmap@db.example/taskmap``, and
folders in it follow: ``postgresql://taskmap@db.example/taskmap/north``. A path keeps one slash of
the two, and both are read. No password stands in a place, since places are shown: it comes from
PostgreSQL's own password file or from ``PGPASSWORD``
(postgresql.org/docs/current/libpq-pgpass.html).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from taskmap.errors import AddressRefused

DATABASE = "postgresql:"
# A socket's folder is written with %2F for its slashes, as libpq has it.
_SERVER = re.compile(r"(?:[^:@/?#]+@)?(?:[^:@/?#\[\]]*|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?")
_NAME = re.compile(r"[^:@/?#]+")


@dataclass(frozen=True, slots=True)
class Address:
    """A database and a folder in it.

    Args:
        database: as libpq reads it.
        folder: above the documents; empty: all of them.
    """

    database: str
    folder: str


def in_database(place: Path) -> bool:
    """Whether a place is in a database."""
    return place.parts[:1] == (DATABASE,)


def address(place: Path) -> Address:
    """A place in a database.

    Raises:
        AddressRefused: it names no server and database, or holds a password or options.
    """
    _, *parts = place.parts
    if not (
        len(parts) >= 2
        and in_database(place)
        and _SERVER.fullmatch(parts[0])
        and _NAME.fullmatch(parts[1])
        and ".." not in parts
    ):
        raise AddressRefused(place=without_password(place))
    server, name, *folder = parts
    return Address(f"postgresql://{server}/{name}", "/".join(folder))


def written(place: Path) -> str:
    """A place as people write it: a path keeps one of the two strokes before a server's name."""
    told = place.as_posix()
    return told.replace("/", "//", 1) if in_database(place) else told


def without_password(place: Path) -> str:
    """A place as it may be shown, whatever somebody wrote before the server's name."""
    _, at, rest = place.as_posix().rpartition("@")
    return f"{DATABASE}//…@{rest.partition('?')[0]}" if at else rest.partition("?")[0]
