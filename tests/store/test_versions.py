"""A document's versions: numbered, told apart, kept, and made by one at a time."""

import threading
from contextlib import suppress
from datetime import datetime

import pytest
from saving import AT, NAME, digest, save, text
from step_disk import StepDisk

from taskmap.errors import (
    FileChanged,
    FileRemoved,
    FileTooLarge,
    NameRefused,
    NotWritable,
    StoreBusy,
    VersionLost,
)
from taskmap.model.version import Version
from taskmap.store import lock
from taskmap.store.folder import Folder
from taskmap.store.port import Store
from taskmap.store.stored import MAX_BYTES


@pytest.fixture
def folder(tmp_path):
    """A folder with one document that nobody has saved yet."""
    (tmp_path / NAME).parent.mkdir()
    (tmp_path / NAME).write_bytes(text(1))
    return Folder(tmp_path)


def test_what_was_there_is_version_1_and_the_first_save_version_2(folder):
    assert folder.history(NAME) == ()
    saved = folder.save(NAME, text(2), based_on=digest(text(1)), who="Kari", why="ny", at=AT)
    assert (folder.root / NAME).read_bytes() == text(2)
    first, second = folder.history(NAME)
    assert second == saved
    assert saved == Version(
        number=2, digest=digest(text(2)), before=digest(text(1)), who="Kari", why="ny", at=AT
    )
    assert (first.number, first.digest, first.before, first.who) == (1, digest(text(1)), None, None)
    assert [folder.version(NAME, n) for n in (1, 2)] == [text(1), text(2)]


def test_a_new_document_in_a_new_folder_is_version_1(tmp_path):
    store: Store = Folder(tmp_path)
    version = save(store, text(1), None, name="south/new.yaml")
    assert version.number == 1
    assert [found.name for found in store.documents()] == ["south/new.yaml"]


def test_what_is_kept_beside_the_documents_is_no_document(folder):
    save(folder, text(2), text(1))
    kept = folder.root / "north/.taskmap/ward.yaml"
    (kept / "stray.yaml").write_bytes(text(1))
    assert [found.name for found in folder.documents()] == [NAME]
    with pytest.raises(NameRefused):
        folder.read("north/.taskmap/ward.yaml/stray.yaml")


def test_a_save_on_what_somebody_changed_is_refused_with_both_digests(folder):
    save(folder, text(2), text(1))
    with pytest.raises(FileChanged) as refused:
        save(folder, text(3), text(1))
    assert refused.value.code == "store.changed"
    assert dict(refused.value.values) == {
        "file": NAME,
        "based_on": digest(text(1)),
        "digest": digest(text(2)),
    }
    assert (folder.root / NAME).read_bytes() == text(2)
    assert len(folder.history(NAME)) == 2


def test_a_new_document_does_not_take_the_place_of_one_that_is_there(folder):
    with pytest.raises(FileChanged):
        save(folder, text(2), None)
    assert (folder.root / NAME).read_bytes() == text(1)


def test_the_same_save_twice_is_one_version(folder):
    once, again = (save(folder, text(2), text(1)) for _ in range(2))
    assert once == again
    assert len(folder.history(NAME)) == 2


def test_an_edit_outside_is_a_version_by_nobody(folder):
    save(folder, text(2), text(1))
    (folder.root / NAME).write_bytes(text(3))
    assert folder.read(NAME).data == text(3)
    outside = folder.history(NAME)[-1]
    assert (outside.number, outside.who, outside.before) == (3, None, digest(text(2)))
    with pytest.raises(FileChanged):
        save(folder, text(4), text(2))
    (folder.root / NAME).write_bytes(text(5))
    assert save(folder, text(6), text(5)).number == 5
    assert [folder.version(NAME, n) for n in range(1, 6)] == [text(n) for n in (1, 2, 3, 5, 6)]


class _Edited(StepDisk):
    """A disk where an editor writes while the next version is being written."""

    def sync(self, file):
        super().sync(file)
        path = self._paths[file]
        if path.name == ".ward.yaml.new":
            path.with_name("ward.yaml").write_bytes(text(9))


def test_an_edit_in_the_last_moment_is_not_written_over(folder):
    save(folder, text(2), text(1))
    with pytest.raises(FileChanged):
        save(Folder(folder.root, _Edited()), text(3), text(2))
    assert folder.read(NAME).data == text(9)
    assert [version.who for version in folder.history(NAME)] == [None, "Kari", None]


