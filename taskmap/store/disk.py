"""The few things the store asks of a disk, one call each, so that each can be made to fail."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

_PLAIN = getattr(os, "O_BINARY", 0)  # Windows turns line breaks without it
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class Disk:
    """The disk of this machine. Every call may raise ``OSError``."""

    def read(self, path: Path, most: int | None = None) -> bytes:
        """The bytes of a file, at most so many."""
        with path.open("rb") as opened:
            return opened.read(-1 if most is None else most)

    def mode(self, path: Path) -> int:
        """Who may read and write a file, as ``chmod`` takes it."""
        return stat.S_IMODE(path.stat().st_mode)

    def written(self, path: Path) -> datetime:
        """When a file was last written."""
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)

    def create(self, path: Path, mode: int | None = None) -> int:
        """A new, empty file opened for writing; there must be none of that name."""
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o666)
        try:
            if mode is not None:
                path.chmod(mode)
        except OSError:
            os.close(file)
            raise
        return file

    def extend(self, path: Path) -> int:
        """A file opened to be written at its end."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | _PLAIN | _NO_LINK)

    def write(self, file: int, data: bytes) -> int:
        """Write, and tell how many bytes were taken."""
        return os.write(file, data)

    def sync(self, file: int) -> None:
        """Return when the file's bytes would survive a loss of power."""
        os.fsync(file)

    def close(self, file: int) -> None:
        """Let go of an opened file."""
        os.close(file)

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in a folder would survive a loss of power."""
        if os.name == "nt":
            return  # Windows opens no folders; NTFS writes their names down in order itself
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name, in place of the file that had it."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Take a file away; all is well where there is none."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """A folder; all is well where there is one, and a link to one is none."""
        path.mkdir(exist_ok=True)
        if path.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path.as_posix())
