"""A document's versions: numbered, told apart, kept, and made by one at a time."""

import threading

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
)
from taskmap.model.version import Version
from taskmap.store import lock
from taskmap.store.folder import Folder
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


def test_what_is_kept_beside_the_documents_is_no_document(folder):
    save(folder, text(2), text(1))
    kept = folder.root / "north/.taskmap/ward.yaml"
    (kept / "stray.yaml").write_bytes(text(1))
    assert [found.name for found in folder.documents()] == [NAME]
    with pytest.raises(NameRefused):
        folder.read("north/.taskmap/ward.yaml/stray.yaml")


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
