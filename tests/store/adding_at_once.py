"""Many processes that add to one trail at once; run as a script of its own.

`python tests/store/adding_at_once.py PLACE WRITERS LINES` prints what the trail says as JSON.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import filelock  # noqa: F401 - before the forks, which would each load it anew

from taskmap.model.event import Deed, Event
from taskmap.store.chain import verify
from taskmap.store.places import trail_at

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def _writer(place, number, lines):
    trail = trail_at(place)
    for revision in range(1, lines + 1):
        who = f"w{number}"
        trail.add(Event(at=AT, who=who, roles=(), deed=Deed.SAVED, revision=revision))


def _fork(place, number, lines):
    child = os.fork()
    if not child:
        try:
            _writer(place, number, lines)
            os._exit(0)
        finally:
            os._exit(1)
    return child


def together(place, writers, lines):
    children = [_fork(place, number, lines) for number in range(writers)]
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    found = list(trail_at(place).lines())
    verified = verify(found)
    in_order = {
        number: [e.revision for line in found if (e := line.event) and e.who == f"w{number}"]
        for number in range(writers)
    }
    return {
        "failed": failed,
        "lines": verified.lines,
        "wrong": verified.wrong and verified.wrong.code,
        "in order": all(each == list(range(1, lines + 1)) for each in in_order.values()),
    }


if __name__ == "__main__":
    where, writers, lines = sys.argv[1:]
    print(json.dumps(together(Path(where), int(writers), int(lines))))  # noqa: T201
