"""A store as one file: a zip of a folder of documents with all their versions, and its seal.

Whoever has the file and no Taskmap unpacks it and finds the documents as ordinary files.
"""

import json
import os
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from taskmap.errors import BackupRefused, StoreNotEmpty
from taskmap.store import durable
from taskmap.store.address import written
from taskmap.store.copying import Copied, Progress, copy, is_empty
from taskmap.store.disk import Disk
from taskmap.store.folder import Folder
from taskmap.store.port import Store
from taskmap.store.refusing import refusing

SEAL = "taskmap-backup.json"
DOCUMENTS = "documents"
KIND = "backup/1"
_UNZIPPED = (BadZipFile, zlib.error, KeyError, ValueError, EOFError, NotImplementedError)


class _Unsynced(Disk):
    """A disk for what is packed or thrown away at once: nobody waits for it to survive."""

    def sync(self, file: int) -> None:
        """Nothing to wait for."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing to wait for."""


def backup(
    source: Store,
    file: Path,
    at: datetime,
    told: Progress | None = None,
    only: Collection[str] | None = None,
) -> Copied:
    """Write everything a store keeps to a file, which stands whole or not at all.

    Args:
        source: read alone.
        file: written over where it is there.
        at: when it was made.
        told: called with how many documents are done, of how many.
        only: names of the documents; None: all.

    Raises:
        TaskmapError: what the disk refuses, with its own code.
    """
    with refusing(file.name), _beside(file) as folder:
        documents = Folder(folder / DOCUMENTS, _Unsynced())
        documents.root.mkdir()
        copied = copy(source, documents, told, only)
        seal = {"taskmap": KIND, "at": at.isoformat(), "seal": copied.seal}
        (folder / SEAL).write_text(json.dumps(seal), encoding="utf-8")
        packed = folder / "packed"
        _pack(folder, packed)
        durable.take_place(Disk(), packed, file)
    return copied


def restore(file: Path, target: Store, told: Progress | None = None) -> Copied:
    """Fill an empty store from a backup.

    Raises:
        BackupRefused: the file is none, or not whole; nothing was written.
        StoreNotEmpty: there is something in the store.
        TaskmapError: the disk or the database refuses.
    """
    if not is_empty(target):
        raise StoreNotEmpty(place=written(target.root))
    with refusing(file.name), TemporaryDirectory() as folder:
        seal = _unpack(file, Path(folder))
        documents = Folder(Path(folder, DOCUMENTS), _Unsynced())
        tried = Folder(Path(folder, "tried"), _Unsynced())
        tried.root.mkdir()
        if copy(documents, tried).seal != seal:
            raise BackupRefused(file=file.name)
        return copy(documents, target, told)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A folder on the same disk, so that what was packed there takes the file's place at once."""
    with TemporaryDirectory(prefix=".taskmap-backup-", dir=file.parent) as folder:
        yield Path(folder)


def _pack(folder: Path, packed: Path) -> None:
    with packed.open("xb") as opened:
        with ZipFile(opened, "w", ZIP_DEFLATED) as written:
            written.write(folder / SEAL, SEAL)
            for path in sorted((folder / DOCUMENTS).rglob("*")):
                if path.is_file() and path.name != "lock":
                    written.write(path, path.relative_to(folder).as_posix())
        opened.flush()
        os.fsync(opened.fileno())


def _unpack(file: Path, folder: Path) -> str:
    """Unpack below a folder; the seal that was written with it."""
    (folder / DOCUMENTS).mkdir()
    try:
        with ZipFile(file) as packed:
            told = json.loads(packed.read(SEAL))
            if told["taskmap"] != KIND:
                raise BackupRefused(file=file.name)
            for name in packed.namelist():
                if _is_ours(name):
                    packed.extract(name, folder)
            return str(told["seal"])
    except _UNZIPPED as error:
        raise BackupRefused(file=file.name) from error


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[:1] == (DOCUMENTS,) and ".." not in parts
