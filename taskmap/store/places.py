"""The store at a place, whichever kind it is."""

from dataclasses import replace
from pathlib import Path

from taskmap.errors import ExtraMissing
from taskmap.store import stored
from taskmap.store.address import address, in_database
from taskmap.store.folder import Folder
from taskmap.store.port import Store
from taskmap.store.stored import Stored
from taskmap.store.trail import Trail
from taskmap.store.trail_folder import FolderTrail


def store_at(place: Path) -> Store:
    """A folder of this machine, or a folder in a database, as its path tells.

    Raises:
        ExtraMissing: a database is asked for, and what speaks to it is not installed.
        AddressRefused: the place names no database.
    """
    return _database(place) if in_database(place) else Folder(place)


def trail_at(place: Path) -> Trail:
    """The trail of what is done at a place.

    Raises:
        ExtraMissing: a database is asked for, and what speaks to it is not installed.
        AddressRefused: the place names no database.
    """
    if not in_database(place):
        return FolderTrail(place)
    try:
        from taskmap.store.trail_postgres import PostgresTrail  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing(extra="server") from error
    return PostgresTrail(place)


def read(path: Path, name: str | None = None) -> Stored:
    """One document by its whole path.

    Args:
        path: where it lies.
        name: as shown; None: the path.

    Raises:
        OSError: the file cannot be read.
        TaskmapError: the database does not hand it out.
    """
    if not in_database(path):
        return stored.read(path, name)
    return replace(store_at(path.parent).read(path.name), name=name or path.as_posix())


def prepare(place: Path) -> bool:
    """Make the tables of a database, or bring them up to date; False: the place is no database.

    Raises:
        ExtraMissing: what speaks to a database is not installed.
        AddressRefused: the place names no database.
        TaskmapError: the database refuses.
    """
    if not in_database(place):
        return False
    try:
        from taskmap.store import connecting  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing(extra="server") from error
    connecting.prepare(address(place).database)
    return True


def let_go(place: Path) -> None:
    """Close this process's connections, where a place is a database; the next use makes new ones.

    Raises:
        ExtraMissing: what speaks to a database is not installed.
    """
    if not in_database(place):
        return
    try:
        from taskmap.store import connecting  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing(extra="server") from error
    connecting.close()


def _database(place: Path) -> Store:
    try:
        from taskmap.store.postgres import Postgres  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing(extra="server") from error
    return Postgres(place)
