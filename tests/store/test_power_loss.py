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
    """A disk whose syncs of one kind do nothing."""

    def __init__(self, left_out):
        super().__init__()
        self._left_out = left_out

    def sync(self, file):
        if self._left_out != "sync":
            super().sync(file)

    def sync_folder(self, folder):
        if self._left_out != "sync_folder":
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


def _lost(tmp_path, seed, disk, often):
    """Lose power after every event, so often; how many ways were tried and what was broken."""
    root = _made(tmp_path / f"run{seed}")
    rng = Random(seed)  # noqa: S311 - no secret
    if seed % 3:
        (root / NAME).parent.mkdir()
        (root / NAME).write_bytes(text(1))
    power, first = Power(root), standing(Folder(root))
    _Run(root, rng, disk, first, (first,)).saves()
    found, promise = Counter(), None
    for event in disk.trace:
        if event[0] == "promise":
            promise = event[1]
            continue
        power.done(event)
        for _ in range(often):
            after = _made(tmp_path / "after")
            power.leave(after, rng)
            found[broken(after, promise)] += 1
            shutil.rmtree(after)
    return found


def test_a_sample_of_losses_of_power(tmp_path):
    found = sum((_lost(tmp_path, seed, StoppingDisk(), 1) for seed in (0, 1)), Counter())
    assert set(found) == {None}
    assert found[None] > 100


@pytest.mark.full
@pytest.mark.parametrize("part", range(6))
def test_very_many_losses_of_power(part, tmp_path):
    seeds = range(100 * (part + 1), 100 * (part + 1) + 12)
    found = sum((_lost(tmp_path, seed, StoppingDisk(), 2) for seed in seeds), Counter())
    print(f"part {part}: {found.total()} losses of power")  # noqa: T201
    assert set(found) == {None}


@pytest.mark.parametrize("left_out", ["sync", "sync_folder"])
def test_a_sync_that_was_left_out_would_be_noticed(left_out, tmp_path):
    found = sum((_lost(tmp_path, seed, _Careless(left_out), 1) for seed in (1, 3)), Counter())
    assert found.total() - found[None] > 3


def _made(path):
    path.mkdir()
    return path
