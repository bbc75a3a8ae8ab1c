"""Places as paths: which are databases, what of them is shown, and what a database refuses."""

from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from saving import AT, NAME, save, text
from sqlalchemy import create_engine
from sqlalchemy import text as sql
from sqlalchemy.pool import NullPool

from taskmap.errors import (
    AddressRefused,
    NotWritable,
    StoreBusy,
    StoreOutdated,
    StoreUnreachable,
    VersionLost,
)
from taskmap.store import connecting, places
from taskmap.store.address import Address, address, in_database, written
from taskmap.store.postgres import Postgres
from taskmap.store.tables import SCHEMA_VERSION, metadata


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("postgresql://db/taskmap", Address("postgresql://db/taskmap", "")),
        ("postgresql://me@db:5433/taskmap", Address("postgresql://me@db:5433/taskmap", "")),
        ("postgresql://me@[::1]/t/north/a", Address("postgresql://me@[::1]/t", "north/a")),
        ("postgresql://me@%2Fvar%2Frun/t", Address("postgresql://me@%2Fvar%2Frun/t", "")),
    ],
)
def test_a_database_is_named_as_its_own_people_name_it(place, found):
    assert in_database(Path(place))
    assert address(Path(place)) == found
    assert written(Path(place)) == place
    assert written(Path("north/ward")) == "north/ward"


@pytest.mark.parametrize(
    "place",
    [
        *("postgresql://db", "postgresql:///taskmap", "postgresql://me:secret@db/taskmap"),
        *("postgresql://db/taskmap?sslmode=disable", "postgresql://a@b@db/taskmap"),
        *("postgresql://me:sec/ret@db/taskmap", "postgresql://db/taskmap/../other"),
    ],
)
def test_what_names_no_database_or_holds_a_password_is_refused_without_showing_it(place):
    with pytest.raises(AddressRefused) as refused:
        places.store_at(Path(place))
    told = str(refused.value.values["place"])
    assert "sec" not in told
    assert "ret" not in told
    assert "sslmode" not in told


@pytest.mark.parametrize("place", ["mappings", "/srv/mappings", "./postgresql/x", "C:/mappings"])
def test_everything_else_is_a_folder(place):
    assert not in_database(Path(place))


def test_a_server_that_does_not_answer_is_told(tmp_path):
    nobody = Path(f"postgresql://me@{str(tmp_path).replace('/', '%2F')}/taskmap")
    with pytest.raises(StoreUnreachable):
        places.store_at(nobody).read(NAME)


def test_a_database_without_our_tables_is_told(database):
    _execute(database, "CREATE DATABASE bare")
    bare = database.with_name("bare")
    with pytest.raises(StoreOutdated):
        places.store_at(bare).read(NAME)
    assert places.prepare(bare)
    assert list(places.store_at(bare).documents()) == []


def test_the_migrations_make_the_tables_the_store_speaks_of(database):
    with _engine(database).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _o, name, *_: name != "taskmap_schema"}
        )
        assert compare_metadata(context, metadata) == []
        assert connecting.schema_version(connection) == SCHEMA_VERSION


def test_a_user_who_may_only_read_reads_and_is_told_when_saving(database):
    save(places.store_at(database / "read"), text(1), None)
    _execute(database, "CREATE ROLE reader LOGIN")
    _execute(database, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    reader = Path(str(database / "read").replace("taskmap@", "reader@"))
    assert places.store_at(reader).read(NAME).data == text(1)
    with pytest.raises(NotWritable):
        save(places.store_at(reader), text(2), text(1))


def test_a_save_waits_for_another_only_so_long_and_a_reader_for_nobody(database):
    store = Postgres(database / "busy", seconds=0.05)
    save(store, text(1), None)
    with _engine(database).begin() as holding:
        holding.execute(sql("SELECT * FROM taskmap_document FOR UPDATE"))
        with pytest.raises(StoreBusy):
            save(store, text(2), text(1))
        assert store.read(NAME).data == text(1)
    assert save(store, text(2), text(1)).number == 2


def test_a_content_that_changed_in_the_database_is_not_taken_for_the_version(database):
    store = places.store_at(database / "rust")
    save(store, text(1), None)
    save(store, text(2), text(1))
    store.take_away(NAME, based_on=store.read(NAME).digest)
    rust = "UPDATE taskmap_version SET data = 'x' WHERE number = 2 AND document = (SELECT id FROM "
    _execute(database, f"{rust} taskmap_document WHERE name = 'rust/{NAME}')")
    with pytest.raises(VersionLost):
        store.version(NAME, 2)
    back = store.put_back(NAME, who="Kari", why="", at=AT)
    assert store.version(NAME, back.number) == text(1)


def _engine(database):
    return create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(address(database).database),
        poolclass=NullPool,
    )


def _execute(database, statement):
    with _engine(database).connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(sql(statement))
