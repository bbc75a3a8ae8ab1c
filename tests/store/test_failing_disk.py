"""Any call the disk refuses is told with a code, loses nothing, and can be tried again."""

import errno
import shutil

import pytest
from saving import NAME, UnsyncedDisk, broken, digest, standing
from scenes import SCENES
from step_disk import ALWAYS, WRITING, FailingDisk, StepDisk

from taskmap.errors import TaskmapError
from taskmap.store.folder import Folder

TOLD = {
    errno.ENOSPC: {"store.disk_full"},
    errno.EROFS: {"store.not_writable"},
    # What cannot be read is told as damage; what was on its way may turn out to stand.
    errno.EIO: {"store.failed", "store.damaged", "store.changed"},
}
KINDS = [(number, goes_on) for number in TOLD for goes_on in (False, True)]


def _failing(scene, root, disk):
    """The scene's save on a disk that fails; what it was told, None when it was acknowledged."""
    scene.prepare(root)
    try:
        scene.act(Folder(root, disk))
    except TaskmapError as error:
        return error
    return None


def _each_call_fails(scene, tmp_path, number, *, goes_on):
    """Fail each step of a save in turn; the codes it was told by."""
    told, step, failed = set(), 0, True
    while failed:
        step += 1
        root = _made(tmp_path / str(step))
        disk = FailingDisk(
            step, number, goes_on=goes_on, calls=ALWAYS if number == errno.EIO else WRITING
        )
        error = _failing(scene, root, disk)
        failed = disk.failed > 0 or step < len(disk.steps)
        told |= {error.code} if error else set()
        promise = scene.promise(done=error is None)
        assert standing(Folder(root, UnsyncedDisk())) in (
            promise.acknowledged[-1],
            promise.on_its_way,
        ), step
        if error is not None:
            _tried_again(scene, root)
        assert broken(root, scene.promise(done=True)) is None, (step, error)
        shutil.rmtree(root)
    return told


def _tried_again(scene, root):
    """The disk works again, and so does the same save, whether or not it had stood after all."""
    version = scene.act(Folder(root, UnsyncedDisk()))
    assert version.digest == digest(scene.after)
    assert Folder(root).history(NAME)[-1] == version


@pytest.mark.parametrize(("number", "goes_on"), [KINDS[1], KINDS[2], KINDS[4]])
def test_a_call_that_fails_is_told_and_loses_nothing(number, goes_on, tmp_path):
    scene = SCENES[2]
    told = _each_call_fails(scene, tmp_path, number, goes_on=goes_on)
    assert told
    assert told <= TOLD[number]


@pytest.mark.full
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.parametrize(("number", "goes_on"), KINDS)
def test_every_call_that_fails_is_told_and_loses_nothing(scene, number, goes_on, tmp_path):
    told = _each_call_fails(scene, tmp_path, number, goes_on=goes_on)
    assert told
    assert told <= TOLD[number]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EDQUOT, "store.disk_full"),
        (errno.EACCES, "store.not_writable"),
        (errno.EPERM, "store.not_writable"),
        (errno.ENOLCK, "store.failed"),
    ],
)
def test_other_words_for_the_same_are_told_alike(number, code, tmp_path):
    error = _failing(SCENES[1], tmp_path, FailingDisk(1, number, goes_on=True))
    assert error.code == code


def test_a_disk_that_cannot_be_written_is_read_all_the_same(tmp_path):
    scene = SCENES[3]
    scene.prepare(tmp_path)
    closed = FailingDisk(1, errno.EROFS, goes_on=True)
    folder = Folder(tmp_path, closed)
    assert folder.read(NAME).data == scene.before[-1]
    assert [found.name for found in folder.documents()] == [NAME]
    assert len(folder.history(NAME)) == 3  # the edit outside is taken in when it can be
    assert len(Folder(tmp_path).history(NAME)) == 4


def test_a_disk_takes_what_it_takes_and_the_rest_is_written_after(tmp_path):
    scene = SCENES[2]
    scene.prepare(tmp_path)
    disk = StepDisk()
    scene.act(Folder(tmp_path, disk))
    assert disk.steps.count("write") > 4  # each file's first write took half
    assert standing(Folder(tmp_path)) == scene.after


def _made(path):
    path.mkdir()
    return path
