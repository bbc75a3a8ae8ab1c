"""Power lost at any moment, with what was not synced dropped or reordered, loses nothing told."""

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from power_loss import Power
from saving import NAME, Promise, broken, save, standing, text
from step_disk import Stopped, StoppingDisk

from taskmap.store.folder import Folder

SAVES = 4


class _Careless(StoppingDisk):
    """A disk where the sync of one file, or of one folder's names, does nothing."""

    def __init__(self, kind, name):
        super().__init__()
        self._left_out = (kind, name)

    def sync(self, file):
        if self._left_out != ("file", self._paths[file].name):
            super().sync(file)

    def sync_folder(self, folder):
        if self._left_out != ("folder", folder.name):
            super().sync_folder(folder)


@dataclass
class _Run:
    """Saves in a row, some of whose processes end; promises stand among the events they leave."""

    root: Path
    rng: Random
    disk: StoppingDisk
    standing: bytes | None
    promised: tuple[bytes | None, ...]

    def saves(self):
        for number in range(2, SAVES + 2):
            self.disk.trace.append(("promise", Promise(self.promised, text(number))))
            if self.rng.random() < 0.4:
                self._ends_early(text(number))
            else:
                save(Folder(self.root, self.disk), text(number), self.standing)
                self._stands(text(number))
            self.disk.trace.append(("promise", Promise(self.promised)))

    def _stands(self, content):
        self.standing = content
        if content not in self.promised:
            self.promised = (*self.promised, content)

    def _ends_early(self, content):
        """A process that ends somewhere in its save; the next one looks, and goes on from there."""
        self.disk.at = len(self.disk.steps) + self.rng.randrange(1, 45)
        try:
            save(Folder(self.root, self.disk), content, self.standing)
            self._stands(content)
        except Stopped:
            self.disk.at = None
            self._stands(standing(Folder(self.root, self.disk)))
        self.disk.at = None


def _losses(tmp_path, seed, disk, often):
    """Lose power after every event of some saves, so often; what was broken each time, or None."""
    root = _made(tmp_path / f"run{seed}")
    rng = Random(seed)  # noqa: S311 - no secret
    if seed % 3:
        (root / NAME).parent.mkdir()
        (root / NAME).write_bytes(text(1))
    power, first = Power(root), standing(Folder(root))
    _Run(root, rng, disk, first, (first,)).saves()
    promise = None
    for event in disk.trace:
        if event[0] == "promise":
            promise = event[1]
            continue
        power.done(event)
        for _ in range(often):
            after = _made(tmp_path / "after")
            power.leave(after, rng)
            yield broken(after, promise)
            shutil.rmtree(after)


def test_a_sample_of_losses_of_power(tmp_path):
    found = Counter(b for seed in (0, 1) for b in _losses(tmp_path, seed, StoppingDisk(), 1))
    assert set(found) == {None}
    assert found[None] > 100


@pytest.mark.full
@pytest.mark.parametrize("part", range(6))
def test_very_many_losses_of_power(part, tmp_path):
    seeds = range(100 * (part + 1), 100 * (part + 1) + 12)
    found = Counter(b for seed in seeds for b in _losses(tmp_path, seed, StoppingDisk(), 2))
    print(f"part {part}: {found.total()} losses of power")  # noqa: T201
    assert set(found) == {None}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("file", "new"),  # a version's content
        ("file", "journal"),
        ("file", ".ward.yaml.new"),  # the document itself
        ("folder", "versions"),
        ("folder", "ward.yaml"),  # what is kept of it
        ("folder", ".taskmap"),
        ("folder", "north"),
        ("folder", "run3"),
    ],
)
def test_each_sync_that_was_left_out_would_be_noticed(kind, name, tmp_path):
    assert any(_losses(tmp_path, 3, _Careless(kind, name), 1))


def _made(path):
    path.mkdir()
    return path
