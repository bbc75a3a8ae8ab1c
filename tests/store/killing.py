"""Processes that save, ended by the operating system at any moment; run as a script of its own.

`python tests/store/killing.py FOLDER SEED KILLS` prints what came of it as JSON. It forks, which a
test runner with threads had better not do itself.
"""

import json
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import filelock  # noqa: F401 - before the forks, which would each load it anew
from saving import NAME, digest, save, standing, text

from taskmap.store.folder import Folder

ACKNOWLEDGED, BEGUN = b"a", b"b"


def _save_on(folder, number, told):
    """Save one content after the other until somebody ends it, telling of each."""
    while True:
        os.write(told, BEGUN)
        save(folder, text(number + 1), text(number))
        os.write(told, ACKNOWLEDGED)
        number += 1


def _ended(root, number, saves, wait):
    """Let a process save so often, and a moment longer; what it told."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(read)
            _save_on(Folder(root), number, write)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read(1 + 2 * saves)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return told + pipe.read()


def _number(data):
    return int(data.split(b"\n")[1].removeprefix(b"number: "))


def kills(root, seed, count):
    """End so many processes; how many were ended in a save, and how many saves were lost."""
    rng = Random(seed)  # noqa: S311 - no secret
    found, number = Counter(lost=0), 1
    (root / NAME).parent.mkdir()
    (root / NAME).write_bytes(text(number))
    for _ in range(count):
        told = _ended(root, number, rng.randrange(3), rng.uniform(0, 0.02))
        acknowledged = number + told.count(ACKNOWLEDGED)
        stands = _number(standing(Folder(root)))
        found["kills"] += 1
        found["in a save"] += told.endswith(BEGUN)
        found["acknowledged"] += told.count(ACKNOWLEDGED)
        found["stood though not acknowledged"] += stands == acknowledged + 1
        found["lost"] += stands not in (acknowledged, acknowledged + 1)
        number = stands
    return dict(found) | _told(root, number)


def _told(root, last):
    """What the history says in the end."""
    folder = Folder(root)
    versions = folder.history(NAME)
    right = [v.digest == digest(text(v.number)) for v in versions]
    held = [folder.version(NAME, v.number) == text(v.number) for v in versions]
    return {
        "versions missing": last - len(versions),
        "versions wrong": right.count(False) + held.count(False),
    }


if __name__ == "__main__":
    where, seed, count = sys.argv[1:]
    print(json.dumps(kills(Path(where), int(seed), int(count))))  # noqa: T201
