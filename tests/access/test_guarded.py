"""A guarded store hands out and changes what is within a scope, and the rest is not there."""

import shutil
from itertools import count

import pytest
from guarding import (
    AT,
    BOTH,
    COLUMNS,
    NOBODYS,
    NORTH,
    NORTHERN,
    SOUTH,
    SOUTHERN,
    about,
    fill,
    guarded,
    identity,
    keep,
    mapping,
    of_partnership,
    partnership,
    told,
)

from taskmap import document
from taskmap.access.identity import AccessRole
from taskmap.errors import AccessDenied, AccessExpired, FileChanged, FileRemoved
from taskmap.store.places import store_at

_OWN = count(1)
NORTHERNER = identity(organisations=[NORTH])
ONE_UNIT = identity(units=["n-1"])
DOCUMENT_OF_ONE = set(NORTHERN) - {"north/n-two.yaml"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A folder filled once, to be copied: each save waits for the disk."""
    return fill(store_at(tmp_path_factory.mktemp("filled"))).root


@pytest.fixture
def folder(filled, tmp_path):
    return store_at(shutil.copytree(filled, tmp_path / "store"))


@pytest.fixture(params=["folder", "database"])
def store(request):
    if request.param == "folder":
        return request.getfixturevalue("folder")
    return fill(store_at(request.getfixturevalue("database") / f"guarded-{next(_OWN)}"))


def names(store):
    return {found.name for found in store.documents()}


def test_each_sees_the_documents_of_their_scope_and_what_they_share_in(store):
    everything = {*NORTHERN, *SOUTHERN, *BOTH, *NOBODYS}
    assert names(guarded(store, identity(everything=True))) == everything
    assert names(guarded(store, NORTHERNER)) == {*NORTHERN, *BOTH}
    assert names(guarded(store, ONE_UNIT)) == {*DOCUMENT_OF_ONE, *BOTH}
    assert names(guarded(store, identity())) == set()
    assert guarded(store, NORTHERNER).missing() == ("north/gone.yaml",)
    assert guarded(store, ONE_UNIT).missing() == ()


@pytest.mark.parametrize("hidden", ["south/s.yaml", "south/gone.yaml", "torn.yaml"])
def test_what_is_hidden_answers_as_what_never_was(store, hidden):
    own, digest = guarded(store, NORTHERNER), "0" * 64
    for ask in (
        own.read,
        own.history,
        lambda name: own.version(name, 1),
        own.whole,
        lambda name: own.take_away(name, based_on=digest),
        lambda name: own.put_back(name, who="leader", why="", at=AT),
        lambda name: own.forget(name, None, based_on=None, who="x", why="", at=AT),
    ):
        never = told(ask, "north/never.yaml")
        for other in ("south/never.yaml", "nowhere/never.yaml"):
            assert told(ask, other) == never
        assert told(ask, hidden) == never
    assert hidden in {*names(store), *store.missing()}


def _observed(store, known):
    """Everything somebody can learn of a store by asking for names they may have heard of."""
    own = guarded(store, NORTHERNER)
    lists = ([(each.name, each.digest) for each in own.documents()], own.missing())
    asked = (own.read, own.history, own.whole, lambda name: own.version(name, 1))
    return lists, [told(ask, name) for name in known for ask in asked]


def test_nothing_that_happens_outside_can_be_noticed_within(folder):
    known = sorted({*NORTHERN, *SOUTHERN, *BOTH, *NOBODYS, "south/gone.yaml", "south/new.yaml"})
    before = _observed(folder, known)
    name, summer = "south/s.yaml", "south/s-summer.yaml"

    def save(name, data):
        keep(folder, name, data, folder.read(name).digest if name in names(folder) else None)

    for happens in (
        lambda: save(name, mapping("s-1", SOUTH, "note: more\n")),
        lambda: save(name, mapping("s-7", SOUTH)),
        lambda: save(name, mapping("s-1", "west")),
        lambda: save("south/new.yaml", mapping("n-3", SOUTH)),
        lambda: folder.take_away(summer, based_on=folder.read(summer).digest),
        lambda: folder.put_back("south/gone.yaml", who="leader", why="", at=AT),
        lambda: (folder.root / name).write_bytes(b"\x00\x00"),
        (folder.root / "south/s-two.yaml").unlink,
        lambda: save("s-partners.yaml", partnership("s-partners", south="s-1, s-2")),
    ):
        happens()
        assert _observed(folder, known) == before


def test_a_folder_in_it_is_guarded_by_the_whole(store):
    below = guarded(store_at(store.root / "south"), identity(units=["n-1"]), above=store)
    assert names(below) == set()
    own = guarded(store_at(store.root / "north"), ONE_UNIT, above=store)
    assert names(own) == {n.removeprefix("north/") for n in DOCUMENT_OF_ONE if "/" in n}
    assert own.read("n.columns.yaml").data == COLUMNS
    keep(own, "n-winter.yaml", about("scenario", "n-1"))
    with pytest.raises(AccessDenied):
        keep(own, "n-2-winter.yaml", about("scenario", "n-2"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("south/new.yaml", mapping("s-9", SOUTH)),
        ("north/new.yaml", mapping("s-9", SOUTH)),
        ("north/s-winter.yaml", about("scenario", "s-1")),
        ("north/s-winter.yaml", about("scenario", "nobody")),
        ("north/none.yaml", b"taskmap: mapping/1\n"),
        ("north/unknown.columns.yaml", COLUMNS),
        ("new-partners.yaml", partnership("new", north="n-1", south="s-1")),
        ("new-courses.yaml", of_partnership("programme", "s-partners")),
        ("new-fund.yaml", of_partnership("fund", "both")),
        ("new-fund.yaml", b"taskmap: fund/1\nid: mine\n"),
    ],
)
def test_nothing_new_is_written_for_others(folder, name, data):
    before = names(folder)
    with pytest.raises(AccessDenied):
        keep(guarded(folder, NORTHERNER), name, data)
    assert names(folder) == before


def test_new_documents_of_ones_own_are_written(folder):
    own = guarded(folder, NORTHERNER)
    for name, data in {
        "north/new.yaml": mapping("n-9", NORTH),
        "north/new.columns.yaml": COLUMNS,
        "north/new-winter.yaml": about("scenario", "n-9"),
        "own.yaml": partnership("own", north="n-1, n-9"),
        "own-courses.yaml": of_partnership("programme", "own"),
    }.items():
        keep(own, name, data)
        assert own.read(name).data == data


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("south/s.yaml", mapping("n-9", NORTH)),  # the name
        ("south/gone.yaml", mapping("n-9", NORTH)),  # of one taken away
        ("north/new.yaml", mapping("s-1", NORTH)),  # the unit's id
        ("north/new.yaml", mapping("s-gone", NORTH)),  # of one taken away
        ("own.yaml", partnership("s-partners", north="n-1")),
        ("south/s-summer.yaml", about("scenario", "n-1")),
    ],
)
def test_who_takes_a_name_or_an_id_of_others_is_told_that_it_is_taken_and_no_more(
    folder, name, data
):
    with pytest.raises(FileChanged) as refused:
        keep(guarded(folder, NORTHERNER), name, data)
    assert dict(refused.value.values) == {"file": name, "based_on": None, "digest": None}


@pytest.mark.parametrize(
    ("who", "after"),
    [
        (NORTHERNER, mapping("n-1", SOUTH)),
        (identity(units=["n-1"]), mapping("n-1", SOUTH)),
        (identity(units=["n-1"]), mapping("n-9", NORTH)),
        (identity(units=["n-1"], organisations=[SOUTH]), mapping("n-1", SOUTH)),
        (NORTHERNER, mapping("s-1", NORTH)),
        (NORTHERNER, about("scenario", "s-1")),
        (NORTHERNER, b"no mapping any more\n"),
    ],
)
def test_a_unit_goes_to_another_organisation_or_id_only_with_rights_on_both(folder, who, after):
    standing = folder.read("north/n.yaml").digest
    with pytest.raises(AccessDenied):
        keep(guarded(folder, who), "north/n.yaml", after, standing)
    assert folder.read("north/n.yaml").digest == standing
    both = guarded(folder, identity(organisations=[NORTH, SOUTH]))
    keep(both, "north/n.yaml", mapping("n-1", SOUTH), standing)
    with pytest.raises(FileRemoved):
        guarded(folder, NORTHERNER).read("north/n.yaml")


def test_a_document_that_claims_anothers_unit_opens_nothing(folder):
    """Put there past the guard, as by hand on the disk."""
    keep(folder, "north/false.yaml", mapping("s-1", NORTH))
    keep(folder, "false-partners.yaml", partnership("s-partners", north="n-1"))
    assert names(guarded(folder, NORTHERNER)) == {*NORTHERN, *BOTH}


def test_a_damaged_document_is_still_whose_it_was(folder):
    for name in ("north/n.yaml", "south/s.yaml"):
        (folder.root / name).write_bytes(b"\x00" * 20)
    own = guarded(folder, NORTHERNER)
    assert names(own) == {*NORTHERN, *BOTH}
    assert own.read("north/n.yaml").damage is not None
    own.put_back("north/n.yaml", who="leader", why="", at=AT)
    assert own.read("north/n.yaml").data == NORTHERN["north/n.yaml"]


def _measure(data):
    fields = {
        "kind": "digital", "name": "Ny rutine", "decision": "accepted", "decided": AT.date(),
        "office": "avdelingsleder", "reason": "Den sparer tid",
    }  # fmt: skip
    return document.with_measure(data, "rutine", fields)


def _comment(data):
    said = {"date": AT.date(), "party": "safety", "office": "verneombud", "text": "Nei."}
    return document.with_participation(data, "comments", "nei", said)


@pytest.mark.parametrize(
    ("role", "write", "allowed"),
    [
        (AccessRole.DEPARTMENT_HEAD, _measure, True),
        (AccessRole.DEPARTMENT_HEAD, _comment, True),
        (AccessRole.REPRESENTATIVE, _comment, True),
        (AccessRole.REPRESENTATIVE, _measure, False),
        (AccessRole.REPRESENTATIVE, lambda data: _measure(_comment(data)), False),
        (AccessRole.PROJECT_LEADER, _measure, False),
        (AccessRole.PROJECT_LEADER, _comment, False),
    ],
)
def test_what_is_decided_and_what_is_said_ask_for_a_right_each(folder, role, write, allowed):
    name = "north/n.followup.yaml"
    standing = folder.read(name)
    own = guarded(folder, identity(role, organisations=[NORTH]))
    written = write(standing.data)
    assert document.read_followup(written, file=name)[0] is not None
    if allowed:
        keep(own, name, written, standing.digest)
        assert folder.read(name).data == written
    else:
        with pytest.raises(AccessDenied):
            keep(own, name, written, standing.digest)


def test_nothing_is_open_to_somebody_whose_time_has_ended(folder):
    ended = guarded(folder, identity(everything=True, until=AT))
    for ask in (
        ended.documents,
        ended.missing,
        lambda: ended.read("north/n.yaml"),
        lambda: ended.history("north/n.yaml"),
        lambda: ended.version("north/n.yaml", 1),
        lambda: ended.whole("north/n.yaml"),
        lambda: keep(ended, "north/new.yaml", mapping("n-9", NORTH)),
        lambda: ended.take_away("north/n.yaml", based_on=""),
        lambda: ended.put_back("north/n.yaml", who="", why="", at=AT),
        lambda: ended.forget("north/n.yaml", None, based_on=None, who="", why="", at=AT),
        lambda: ended.take_in("north/new.yaml", folder.whole("north/n.yaml")),
    ):
        with pytest.raises(AccessExpired):
            ask()


def test_what_is_taken_in_from_elsewhere_is_judged_by_every_version(folder, tmp_path_factory):
    elsewhere = store_at(tmp_path_factory.mktemp("elsewhere"))
    keep(elsewhere, "new.yaml", mapping("n-9", NORTH))
    own = guarded(folder, NORTHERNER)
    own.take_in("north/new.yaml", elsewhere.whole("new.yaml"))
    keep(elsewhere, "moved.yaml", mapping("s-9", SOUTH))
    last = elsewhere.read("moved.yaml").digest
    keep(elsewhere, "moved.yaml", mapping("n-8", NORTH), last)
    with pytest.raises(AccessDenied):
        own.take_in("north/moved.yaml", elsewhere.whole("moved.yaml"))
    assert "north/moved.yaml" not in names(folder)
