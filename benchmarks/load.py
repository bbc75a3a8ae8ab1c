"""Many at once who click through a day's work, against one service: how soon pages are there."""

import asyncio
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from benchmarks.talker import PageLost, Talker
from taskmap import document
from tests.serve.served import ROOT, Served, serving

CROWDS = ((10, 60.0), (50, 60.0), (200, 90.0))  # so many at once, for so many seconds
COMING = 0.4  # of that time, over which they come
PAUSE = (10.0, 50.0)  # seconds somebody looks before the next click
# What a head and a representative open on a day; a view is pressed by its words.
DAYS = (
    ("mapping", "Oppgavekart", "suggestions", "load", "measures", "overview"),
    ("load", "overview", "mapping", "Nivåer", "case", "participation"),
)
LIMITS = "requests_per_second = 1000\nburst = 10000\nsessions = 1000\n"


@dataclass(slots=True)
class Seen:
    """What everybody met while the crowd had one size.

    Args:
        taken: seconds for each page.
        lost: what went wrong.
    """

    taken: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def load() -> None:
    """One service over the shipped units of Solvik, and a crowd that grows."""
    with service() as (served, units):
        asyncio.run(warmed(served, units))
        asyncio.run(_grown(served, units))


async def _grown(service: Served, units: list[str]) -> None:
    alone, stages, people = _megabytes(service), [Seen()], []
    for size, seconds in CROWDS:
        coming = seconds * COMING
        people += [
            asyncio.create_task(
                _day(n, Talker(service.port, units[n % len(units)]), stages, coming)
            )
            for n in range(len(people), size)
        ]
        before = os.getloadavg()[0]
        await asyncio.sleep(seconds)
        print(_told(size, stages[-1], (_megabytes(service) - alone) / size), end="")
        print(f" (load {before:.1f} before, {os.getloadavg()[0]:.1f} after)", flush=True)
        stages.append(Seen())
    print(f"the service with nobody: {alone:.0f} MB")
    for each in people:
        each.cancel()
    await asyncio.gather(*people, return_exceptions=True)


def _told(size: int, seen: Seen, held: float) -> str:
    within = quantiles(seen.taken, n=20)[-1]
    lost = f"{len(seen.lost)} {sorted(set(seen.lost))}" if seen.lost else "0"
    return (
        f"{size} at once: {len(seen.taken)} pages, median {median(seen.taken):.2f} s, "
        f"95 % within {within:.2f} s, errors {lost}, {held:.1f} MB each"
    )


@contextmanager
def service() -> Iterator[tuple[Served, list[str]]]:
    """The service over Solvik's units, and their ids."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(ROOT / "mappings/solvik", folder / "mappings/solvik")
    texts = (path.read_text() for path in sorted((folder / "mappings").rglob("*.yaml")))
    read = (document.read_mapping(text, file="unit.yaml")[0] for text in texts)
    units = [mapping.unit.id for mapping in read if mapping is not None]
    with serving(folder, "mappings", limits=LIMITS) as served:
        yield served, units
    shutil.rmtree(folder)


async def warmed(service: Served, units: list[str]) -> None:
    """Every page and unit seen once, as on a service that did not begin this minute."""
    for unit in units:
        async with Talker(service.port, unit) as talker:
            await talker.open("")
            for words in (words for day in DAYS for words in day):
                await click(talker, words)


async def _day(number: int, talker: Talker, stages: list[Seen], coming: float) -> None:
    """Come, and click until the end; what is met is of the stage it is met in."""
    chance = random.Random(number)  # noqa: S311 - nothing is secret
    await asyncio.sleep(chance.uniform(0.0, coming))
    try:
        async with talker:
            stages[-1].taken.append(await talker.open(""))
            for words in cycle(DAYS[number % len(DAYS)]):
                await asyncio.sleep(chance.uniform(*PAUSE))
                stages[-1].taken.append(await click(talker, words))
    except PageLost as lost:
        stages[-1].lost.append(str(lost))


async def click(talker: Talker, words: str) -> float:
    """Press a view by its words, or go to a page by its name; seconds until it was there."""
    return await (talker.choose(words) if words[0].isupper() else talker.open(words))


def _megabytes(service: Served) -> float:
    """What the service's process holds (Linux)."""
    pages = int(Path(f"/proc/{service.running.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


PARTS = {"load": load}
