"""Processor time of the server: of a page already seen, and of an edit without its browser."""

import asyncio
import shutil
import tempfile
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.clock import cpu_seconds
from benchmarks.load import DAYS, click, service, warmed
from benchmarks.talker import Talker
from benchmarks.units import unit
from taskmap.workspace import Signed, Workspace, typed
from tests.serve.served import Served

ROUNDS = 3  # times each page of each unit is opened, by somebody new each time
EDITS = 25
STILL = 0.3  # seconds until what a page leaves to be done after it is done
UNIT = "maalt-150x12"


def pages() -> None:
    """Pages of Solvik's units that were seen before, opened one at a time by somebody else."""
    with service() as (served, units):
        asyncio.run(_opened(served, units))


async def _opened(served: Served, units: list[str]) -> None:
    await warmed(served, units)
    taken: dict[str, list[float]] = defaultdict(list)
    for each in units * ROUNDS:
        for day in DAYS:
            async with Talker(served.port, each) as talker:
                await talker.open("")
                for page in day:
                    taken[page].append(await _taken(served, talker, page))
    told = ", ".join(f"{page} {median(found):.2f}" for page, found in taken.items())
    every = [seconds for found in taken.values() for seconds in found]
    print(f"processor time of the service, a page seen before: median {median(every):.2f} s, ")
    print(f"mean {sum(every) / len(every):.3f} s; medians: {told}")


async def _taken(served: Served, talker: Talker, page: str) -> float:
    await asyncio.sleep(STILL)
    before = cpu_seconds(served.running.pid)
    await click(talker, page)
    await asyncio.sleep(STILL)
    return cpu_seconds(served.running.pid) - before


def typed_in() -> None:
    """One cell of 150 tasks: what was typed read, saved, and what the page asks for after it."""
    folder = Path(tempfile.mkdtemp())
    (folder / "measured.yaml").write_text(unit(150, 12), encoding="utf-8")
    hall = Workspace(folder, date(2026, 11, 1))
    taken = [_edited(hall, n) for n in range(EDITS)]
    shutil.rmtree(folder)
    print(f"150 x 12, an edit in the server: median of {EDITS} {median(taken) * 1000:.0f} ms")


def _edited(hall: Workspace, n: int) -> float:
    begun, opened = process_time(), hall.open(UNIT)
    said, digest = hall.said(UNIT)
    bands = opened.mapping.bands if opened.mapping else ()
    found = typed(said[list(said)[n % 5]], {"minutes": str(20 + n)}, bands)
    signed = Signed(who="leader", at=datetime.now(UTC))
    hall.edit(UNIT, found.edits, based_on=digest, signed=signed)
    hall.said(UNIT), hall.open(UNIT), hall.steps(UNIT, "leader")
    return process_time() - begun


PARTS = {"pages": pages, "typed": typed_in}
