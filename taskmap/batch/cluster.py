"""Units worked by a Dask cluster that is there already; needs the extra ``cluster``."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from taskmap.batch.work import Answer, Job
from taskmap.errors import ClusterOutOfReach, ExtraMissing

Do = Callable[[Job], Answer]

CHUNK = 50  # units sent at a time: a millisecond for each thing sent is then next to nothing
AHEAD = 3  # chunks in hand for each thread of the cluster
SECONDS = 10  # so long a cluster is given to answer


class Cluster:
    """The workers of a scheduler.

    Args:
        address: such as ``tcp://host:8786``.
    """

    def __init__(self, address: str) -> None:
        self.address = address

    def each(self, do: Do, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer | None]]:
        """Every job with its answer, as they come.

        What a worker that dies had in hand is worked by another. None stands for an answer where
        several died on the same chunk: its units are then worked one by one, and None is told of
        the one that ends whoever works on it.

        Raises:
            ExtraMissing: the extra is not installed.
            ClusterOutOfReach: no scheduler answers at the address.
        """
        distributed = _distributed()
        try:
            client = distributed.Client(self.address, timeout=SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterOutOfReach(address=self.address) from error
        with client:
            yield from _each(client, do, iter(jobs))


def _distributed() -> Any:
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing(extra="cluster") from error
    return distributed


def _each(client: Any, do: Do, jobs: Iterator[Job]) -> Iterator[tuple[Job, Answer | None]]:
    ahead: dict[Any, list[Job]] = {}
    coming = _distributed().as_completed(loop=client.loop, raise_errors=False)

    def give(chunk: list[Job]) -> None:
        if chunk:
            future = client.submit(_chunk, do, chunk, pure=False)
            ahead[future] = chunk
            coming.add(future)

    width = max(1, sum(client.nthreads().values()))
    for _ in range(AHEAD * width):
        give(list(islice(jobs, CHUNK)))
    for future in coming:
        chunk = ahead.pop(future)
        if future.status == "finished":
            yield from zip(chunk, future.result(), strict=True)
            give(list(islice(jobs, CHUNK)))
        elif len(chunk) > 1:
            for job in chunk:
                give([job])
        else:
            yield chunk[0], None


def _chunk(do: Do, jobs: list[Job]) -> list[Answer]:
    return [do(job) for job in jobs]
