"""Processor time, so that a busy machine does not decide the figure."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median

import highspy

from taskmap import document


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Median processor time of several runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


def reading(text: str) -> float:
    """Processor time of reading a mapping nobody has read: a comment is another each time."""
    fresh = count()
    return seconds(
        lambda: document.read_mapping(f"{text}\n# {next(fresh)}\n", file="measured.yaml")
    )


def cpu_seconds(process: int) -> float:
    """Processor time a running process has used (Linux)."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def inside_highs() -> Iterator[list[float]]:
    """Collect the processor time spent in HiGHS' own ``run`` while the block lasts."""
    spent: list[float] = []
    plain = highspy.Highs.run

    def timed(solver: highspy.Highs) -> highspy.HighsStatus:
        start = time.process_time()
        status = plain(solver)
        spent.append(time.process_time() - start)
        return status

    highspy.Highs.run = timed  # type: ignore[method-assign]
    try:
        yield spent
    finally:
        highspy.Highs.run = plain  # type: ignore[method-assign]
