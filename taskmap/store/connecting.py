"""Connections to a database: one pool for each process and database, and its tables ours."""

import os
from pathlib import Path

import psycopg
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from taskmap.errors import StoreOutdated
from taskmap.store.refusing_database import refusing
from taskmap.store.tables import SCHEMA_VERSION, VERSION_TABLE

CONNECT_SECONDS = 10
MIGRATIONS = Path(__file__).with_name("migrations")
# A save that was answered has reached the disk, whatever the server's own habit is.
_SETTINGS = "-c synchronous_commit=on -c timezone=UTC -c lock_timeout={milliseconds}"

_ENGINES: dict[tuple[str, float, int], Engine] = {}
_CURRENT: set[str] = set()  # databases whose tables were seen to be ours


def engine(database: str, seconds: float) -> Engine:
    """Connections to a database, shared by all of this process.

    Args:
        database: as libpq reads it.
        seconds: so long a save waits for others' saves of the same document.

    Raises:
        StoreUnreachable: there is none.
        StoreOutdated: its tables are not ours.
    """
    found = _engine(database, seconds)
    if not _current(found, database):
        raise StoreOutdated(place=database)
    return found


def prepare(database: str) -> None:
    """Make the tables, or bring those of an earlier edition up to date; what is there stays.

    Raises:
        TaskmapError: the database refuses.
    """
    from alembic import command  # noqa: PLC0415 - only where tables are made
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with refusing(database), _engine(database, 60.0).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def schema_version(connection: Connection) -> str | None:
    """Which edition of the tables is there; None: there are none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    asked = text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608 - a name of ours
    found: str | None = connection.execute(asked).scalar()
    return found


def close() -> None:
    """Close every connection this process has no use for any longer."""
    while _ENGINES:
        _ENGINES.popitem()[1].dispose()
    _CURRENT.clear()


def _current(found: Engine, database: str) -> bool:
    """Whether the tables are ours; looked up until they are."""
    if database not in _CURRENT:
        with refusing(database), found.connect() as connection:
            if schema_version(connection) == SCHEMA_VERSION:
                _CURRENT.add(database)
    return database in _CURRENT


def _engine(database: str, seconds: float) -> Engine:
    """A pool of its own for each process: a connection does not outlive a fork."""
    key = (database, seconds, os.getpid())
    options = _SETTINGS.format(milliseconds=max(1, round(seconds * 1000)))

    def connect() -> psycopg.Connection:
        return psycopg.connect(database, connect_timeout=CONNECT_SECONDS, options=options)

    if key not in _ENGINES:
        made = create_engine("postgresql+psycopg://", creator=connect, pool_pre_ping=True)
        return _ENGINES.setdefault(key, made)
    return _ENGINES[key]
