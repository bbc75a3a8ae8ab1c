"""A run over a database: the tables of the folder it was copied from, told in its trail."""

from datetime import UTC, datetime
from functools import partial

import pytest

from taskmap.batch import run
from taskmap.model.event import Deed, Event
from taskmap.store import connecting, postgres
from taskmap.store.places import trail_at
from taskmap.workspace import auditing, storing
from tests.batch.working import SHAPES, Here, documents, folder, work

NOW = datetime(2026, 11, 1, tzinfo=UTC)
IDS = ("alm", "bjork", "gran", "osp", "rogn")


def test_the_tables_are_those_of_the_folder_and_the_trail_tells(
    tmp_path, database, taskmap, monkeypatch
):
    monkeypatch.setattr(postgres, "AT_A_TIME", 2)
    units = folder(tmp_path / "units", IDS)
    folder(units / "bjork", ("\N{LATIN SMALL LETTER A WITH RING ABOVE}s", "lind"))
    (units / "ek.yaml").write_text("taskmap: mapping/1\nunit: [", encoding="utf-8")
    place = database / "many"
    storing.copy_all(units, place, NOW)
    trail_at(place).add(Event(at=NOW, who="x", roles=(), deed=Deed.LOGGED_IN))
    named = str(place).replace("postgresql:/", "postgresql://")
    for where, out in ((units, "one"), (named, "two")):
        asked = ("batch", "workload", where, "--into", tmp_path / out, "--processes", "1")
        assert taskmap(*asked, "--date", "2026-11-01", "--lang", "nb").status == 1  # ek
    for file in (tmp_path / "one/workload").glob("*.parquet"):
        assert file.read_bytes() == (tmp_path / "two/workload" / file.name).read_bytes(), file.name
    assert not connecting._ENGINES
    told = auditing.events(place)[-1]
    assert (told.deed, told.kind, told.local) == (Deed.HANDED_OUT, "batch", True)
    assert "tabeller over mange enheter" in taskmap("audit", "show", named, "--lang", "nb").out


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("postgresql://server", "postgresql://bruker@server/database"),
        ("postgresql://user@localhost:9/none", "Databasen svarer ikke"),
        ("nowhere", "nowhere"),
    ],
)
def test_a_place_that_cannot_be_read_is_told_in_words(tmp_path, taskmap, place, told):
    said = taskmap("batch", "workload", place, "--into", tmp_path / "out", "--lang", "nb")
    assert (said.status, said.out) == (1, "")
    assert told in said.err
    assert not (tmp_path / "out").exists()


def test_a_document_changed_while_the_run_goes_on_is_told_and_the_others_go_on(tmp_path):
    listed = documents(folder(tmp_path / "units", IDS[:3]))
    times = iter((listed(), (each for each in listed() if each.name != "gran.yaml")))
    found = run(
        work(tmp_path / "trace"),
        SHAPES,
        partial(next, times),
        Here(),
        place=tmp_path / "out",
    )
    assert (found.units, found.answered, found.errors) == (3, 2, 1)