def test_a_document_that_was_taken_away_is_told_with_its_last_version(folder):
    save(folder, text(2), text(1))
    (folder.root / NAME).unlink()
    assert folder.missing() == (NAME,)
    for act in (lambda: folder.read(NAME), lambda: save(folder, text(3), text(2))):
        with pytest.raises(FileRemoved) as refused:
            act()
        assert refused.value.values["version"] == 2
    assert save(folder, text(3), None).number == 3
    assert folder.missing() == ()


def test_any_version_can_stand_again_as_a_new_one(folder):
    save(folder, text(2), text(1))
    again = save(folder, folder.version(NAME, 1), text(2))
    assert (again.number, again.digest) == (3, digest(text(1)))


@pytest.mark.parametrize("number", [0, 3])
def test_a_version_that_never_was_is_refused(folder, number):
    save(folder, text(2), text(1))
    with pytest.raises(VersionLost):
        folder.version(NAME, number)


@pytest.mark.parametrize(
    "name",
    ["../out.yaml", "/etc/x.yaml", "a.txt", "a", "", "north\\x.yaml", "a\x00.yaml", "north"],
)
def test_names_that_lead_elsewhere_are_refused(folder, name):
    with pytest.raises(NameRefused):
        save(folder, text(1), None, name=name)


def test_links_are_not_written_through(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yaml").write_bytes(text(1))
    (folder.root / "link.yaml").symlink_to(outside / "secret.yaml")
    (folder.root / "way").symlink_to(outside)
    for name in ("link.yaml", "way/secret.yaml"):
        with pytest.raises(NameRefused):
            save(folder, text(2), text(1), name=name)


def test_who_may_read_a_document_stays_as_it_was(folder):
    (folder.root / NAME).chmod(0o640)
    save(folder, text(2), text(1))
    assert (folder.root / NAME).stat().st_mode & 0o777 == 0o640


def test_a_document_marked_as_not_to_be_written_is_not(folder):
    (folder.root / NAME).chmod(0o444)
    with pytest.raises(NotWritable):
        save(folder, text(2), text(1))
    assert (folder.root / NAME).read_bytes() == text(1)


def test_more_than_a_document_may_have_is_refused(folder):
    with pytest.raises(FileTooLarge):
        save(folder, b"#" * (MAX_BYTES + 1), text(1))
    huge = b"#" * (MAX_BYTES + 2)
    (folder.root / NAME).write_bytes(huge)
    with pytest.raises(FileTooLarge):
        save(folder, text(2), huge)
    assert (folder.root / NAME).read_bytes() == huge


def test_a_save_waits_for_another_and_a_reader_waits_for_nobody(folder):
    save(folder, text(2), text(1))
    holding, done = threading.Event(), threading.Event()

    def hold():
        with lock.held(folder.root / "north/.taskmap/ward.yaml/lock", 1.0):
            holding.set()
            done.wait()

    other = threading.Thread(target=hold)
    other.start()
    holding.wait()
    (folder.root / NAME).write_bytes(text(3))
    with pytest.raises(StoreBusy):
        save(Folder(folder.root, seconds=0.0), text(4), text(3))
    assert folder.read(NAME).data == text(3)
    done.set()
    other.join()
    assert save(folder, text(4), text(3)).number == 4


def test_threads_of_one_process_lose_nothing_either(folder):
    def edit(number):
        for line in (b"# %d-%d\n" % (number, n) for n in range(5)):
            saved = None
            while saved is None:
                read = folder.read(NAME)
                with suppress(FileChanged):
                    saved = save(folder, read.data + line, read.data)

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = folder.read(NAME).data.splitlines()[-20:]
    assert sorted(lines) == [b"# %d-%d" % (number, n) for number in range(4) for n in range(5)]
    assert [version.number for version in folder.history(NAME)] == list(range(1, 22))


def test_a_time_without_its_zone_is_refused(folder):
    naive = datetime(2026, 11, 2, 9, 30)  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        folder.save(NAME, text(2), based_on=digest(text(1)), who="Kari", why="", at=naive)
    assert folder.read(NAME).data == text(1)
