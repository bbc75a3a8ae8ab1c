"""Processor time, so that a busy machine does not decide the figure."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

import highspy


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Median processor time of several runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


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
