"""A folder of small mappings, and work on them that leaves a trace of every call."""

import os
import signal
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from taskmap.batch import Local, Unit, Work
from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.store.folder import Folder
from tests.small_unit import QUESTION

SHAPES = {"units": {"name": "text", "tasks": "whole"}}
TEXT = """taskmap: mapping/1
unit: {{id: {id}, name: Enhet {id}, country: NO, setting: nursing_home,
       organisation: {{id: by, name: By}}}}
date: 2026-10-15
illustrative: true
bands:
  - {{id: uke, name: Uke, when: [{{days: mon-sun, from: 00:00, to: 24:00}}]}}
staffing:
  - {{role: sykepleier, persons: 8, posts: 6, hours_profile: no_turnus_35_5, bands: {{uke: 100 %}}}}
tasks:
  - {{id: samtale, name: Samtale, count: {{uke: {count}}}, minutes: 20, today: {{sykepleier: 1}}}}
"""


def folder(place, ids):
    place.mkdir(exist_ok=True)
    for n, id_ in enumerate(ids):
        write(place, id_, n + 5)
    return place


def write(place, id_, count):
    (place / f"{id_}.yaml").write_text(TEXT.format(id=id_, count=count), encoding="utf-8")


def local(processes):
    return Local(processes, ready=(__name__,))


class Here:
    """Works in this process, and counts."""

    def __init__(self):
        self.count = 0

    def each(self, do, jobs):
        for job in jobs:
            self.count += 1
            yield job, do(job)


def documents(place):
    return lambda: Folder(place).documents()


def look(stored):
    mapping, findings = read_mapping(stored.data, file=stored.name)
    id_, facts = (mapping.unit.id, load(mapping.unit.country)) if mapping else ("", None)
    return Unit(id=id_, mapping=mapping, catalogue=facts, findings=findings)


def work(trace, *, deadly=(), once=(), slow=0.0):
    """Work that writes a line for each unit it is called for.

    Args:
        trace: the file it writes to.
        deadly: units that end the process that works on them.
        once: units that do so the first time.
        slow: seconds each takes.
    """
    tell = partial(told, Traced(Path(trace), frozenset(deadly), frozenset(once), slow))
    return Work(kind="test", look=look, tell=tell, question=QUESTION)


class Traced(NamedTuple):
    trace: Path
    deadly: frozenset[str]
    once: frozenset[str]
    slow: float


def told(how, mapping, catalogue, question):
    unit = mapping.unit.id
    before = calls(how.trace)
    with how.trace.open("a") as written:
        written.write(f"{unit}\n")
    if unit in how.deadly or (unit in how.once and unit not in before):
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(how.slow)
    return {"units": [{"name": mapping.unit.name, "tasks": len(mapping.tasks)}]}


def calls(trace):
    return trace.read_text().split() if trace.exists() else []
