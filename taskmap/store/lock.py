"""One at a time changes a document: a lock of the operating system, gone when its holder dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POLL_SECONDS = 0.01


@contextmanager
def held(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of that name.

    Raises:
        TimeoutError: somebody else held it for so long.
        OSError: no file can be made here, or the file system knows no locks.
    """
    from filelock import FileLock  # noqa: PLC0415 - not at start: 60 ms

    # A file system without locks is told of: the library's way round it outlives its process.
    with FileLock(path, timeout=seconds, poll_interval=POLL_SECONDS, fallback_to_soft=False):
        yield
