"""A process that ends at any step of a save, or of the mending after it, loses nothing."""

import shutil
from random import Random

import pytest
from saving import NAME, broken, standing
from scenes import SCENES
from step_disk import Stopped, StoppingDisk

from taskmap.store.folder import Folder


def _steps(scene, root):
    """How many steps the scene's save has."""
    scene.prepare(root)
    disk = StoppingDisk()
    scene.act(Folder(root, disk))
    return len(disk.steps)


def _stopped_at(step, scene, root):
    """Prepare the scene and end its save at a step; whether it was acknowledged all the same."""
    scene.prepare(root)
    try:
        scene.act(Folder(root, StoppingDisk(step)))
    except Stopped:
        return False
    return True


def _mended_until(step, root):
    """Look as the next process does, which ends at a step; whether it came through."""
    folder = Folder(root, StoppingDisk(step))
    try:
        standing(folder)
        folder.history(NAME)
    except Stopped:
        return False
    return True


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_save_that_ends_at_any_step_leaves_the_old_or_the_new(scene, tmp_path):
    steps = _steps(scene, _made(tmp_path / "whole"))
    assert steps > 25
    for step in range(1, steps + 2):
        root = _made(tmp_path / str(step))
        done = _stopped_at(step, scene, root)
        assert done == (step > steps)
        assert broken(root, scene.promise(done=done)) is None, step
        shutil.rmtree(root)


def _stopped_twice(scene, step, tmp_path):
    """End a save at a step, and the mending at each of its steps; how many ways there were."""
    again, through = 0, False
    while not through:
        again += 1
        root = _made(tmp_path / f"{step}-{again}")
        done = _stopped_at(step, scene, root)
        through = _mended_until(again, root)
        assert broken(root, scene.promise(done=done)) is None, (step, again)
        shutil.rmtree(root)
    return again


def test_a_sample_of_mendings_that_end_too(tmp_path):
    rng = Random(20261122)  # noqa: S311 - no secret
    tried = 0
    for scene in rng.sample(SCENES, 2):
        steps = _steps(scene, _made(tmp_path / scene.name))
        step = rng.randrange(steps // 2, steps + 1)
        tried += _stopped_twice(scene, step, tmp_path)
    assert tried > 12


@pytest.mark.full
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_every_mending_that_ends_too(scene, tmp_path):
    steps = _steps(scene, _made(tmp_path / "whole"))
    tried = sum(_stopped_twice(scene, step, tmp_path) for step in range(1, steps + 1))
    print(f"{scene.name}: {steps} steps, {tried} pairs")  # noqa: T201
    assert tried > 100


def _made(path):
    path.mkdir()
    return path
