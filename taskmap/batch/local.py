"""Units worked by several processes of this machine; one that dies costs no other its answer."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread

from taskmap.batch.work import Answer, Job

Do = Callable[[Job], Answer]
Answered = tuple[Job, Answer | None]

WINDOWS = os.name == "nt"
AHEAD = 2  # jobs in hand for each process: none waits for work, and few lie in memory
TRIES = 2  # alone, before a unit is told to end whatever works on it


class Local:
    """A pool of processes.

    Args:
        processes: how many; None: one for each core.
        ready: modules the work needs, loaded once for all processes.
    """

    def __init__(self, processes: int | None = None, ready: Sequence[str] = ()) -> None:
        self.processes = processes or os.cpu_count() or 1
        if not WINDOWS:
            get_context("forkserver").set_forkserver_preload([__package__, *ready])

    def each(self, do: Do, jobs: Iterable[Job]) -> Iterator[Answered]:
        """Every job with its answer, as they come.

        None stands for an answer where the process died on the job, and again when it worked on
        nothing else.
        """
        waiting = iter(jobs)
        suspects = yield from self._until_broken(do, waiting)
        while suspects:
            for job in suspects:
                yield job, _alone(do, job)
            suspects = yield from self._until_broken(do, waiting)

    def _until_broken(self, do: Do, jobs: Iterator[Job]) -> Generator[Answered, None, list[Job]]:
        """Answers until there are no more jobs, or a process dies; the jobs in hand then."""
        in_hand: list[Job] = []
        ahead: dict[Future[Answer], Job] = {}

        def give(count: int) -> None:
            for job in islice(jobs, count):
                in_hand.append(job)
                ahead[pool.submit(do, job)] = job

        with _pool(self.processes) as pool:
            try:
                give(AHEAD * self.processes)
                while ahead:
                    for future in wait(ahead, return_when=FIRST_COMPLETED).done:
                        answer, job = future.result(), ahead.pop(future)
                        in_hand.remove(job)
                        yield job, answer
                        give(1)
            except BrokenProcessPool:
                return in_hand
        return []


def _alone(do: Do, job: Job) -> Answer | None:
    for _ in range(TRIES):
        with _pool(1) as pool:
            try:
                return pool.submit(do, job).result()
            except BrokenProcessPool:
                continue
    return None


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    # From a server without threads, or anew: a fork of our own process would share the locks that
    # its threads hold.
    context = get_context("spawn" if WINDOWS else "forkserver")
    pool = ProcessPoolExecutor(processes, context, initializer=_end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """A pool's processes wait for ever for work when whoever started them is killed."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
