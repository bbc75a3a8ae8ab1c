"""Documents in a folder: which there are, of what kind, and what they say."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENDINGS = (".yaml", ".yml")
JSON = ".json"  # questions alone; what does not say that it is one is somebody else's
MAX_BYTES = 1_000_000  # the reader refuses larger documents; so much is enough to tell it so
# In a name: bytes that are no text, line breaks, and what turns a terminal or the direction.
_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_KIND = re.compile(rb"^taskmap:[ \t]*[\"']?(\w+)/\d+", re.MULTILINE)
_KIND_IN_JSON = re.compile(rb"[{,]\s*\"taskmap\"\s*:\s*\"(\w+)/\d+\"")


@dataclass(frozen=True, slots=True)
class Stored:
    """One document as it stands on disk.

    Args:
        path: where it lies.
        name: path as shown to a reader, from the folder's root; always text that can be shown.
        kind: "mapping", "partnership", "question"; None where the document does not say.
        data: its bytes, at most one more than a document may have.
        digest: SHA-256 of ``data``.
    """

    path: Path
    name: str
    kind: str | None
    data: bytes
    digest: str


class Folder:
    """A folder of documents, read afresh on each call."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def documents(self) -> Iterator[Stored]:
        """Every document below the root in the order of their names; links are not followed."""
        known = {*ENDINGS, JSON}
        paths = (path for path in self.root.rglob("*") if path.suffix.lower() in known)
        for path in sorted(paths):
            if path.is_file() and not path.is_symlink():
                stored = read(path, name=path.relative_to(self.root).as_posix())
                if stored.kind == "question" or path.suffix.lower() != JSON:
                    yield stored


def read(path: Path, name: str | None = None) -> Stored:
    """One document.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    kind = (_KIND_IN_JSON if path.suffix.lower() == JSON else _KIND).search(data)
    return Stored(
        path=path,
        name=_NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", name or path.as_posix()),
        kind=kind.group(1).decode("ascii", "replace") if kind else None,
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
    )
