"""Many processes that edit one document at once; run as a script of its own.

`python tests/store/writing_at_once.py PLACE WRITERS EDITS` prints what came of it as JSON.
"""

import json
import os
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import filelock  # noqa: F401 - before the forks, which would each load it anew
from saving import AT, NAME, save

from taskmap.errors import FileChanged
from taskmap.store.places import store_at

START = b"taskmap: mapping/1\n"


def _edit(folder, line, who):
    """Add a line to what stands, as often as it takes; how often somebody else was first."""
    for again in range(1_000_000):
        read = folder.read(NAME)
        try:
            folder.save(NAME, read.data + line, based_on=read.digest, who=who, why="", at=AT)
        except FileChanged:
            continue
        return again
    raise AssertionError("never the first")


def _writer(root, number, edits):
    folder = store_at(root)
    return sum(_edit(folder, b"# %d-%d\n" % (number, n), f"w{number}") for n in range(edits))


def _fork(root, number, edits):
    """A writer of its own; its process, and where it tells how often it was late."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    try:
        os.close(read)
        os.write(write, b"%d" % _writer(root, number, edits))
        os._exit(0)
    finally:
        os._exit(1)


def _result(child, read):
    with os.fdopen(read, "rb") as pipe:
        late = pipe.read()
    return int(late) if os.waitpid(child, 0)[1] == 0 else None


def together(root, writers, edits):
    """Let all write at once; what stands in the end, and what the history says of it."""
    save(store_at(root), START, None)
    running = [_fork(root, number, edits) for number in range(writers)]
    late = [_result(*each) for each in running]
    folder = store_at(root)
    lines = Counter(folder.read(NAME).data.removeprefix(START).splitlines())
    asked = {b"# %d-%d" % (number, n) for number in range(writers) for n in range(edits)}
    versions = folder.history(NAME)
    return {
        "acknowledged": len(asked),
        "lost": len(asked - lines.keys()),
        "twice": sum(n - 1 for n in lines.values()),
        "writers that failed": late.count(None),
        "somebody else was first": sum(n or 0 for n in late),
        "versions": len(versions),
        "versions that follow": sum(a.digest == b.before for a, b in pairwise(versions)),
    }


if __name__ == "__main__":
    where, writers, edits = sys.argv[1:]
    print(json.dumps(together(Path(where), int(writers), int(edits))))  # noqa: T201
