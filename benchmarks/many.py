"""Many units in one run: processes against one, growth, the cache, one budget against none."""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import log
from pathlib import Path
from statistics import median

from benchmarks.clock import reading, seconds
from benchmarks.units import unit
from taskmap import catalogue, document
from taskmap.batch import Local, Work, run
from taskmap.batch.cache import cached
from taskmap.batch.shapes import WORKLOAD
from taskmap.batch.tell import workloads
from taskmap.document.packed import packed, unpacked
from taskmap.leon.together.curve import best_price, curve, under
from taskmap.leon.together.side import Side, side
from taskmap.leon.together.together import together
from taskmap.model.mapping import Mapping
from taskmap.model.pool import Pool
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.solver.hot import Hot
from taskmap.store.folder import Folder
from taskmap.workspace.batching import look
from tests.leon.together.sharing import TAUGHT, pool, ward
from tests.small_unit import QUESTION

SIZES = (20, 200)  # units; give larger ones when the machine is yours alone
WORK = Work(kind="measured", look=look, tell=workloads, question=QUESTION)


@contextmanager
def folder(units: int, tasks: int = 20) -> Iterator[Path]:
    """So many generated mappings, each with an id of its own."""
    with tempfile.TemporaryDirectory() as place:
        for n in range(units):
            text = unit(tasks, 6, seed=n).replace(f"maalt-{tasks}x6", f"maalt-{n}")
            (Path(place) / f"{n:05}.yaml").write_text(text, encoding="utf-8")
        yield Path(place)


def wall(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def answered(units: Path, processes: int) -> float:
    with tempfile.TemporaryDirectory() as place:
        hands = Local(processes, ready=("taskmap.workspace.batching",))
        documents = Folder(units).documents
        return wall(lambda: run(WORK, WORKLOAD, documents, hands, place=Path(place)))


def processes() -> None:
    """Two processes against one, and how the time grows with the units; by the clock."""
    taken: dict[int, float] = {}
    for units in SIZES:
        with folder(units) as here:
            taken[units] = answered(here, 2)
            if units == SIZES[0]:
                continue
            one = answered(here, 1)
        print(f"{units} units: two processes against one {one / taken[units]:.2f} times as fast")
    small, large = SIZES
    power = log(taken[large] / taken[small]) / log(large / small)
    print(f"growth exponent {small} to {large} units: {power:.2f} (the pool's start included)")


def cache() -> None:
    """A unit from the cache against reading and checking its document."""
    text = unit(150, 12)
    mapping, _ = document.read_mapping(text, file="measured.yaml")
    if mapping is None:
        raise SystemExit("the generated unit has errors")
    kept = json.dumps(packed(mapping))
    parsed = reading(text)
    plain = seconds(lambda: unpacked(Mapping, json.loads(kept)), times=25)
    print(f"the mapping from JSON against reading its document: {plain / parsed:.3f}")
    with folder(20, 150) as here, tempfile.TemporaryDirectory() as place:
        first, again = [], []
        kept_look = cached(look, Path(place))
        kept_look(next(Folder(here).documents()))
        for stored in Folder(here).documents():
            # Each document once: the hall remembers what it has just read.
            first.append(_spent(partial(look, stored)))
            kept_look(stored)
            again.append(_spent(partial(kept_look, stored)))
    print(f"an opened unit from the cache against opening it: {median(again) / median(first):.3f}")


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def budget() -> None:
    """The proven bound of one budget over units of 50 x 8, against each unit's own relaxation."""
    facts, asked = catalogue.load(Country.NO), Question(as_of=QUESTION.as_of)
    shared = Pool(ore=20_000 * 100)
    for units in (5, 20):
        mappings = [_read(unit(50, 8, seed=n)) for n in range(units)]
        sides = [side(mapping, facts, asked, shared) for mapping in mappings]
        alone = seconds(partial(_relaxed, sides), times=1)
        priced = seconds(partial(_priced, sides, shared), times=1)
        print(f"{units} units: priced together against their own relaxations {priced / alone:.2f}")
    for units in (6, 24):
        shared = pool(5_000 * units, seats=12)
        sides = [side(ward(n, 4), TAUGHT, asked, shared) for n in range(units)]
        apart = together(sides, shared, as_one=False)
        print(f"{units} small wards, places wanted by all: proven gap {apart.gap:.3%}")


def _read(text: str) -> Mapping:
    found, findings = document.read_mapping(text, file="measured.yaml")
    if found is None:
        raise SystemExit(f"the generated unit has errors: {findings[:3]}")
    return found


def _relaxed(sides: list[Side]) -> None:
    for one in sides:
        Hot(one.programme, one.price.cost).solve()


def _priced(sides: list[Side], shared: Pool) -> None:
    best_price([under(curve(one)) for one in sides], shared.ore)


PARTS: dict[str, Callable[[], None]] = {"batch": processes, "cache": cache, "budget": budget}
