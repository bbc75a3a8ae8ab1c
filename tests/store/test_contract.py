"""What every store promises, whichever kind it is: asked of a folder and of a real PostgreSQL."""

import threading
from contextlib import suppress
from datetime import datetime
from itertools import count

import pytest
from saving import AT, NAME, digest, save, text

from taskmap.errors import (
    FileChanged,
    FileRemoved,
    FileTooLarge,
    NameRefused,
    VersionLost,
)
from taskmap.model.version import Damage, Version
from taskmap.store.places import store_at
from taskmap.store.stored import MAX_BYTES
from taskmap.store.whole import Whole

_OWN = count(1)


@pytest.fixture(params=["folder", "database"])
def empty(request, tmp_path):
    """A store without documents."""
    if request.param == "folder":
        return store_at(tmp_path)
    return store_at(request.getfixturevalue("database") / f"own-{next(_OWN)}")


@pytest.fixture
def store(empty):
    """A store with one document, saved once."""
    save(empty, text(1), None)
    return empty


def put_back(store, name=NAME):
    return store.put_back(name, who="Kari", why="angret", at=AT)


def test_a_new_document_in_a_new_folder_is_version_1(empty):
    version = save(empty, text(1), None, name="south/new.yaml")
    assert version.number == 1
    assert [found.name for found in empty.documents()] == ["south/new.yaml"]


def test_a_save_is_the_next_version_with_who_and_why(store):
    saved = save(store, text(2), text(1))
    assert saved == Version(
        number=2,
        digest=digest(text(2)),
        before=digest(text(1)),
        who="Kari",
        why="talt på nytt",
        at=AT,
    )
    assert [version.number for version in store.history(NAME)] == [1, 2]
    assert store.history(NAME)[-1] == saved
    assert [store.version(NAME, n) for n in (1, 2)] == [text(1), text(2)]
    assert store.read(NAME).data == text(2)


def test_words_of_a_database_s_own_tongue_stay_words(empty):
    said = "'); DROP TABLE taskmap_version; --"
    empty.save("own.yaml", text(1), based_on=None, who=said, why=said, at=AT)
    (version,) = empty.history("own.yaml")
    assert (version.who, version.why) == (said, said)
    with pytest.raises(NameRefused):
        empty.read("x' OR '1'='1")
    assert empty.read("own.yaml").data == text(1)


def test_documents_come_in_the_order_of_their_names_with_their_kind(empty):
    for name in ("b/two.yaml", "a-b.yaml", "a/z.yaml", "a.yml", "Ærlig.yaml"):
        save(empty, b"taskmap: mapping/1\n", None, name=name)
    save(empty, b'{"taskmap": "scenario/1"}', None, name="s.json")
    save(empty, b'{"of": "somebody else"}', None, name="other.json")
    names = ["a/z.yaml", "a-b.yaml", "a.yml", "b/two.yaml", "s.json", "Ærlig.yaml"]
    assert [found.name for found in empty.documents()] == names
    kinds = {found.name: found.kind for found in empty.documents()}
    assert (kinds["a.yml"], kinds["s.json"]) == ("mapping", "scenario")


def test_a_folder_in_a_store_is_a_store_with_shorter_names(store):
    below = store_at(store.root / "north")
    (found,) = below.documents()
    assert (found.name, found.path) == ("ward.yaml", store.root / NAME)
    assert found.path == next(iter(store.documents())).path
    save(below, text(2), text(1), name="ward.yaml")
    assert [version.number for version in store.history(NAME)] == [1, 2]
    assert list(store_at(store.root / "nor").documents()) == []


def test_a_save_on_what_somebody_changed_is_refused_with_both_digests(store):
    save(store, text(2), text(1))
    with pytest.raises(FileChanged) as refused:
        save(store, text(3), text(1))
    assert refused.value.code == "store.changed"
    assert dict(refused.value.values) == {
        "file": NAME,
        "based_on": digest(text(1)),
        "digest": digest(text(2)),
    }
    assert store.read(NAME).data == text(2)
    assert len(store.history(NAME)) == 2


