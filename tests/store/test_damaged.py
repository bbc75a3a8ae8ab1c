"""Damaged documents, journals and contents are named, and everything else goes on."""

import errno

import pytest
from saving import AT, NAME, save, text
from step_disk import FailingDisk

from taskmap.errors import FileDamaged, VersionLost
from taskmap.store.folder import Folder

KEPT = "north/.taskmap/ward.yaml"


@pytest.fixture
def folder(tmp_path):
    """A folder with a document of three versions, and a sound one beside it."""
    folder = Folder(tmp_path)
    save(folder, text(1), None)
    save(folder, text(2), text(1))
    save(folder, text(3), text(2))
    save(folder, text(1), None, name="sound.yaml")
    return folder


class _Unreadable(FailingDisk):
    """A disk that does not hand out one document."""

    def __init__(self, path):
        super().__init__(1, errno.EIO, goes_on=True, calls=set())
        self._path = path

    def read(self, path, most=None):
        if path == self._path:
            raise OSError(errno.EIO, "unreadable")
        return super().read(path, most)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "store.empty"),
        (bytes(4096), "store.empty"),
        (text(3)[:900] + bytes(4096), "store.not_text"),
        ("taskmap: mapping/1\nname: Sårstell\n".encode("cp1252"), "store.not_text"),
        ("taskmap: mapping/1\n".encode("utf-16"), "store.not_text"),
    ],
)
def test_a_damaged_document_is_named_with_its_last_whole_version(folder, data, code):
    (folder.root / NAME).write_bytes(data)
    damaged, sound = folder.documents()
    assert (damaged.damage.code, damaged.damage.place.file) == (code, NAME)
    assert damaged.damage.values == {"version": 3}
    assert (sound.name, sound.damage, sound.data) == ("sound.yaml", None, text(1))
    assert folder.read(NAME).damage == damaged.damage
    assert (folder.root / NAME).read_bytes() == data  # nobody moves a file by looking at it
    back = folder.put_back(NAME, who="Kari", why="skadet", at=AT)
    assert (back.number, folder.read(NAME).data) == (5, text(3))
    assert folder.version(NAME, 4) == data
    assert [v.damage is None for v in folder.history(NAME)] == [True, True, True, False, True]


def test_what_cannot_be_read_is_put_aside_under_a_name_beside_it(folder):
    (folder.root / NAME).write_bytes(text(7))
    disk = _Unreadable(folder.root / NAME)
    failing = Folder(folder.root, disk)
    damaged, sound = failing.documents()
    assert (damaged.damage.code, damaged.damage.values["version"]) == ("store.unreadable", 3)
    assert sound.damage is None
    with pytest.raises(FileDamaged):
        save(failing, text(4), text(3))
    rename = disk.rename

    def renamed(source, target):
        rename(source, target)
        disk._path = target if source == disk._path else disk._path

    disk.rename = renamed
    assert failing.put_back(NAME, who="Kari", why="", at=AT).number == 4
    assert folder.read(NAME).data == text(3)
    assert (folder.root / "north/ward.yaml.damaged-4").read_bytes() == text(7)


def test_a_document_we_know_nothing_about_is_left_to_its_reader(tmp_path):
    (tmp_path / "new.yaml").write_bytes(b"")
    (tmp_path / "odd.json").write_bytes(b"\xff")
    assert [(found.name, found.damage) for found in Folder(tmp_path).documents()] == [
        ("new.yaml", None)
    ]


def test_putting_back_what_is_whole_changes_nothing(folder):
    assert folder.put_back(NAME, who="Kari", why="", at=AT).number == 3
    assert len(folder.history(NAME)) == 3


def test_nothing_to_put_back_is_told(tmp_path):
    with pytest.raises(VersionLost):
        Folder(tmp_path).put_back(NAME, who="Kari", why="", at=AT)


def test_a_damaged_content_is_told_and_the_version_before_it_is_put_back(folder):
    content = folder.root / KEPT / "versions" / folder.history(NAME)[-1].digest
    content.write_bytes(b"rust")
    with pytest.raises(VersionLost):
        folder.version(NAME, 3)
    (folder.root / NAME).write_bytes(b"")
    folder.put_back(NAME, who="Kari", why="", at=AT)
    assert folder.read(NAME).data == text(2)


def test_a_damaged_content_is_kept_anew_when_it_is_saved_again(folder):
    content = folder.root / KEPT / "versions" / folder.history(NAME)[1].digest
    content.write_bytes(b"rust")
    save(folder, text(2), text(3))
    assert folder.version(NAME, 2) == text(2)


@pytest.mark.parametrize("line", range(6))
def test_a_damaged_line_of_the_journal_costs_at_most_what_it_told(folder, line):
    journal = folder.root / KEPT / "journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    assert len(lines) == 6
    lines[line] = lines[line][:40] + b"?" + lines[line][41:]
    journal.write_bytes(b"".join(lines))
    assert [version.number for version in folder.history(NAME)] == [1, 2, 3]
    assert save(folder, text(4), text(3)).number == 4


def test_a_line_that_was_not_written_to_its_end_is_passed_over(folder):
    journal = folder.root / KEPT / "journal"
    journal.write_bytes(journal.read_bytes() + b'0badcafe {"step": "beg')
    assert save(folder, text(4), text(3)).number == 4
    assert [version.number for version in folder.history(NAME)] == [1, 2, 3, 4]


def test_a_long_history_is_saved_on_from_its_end(folder):
    standing = text(3)
    for number in range(4, 30):
        assert save(folder, text(number), standing).number == number
        standing = text(number)
    for damage in (b"", b"\x00"):  # longer than the end of the journal that a save looks at
        for _ in range(10):
            (folder.root / NAME).write_bytes(damage)
            folder.history(NAME)
            (folder.root / NAME).write_bytes(damage + b" ")
            folder.history(NAME)
    assert next(iter(folder.documents())).damage.values == {"version": 29}
    folder.put_back(NAME, who="Kari", why="", at=AT)
    assert folder.read(NAME).data == text(29)
