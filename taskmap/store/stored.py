"""One document as it stands on disk: its bytes, what it says it is, and what is wrong with it."""

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from taskmap.model.finding import Finding, Place
from taskmap.model.version import Damage
from taskmap.store.disk import Disk
from taskmap.store.names import JSON

MAX_BYTES = 1_000_000  # the reader refuses larger documents; so much is enough to tell it so
# In a name: bytes that are no text, line breaks, and what turns a terminal or the direction.
_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_KIND = re.compile(rb"^taskmap:[ \t]*[\"']?(\w+)/\d+", re.MULTILINE)
_KIND_IN_JSON = re.compile(rb"[{,]\s*\"taskmap\"\s*:\s*\"(\w+)/\d+\"")
_NOTHING = b"\x00 \t\r\n"


@dataclass(frozen=True, slots=True)
class Stored:
    """One document as it stands on disk.

    Args:
        path: where it lies.
        name: path as shown to a reader, from the folder's root; always text that can be shown.
        kind: as the document says it, "mapping" or "scenario" among others; None where it does not
            say.
        data: its bytes, at most one more than a document may have.
        digest: SHA-256 of ``data``.
        damage: why it is left out until its last whole version is put back, if it is.
    """

    path: Path
    name: str
    kind: str | None
    data: bytes
    digest: str
    damage: Finding | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a path.

    Args:
        data: its bytes, at most one more than a document may have; None: nothing that can be read.
        damage: what would be wrong with it, were it a document that once was whole.
        at: when it was last written.
    """

    data: bytes | None
    damage: Damage | None = None
    at: datetime | None = None

    @property
    def digest(self) -> str | None:
        """SHA-256 of the bytes."""
        return None if self.data is None else sha256(self.data).hexdigest()

    @property
    def too_large(self) -> bool:
        """Whether it has more bytes than a document may have."""
        return self.data is not None and len(self.data) > MAX_BYTES


def find(path: Path, disk: Disk) -> Found:
    """What lies at a path, whatever it is."""
    try:
        data = disk.read(path, MAX_BYTES + 1)
        return Found(data, _damage(data), disk.written(path))
    except (FileNotFoundError, NotADirectoryError):
        return Found(None)
    except OSError:
        return Found(None, Damage.UNREADABLE)


def read(path: Path, name: str | None = None) -> Stored:
    """One document that is nobody's to keep versions of.

    Raises:
        OSError: the file cannot be read.
    """
    return stored(path, name, Disk().read(path, MAX_BYTES + 1))


def stored(
    path: Path,
    name: str | None,
    data: bytes,
    *,
    damage: Damage | None = None,
    good: int | None = None,
) -> Stored:
    """A document of these bytes.

    Args:
        path: where it lies.
        name: as shown; None: the path.
        data: its bytes.
        damage: what is wrong with it.
        good: number of its last whole version.
    """
    shown = _NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", name or path.as_posix())
    kind = (_KIND_IN_JSON if path.suffix.lower() == JSON else _KIND).search(data)
    return Stored(
        path=path,
        name=shown,
        kind=kind.group(1).decode("ascii", "replace") if kind and not damage else None,
        data=data,
        digest=sha256(data).hexdigest(),
        damage=Finding(f"store.{damage}", Place(shown), {"version": good}) if damage else None,
    )


def is_document(found: Stored) -> bool:
    """Whether a document is ours: of JSON only what says that it is a question or a scenario."""
    known = found.kind in {"question", "scenario"} or found.damage is not None
    return known or found.path.suffix.lower() != JSON


def _damage(data: bytes) -> Damage | None:
    if not data.strip(_NOTHING):
        return Damage.EMPTY
    if len(data) > MAX_BYTES:
        return None  # cut, perhaps in the middle of a letter; the reader refuses its size
    try:
        return Damage.NOT_TEXT if "\x00" in data.decode("utf-8") else None
    except UnicodeDecodeError:
        return Damage.NOT_TEXT
