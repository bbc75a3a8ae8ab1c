"""Nothing on the disk tells what was forgotten, and a forgetting ended at any step can go on."""

import shutil

import pytest
from saving import AT, NAME, UnsyncedDisk, digest, save
from searching import told_in
from step_disk import Stopped, StoppingDisk

from taskmap.errors import FileRemoved
from taskmap.store.folder import Folder

SECRET = b"never-to-be-told"
OLD = b"taskmap: mapping/1\nnote: never-to-be-told\n"
NEW = b"taskmap: mapping/1\nnote: nothing\n"


def _prepared(root):
    """A document with a secret in its versions, in their reasons and in copies set aside."""
    root.mkdir()
    folder = Folder(root, UnsyncedDisk())
    save(folder, OLD, None)
    save(folder, NEW, OLD)
    folder.save(NAME, OLD, based_on=digest(NEW), who="Kari", why=SECRET.decode(), at=AT)
    beside = root / "north"
    (beside / "ward.yaml.damaged-2").write_bytes(OLD)
    (beside / ".ward.yaml.new").write_bytes(OLD)
    (beside / ".taskmap/ward.yaml/versions/new").write_bytes(OLD)


def _forget(folder, anew, based_on=OLD):
    folder.forget(NAME, anew, based_on=digest(based_on), who="Kari", why="", at=AT)


def _stands(folder):
    try:
        return folder.read(NAME).data
    except FileRemoved:
        return None


@pytest.mark.parametrize("anew", [None, NEW])
def test_nothing_on_the_disk_tells_it(anew, tmp_path):
    _prepared(tmp_path / "all")
    assert len(told_in(tmp_path, SECRET)) > 4
    _forget(Folder(tmp_path / "all", UnsyncedDisk()), anew)
    assert told_in(tmp_path, SECRET) == []
    assert digest(OLD).encode() not in b"".join(
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("anew", [None, NEW])
def test_one_that_ends_at_any_step_is_ended_by_whoever_comes_next(anew, tmp_path):
    step, whole = 0, False
    ended = {True: 0, False: 0}
    while not whole:
        step += 1
        root = tmp_path / str(step)
        _prepared(root)
        try:
            _forget(Folder(root, StoppingDisk(step)), anew)
            whole = True
        except Stopped:
            pass
        folder = Folder(root, UnsyncedDisk())
        stands = _stands(folder)
        gone = told_in(root, SECRET) == []
        assert stands == (anew if gone else OLD), step
        assert len(folder.history(NAME)) == (int(anew is not None) if gone else 3), step
        if not gone:
            _forget(folder, anew)
            assert told_in(root, SECRET) == [], step
        ended[gone] += 1
        shutil.rmtree(root)
    assert min(ended.values()) > 10