def test_a_new_document_does_not_take_the_place_of_one_that_is_there(store):
    with pytest.raises(FileChanged):
        save(store, text(2), None)
    assert store.read(NAME).data == text(1)


def test_the_same_save_twice_is_one_version(store):
    once, again = (save(store, text(2), text(1)) for _ in range(2))
    assert once == again
    assert len(store.history(NAME)) == 2


def test_what_was_taken_away_is_told_with_its_last_version_and_comes_back(store):
    save(store, text(2), text(1))
    with pytest.raises(FileChanged):
        store.take_away(NAME, based_on=digest(text(1)))
    store.take_away(NAME, based_on=digest(text(2)))
    assert store.missing() == (NAME,)
    assert list(store.documents()) == []
    for act in (lambda: store.read(NAME), lambda: save(store, text(3), text(2))):
        with pytest.raises(FileRemoved) as refused:
            act()
        assert refused.value.values["version"] == 2
    again = put_back(store)
    assert (again.number, again.digest, again.before) == (3, digest(text(2)), None)
    assert put_back(store) == again
    assert store.missing() == ()


def test_what_was_taken_away_may_be_made_anew(store):
    store.take_away(NAME, based_on=digest(text(1)))
    assert save(store, text(3), None).number == 2


def test_any_version_can_stand_again_as_a_new_one(store):
    save(store, text(2), text(1))
    again = save(store, store.version(NAME, 1), text(2))
    assert (again.number, again.digest) == (3, digest(text(1)))


@pytest.mark.parametrize("number", [0, 3])
def test_a_version_that_never_was_is_refused(store, number):
    save(store, text(2), text(1))
    with pytest.raises(VersionLost):
        store.version(NAME, number)


def test_of_a_document_that_never_was_nothing_is_told(empty):
    assert empty.history(NAME) == ()
    for act in (lambda: empty.read(NAME), lambda: empty.whole(NAME)):
        with pytest.raises(FileRemoved):
            act()
    with pytest.raises(VersionLost):
        put_back(empty)
    assert empty.missing() == ()


