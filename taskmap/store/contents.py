"""What every version of a document held, compressed and found by digest."""

import zlib
from hashlib import sha256
from pathlib import Path

from taskmap.store import durable
from taskmap.store.disk import Disk
from taskmap.store.stored import MAX_BYTES


class ContentLost(Exception):
    """A version's content is not there, or is not what its digest says."""


def keep(disk: Disk, folder: Path, data: bytes) -> None:
    """Keep a content; it survives a loss of power."""
    digest = sha256(data).hexdigest()
    try:
        read(disk, folder, digest)
    except ContentLost:
        new = folder / "new"
        durable.prepare(disk, new, zlib.compress(data))
        durable.take_place(disk, new, folder / digest)
    else:
        disk.sync_folder(folder)  # who wrote it may have died before its name was on disk


def read(disk: Disk, folder: Path, digest: str) -> bytes:
    """A content by its digest.

    Raises:
        ContentLost: it is not there, or damaged.
        OSError: the disk does not hand it out now.
    """
    try:
        data = zlib.decompressobj().decompress(disk.read(folder / digest), MAX_BYTES + 1)
    except (FileNotFoundError, zlib.error) as error:
        raise ContentLost(digest) from error
    if sha256(data).hexdigest() != digest:
        raise ContentLost(digest)
    return data
