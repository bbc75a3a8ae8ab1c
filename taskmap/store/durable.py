"""Writing so that a crash or a loss of power leaves the old or the new, never something between."""

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from taskmap.store.disk import Disk


def prepare(disk: Disk, new: Path, data: bytes, mode: int | None = None) -> None:
    """Write what is to take a file's place beside it; it survives a loss of power.

    Whoever writes holds a lock, so a file of that name was left by one who died.
    """
    disk.remove(new)
    file = disk.create(new, mode)
    try:
        _write_and_close(disk, file, data)
    except OSError:
        discard(disk, new)
        raise


def take_place(disk: Disk, new: Path, path: Path) -> None:
    """Put what was prepared in the file's place, where it survives too."""
    try:
        disk.rename(new, path)
    except OSError:
        discard(disk, new)
        raise
    disk.sync_folder(path.parent)


def discard(disk: Disk, new: Path) -> None:
    """Take away what was prepared; what cannot be taken away is written over the next time."""
    with suppress(OSError):
        disk.remove(new)


def extend(disk: Disk, path: Path, data: bytes) -> None:
    """Write at the end of a file that is there."""
    _write_and_close(disk, disk.extend(path), data)


def lay_out(disk: Disk, folders: Iterable[Path], empty: Path) -> None:
    """Make folders, outermost first, and an empty file in one; their names survive.

    Those that are there are synced too: the one who made them may have died before that.
    """
    for folder in folders:
        disk.make_folder(folder)
        disk.sync_folder(folder.parent)
    with suppress(FileExistsError):
        disk.close(disk.create(empty))
    disk.sync_folder(empty.parent)


def _write_and_close(disk: Disk, file: int, data: bytes) -> None:
    try:
        left = memoryview(data)
        while left:
            taken = disk.write(file, bytes(left))
            if not taken:
                raise OSError(errno.EIO, "the disk takes no more")
            left = left[taken:]
        disk.sync(file)
    finally:
        disk.close(file)