@pytest.mark.parametrize(
    "name",
    [
        *("../out.yaml", "/etc/x.yaml", "a.txt", "a", "", "north\\x.yaml", "a\x00.yaml", "north"),
        *("nul.yaml", "CON.yaml", "aux/a.yaml", "com1.lager.yaml", ".taskmap/a.yaml"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(store, name):
    with pytest.raises(NameRefused):
        save(store, text(1), None, name=name)
    with pytest.raises(NameRefused):
        store.read(name)
    assert [found.name for found in store.documents()] == [NAME]


def test_more_than_a_document_may_have_is_refused(store):
    with pytest.raises(FileTooLarge):
        save(store, b"#" * (MAX_BYTES + 1), text(1))
    assert store.read(NAME).data == text(1)


def test_a_time_without_its_zone_is_refused(store):
    naive = datetime(2026, 11, 2, 9, 30)  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        store.save(NAME, text(2), based_on=digest(text(1)), who="Kari", why="", at=naive)
    assert store.read(NAME).data == text(1)


def test_threads_of_one_process_lose_nothing(store):
    def edit(number):
        for line in (b"# %d-%d\n" % (number, n) for n in range(3)):
            saved = None
            while saved is None:
                read = store.read(NAME)
                with suppress(FileChanged):
                    saved = save(store, read.data + line, read.data)

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = store.read(NAME).data.splitlines()[-12:]
    assert sorted(lines) == [b"# %d-%d" % (number, n) for number in range(4) for n in range(3)]
    assert [version.number for version in store.history(NAME)] == list(range(1, 14))


def forget(store, anew, based_on, name=NAME):
    return store.forget(
        name, anew, based_on=digest(based_on), who="Kari", why="bedt om", at=AT
    )  # fmt: skip


def test_of_what_is_forgotten_nothing_is_kept(store):
    save(store, text(2), text(1))
    save(store, text(1), None, name="other.yaml")
    assert forget(store, None, text(2)) == 2
    assert store.history(NAME) == ()
    assert store.missing() == ()
    assert [found.name for found in store.documents()] == ["other.yaml"]
    for act in (lambda: store.read(NAME), lambda: store.whole(NAME)):
        with pytest.raises(FileRemoved):
            act()
    with pytest.raises(VersionLost):
        put_back(store)
    assert forget(store, None, None) == 0
    assert save(store, text(3), None).number == 1


def test_what_was_taken_away_can_be_forgotten(store):
    store.take_away(NAME, based_on=digest(text(1)))
    assert forget(store, None, None) == 1
    assert store.missing() == ()


def test_a_document_can_go_on_as_if_it_began_with_what_it_says_now(store):
    save(store, text(2), text(1))
    assert forget(store, text(3), text(2)) == 2
    (first,) = store.history(NAME)
    assert (first.number, first.before, first.who, first.why) == (3, None, "Kari", "bedt om")
    assert store.read(NAME).data == store.version(NAME, 3) == text(3)
    for number in (1, 2):
        with pytest.raises(VersionLost):
            store.version(NAME, number)
    assert save(store, text(4), text(3)).number == 4
    assert forget(store, text(4), text(4)) == 2
    assert [version.number for version in store.history(NAME)] == [5]


def test_nothing_is_forgotten_of_what_somebody_changed_meanwhile(store):
    save(store, text(2), text(1))
    for anew in (None, text(3)):
        with pytest.raises(FileChanged):
            forget(store, anew, text(1))
    assert [store.version(NAME, number) for number in (1, 2)] == [text(1), text(2)]


def test_two_forget_at_once_and_a_third_saves(store):
    def act(done):
        with suppress(FileChanged, FileRemoved):
            done()

    acts = [lambda: forget(store, None, text(1)) for _ in range(2)]
    threads = [threading.Thread(target=act, args=(each,)) for each in acts]
    threads.append(threading.Thread(target=act, args=(lambda: save(store, text(2), text(1)),)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stands = list(store.documents())
    assert [found.data for found in stands] in ([], [text(2)])
    kept = [store.version(NAME, version.number) for version in store.history(NAME)]
    assert kept == ([text(1), text(2)] if stands else [])


def _whole(*contents, damage=None, stands=True):
    """A document as another store may hand it over; its last version may be damaged."""
    told = []
    for number, data in enumerate(contents, 1):
        last = number == len(contents)
        told.append(
            Version(
                number=number,
                digest=digest(data),
                before=told[-1].digest if told else None,
                who=None if number == 1 or (last and damage) else "Kari",
                why="",
                at=AT,
                damage=damage if last else None,
            )
        )
    return Whole(tuple(told), tuple(contents), stands)


@pytest.mark.parametrize("stands", [True, False])
def test_what_is_taken_in_is_handed_out_the_same(empty, stands):
    whole = _whole(text(1), text(2), text(1), stands=stands)
    empty.take_in(NAME, whole)
    assert empty.whole(NAME) == whole
    assert empty.missing() == (() if stands else (NAME,))
    empty.take_in(NAME, whole)
    assert empty.whole(NAME) == whole


def test_versions_that_are_new_are_taken_in_and_others_are_refused(empty):
    empty.take_in(NAME, _whole(text(1), text(2)))
    empty.take_in(NAME, _whole(text(1), text(2), text(3)))
    assert empty.read(NAME).data == text(3)
    with pytest.raises(FileChanged):
        empty.take_in(NAME, _whole(text(1), text(4), text(5)))
    assert empty.whole(NAME) == _whole(text(1), text(2), text(3))


def test_a_damaged_document_is_told_and_its_last_whole_version_put_back(empty):
    empty.take_in(NAME, _whole(text(1), text(2), b"", damage=Damage.EMPTY))
    (found,) = empty.documents()
    assert found.damage is not None
    assert (found.damage.code, found.damage.values["version"]) == ("store.empty", 2)
    assert put_back(empty).digest == digest(text(2))
    assert empty.read(NAME).damage is None
