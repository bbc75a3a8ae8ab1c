"""Everything a store keeps, moved to another one and back: nothing is lost, or it is told."""

import shutil
import zipfile
from itertools import count

import pytest
from saving import AT, NAME, digest, save, text

from taskmap.errors import BackupRefused, FileChanged, StoreNotEmpty, VersionLost
from taskmap.store.backup import backup, restore
from taskmap.store.copying import copy, is_empty
from taskmap.store.folder import Folder
from taskmap.store.places import store_at

_OWN = count(1)
_KINDS = ["folder", "database"]


@pytest.fixture
def source(tmp_path):
    """A folder with what a folder can hold: saved, never saved, changed outside, taken away."""
    folder = Folder(tmp_path / "source")
    folder.root.mkdir()
    save(folder, text(1), None)
    save(folder, text(2), text(1))
    (folder.root / NAME).write_bytes(text(3))
    (folder.root / "Nord Ås.yaml").write_bytes(text(4))
    save(folder, text(5), None, name="gone.yaml")
    folder.take_away("gone.yaml", based_on=digest(text(5)))
    save(folder, text(6), None, name="damaged.yaml")
    (folder.root / "damaged.yaml").write_bytes(b"")
    return folder


@pytest.fixture(params=_KINDS)
def target(request, tmp_path):
    if request.param == "folder":
        (tmp_path / "target").mkdir()
        return store_at(tmp_path / "target")
    return store_at(request.getfixturevalue("database") / f"copy-{next(_OWN)}")


def told(store):
    """All that a store tells of its documents."""
    names = [*(found.name for found in store.documents()), *store.missing()]
    return {name: store.whole(name) for name in names}


def test_everything_is_copied_and_counted_and_back_again(source, target, tmp_path):
    seen = []
    copied = copy(source, target, lambda *how: seen.append(how))
    assert (copied.documents, copied.versions, copied.taken_away) == (4, 7, 1)
    assert copied.refused == ()
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert told(target) == told(source)
    assert target.history(NAME) == source.history(NAME)
    back = Folder(tmp_path / "back")
    back.root.mkdir()
    again = copy(target, back)
    assert again.seal == copied.seal
    assert told(back) == told(source)
    assert (back.root / "Nord Ås.yaml").read_bytes() == text(4)


def test_a_copy_goes_on_where_it_stopped_and_takes_what_is_new(source, target):
    copy(source, target)
    save(source, text(7), text(3))
    copied = copy(source, target)
    assert (copied.versions, copied.refused) == (8, ())
    assert told(target) == told(source)


def test_what_went_another_way_meanwhile_is_refused_alone(source, target):
    copy(source, target)
    save(source, text(7), text(3))
    save(target, text(8), text(3))
    copied = copy(source, target)
    ((name, error),) = copied.refused
    assert (name, type(error)) == (NAME, FileChanged)
    assert copied.documents == 3
    assert target.read(NAME).data == text(8)


def test_a_version_that_is_damaged_at_home_is_told(source, target):
    (lost,) = (v for v in source.history(NAME) if v.number == 2)
    (source.root / "north/.taskmap/ward.yaml/versions" / lost.digest).write_bytes(b"rust")
    ((name, error),) = copy(source, target).refused
    assert (name, type(error), error.values["version"]) == (NAME, VersionLost, 2)


@pytest.fixture
def file(source, tmp_path):
    backup(source, tmp_path / "all.zip", AT)
    return tmp_path / "all.zip"


def test_a_backup_is_restored_into_an_empty_place_whole(source, file, target):
    restored = restore(file, target)
    assert (restored.documents, restored.versions, restored.refused) == (4, 7, ())
    assert told(target) == told(source)
    with pytest.raises(StoreNotEmpty):
        restore(file, target)


def test_a_backup_is_a_folder_anyone_can_unpack(source, file, tmp_path):
    shutil.unpack_archive(file, tmp_path / "by-hand")
    assert told(Folder(tmp_path / "by-hand/documents")) == told(source)
    assert list(tmp_path.glob(".taskmap-backup-*")) == []


def _rewritten(file, change):
    """The file with some of its parts otherwise; a part that becomes None is left out."""
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in change(parts).items():
            packed.writestr(name, data)


def _without_a_version(parts):
    return {name: data for name, data in parts.items() if digest(text(1)) not in name}


def _without_a_document(parts):
    return {name: data for name, data in parts.items() if "Nord" not in name}


def _without_its_seal(parts):
    return {name: data for name, data in parts.items() if "documents" in name}


def _with_another_text(parts):
    return parts | {"documents/Nord Ås.yaml": text(9)}


@pytest.mark.parametrize(
    "change", [_without_a_version, _without_a_document, _without_its_seal, _with_another_text]
)
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_written(file, change, tmp_path):
    _rewritten(file, change)
    (tmp_path / "empty").mkdir()
    empty = store_at(tmp_path / "empty")
    with pytest.raises(BackupRefused):
        restore(file, empty)
    assert is_empty(empty)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_file_that_is_cut_is_refused(file, share, tmp_path):
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    (tmp_path / "empty").mkdir()
    with pytest.raises(BackupRefused):
        restore(file, store_at(tmp_path / "empty"))


def test_a_part_that_leads_elsewhere_is_not_unpacked(file, tmp_path):
    _rewritten(file, lambda parts: parts | {"documents/../../out.yaml": b"a: 1\n"})
    (tmp_path / "empty").mkdir()
    restore(file, store_at(tmp_path / "empty"))
    assert not list(tmp_path.rglob("out.yaml"))
