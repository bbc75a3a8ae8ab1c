"""The journal of a document: one line for each step, only ever written at its end.

A save is two lines. ``begun`` is on disk before the document is touched, ``stands`` comes after.
Whoever finds a save begun and not ended looks at the document, whose digest says which of the two
versions it is, and writes ``stands`` or ``left``. ``outside`` is a change Taskmap did not make.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from taskmap.model.version import Damage, Version

END_LINES = 16


class Step(StrEnum):
    """What a line says of its version."""

    BEGUN = "begun"
    STANDS = "stands"
    LEFT = "left"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class State:
    """What a journal says.

    Args:
        versions: those that stood, by number; the last ones where only the end was read.
        begun: a save that was begun and neither stood nor was left.
        empty: not a byte is written yet.
        torn: the last line was not written to its end.
    """

    versions: tuple[Version, ...]
    begun: Version | None
    empty: bool
    torn: bool

    @property
    def standing(self) -> str | None:
        """Digest of what the document should hold."""
        return self.versions[-1].digest if self.versions else None

    @property
    def next_number(self) -> int:
        """Number of the version that comes next."""
        return self.versions[-1].number + 1 if self.versions else 1

    @property
    def last_good(self) -> int | None:
        """Number of the last version without damage."""
        return next((v.number for v in reversed(self.versions) if v.damage is None), None)


def latest(data: bytes) -> State:
    """What the end of a journal says, which is all a save asks, however long it is."""
    end = b"\n".join(data.rsplit(b"\n", END_LINES)[-END_LINES:])
    state = read(end)
    return state if state.last_good is not None else read(data)


def read(data: bytes) -> State:
    """What a journal says; lines that are not whole are passed over."""
    stood: dict[int, Version] = {}
    begun: Version | None = None
    for step, version in _lines(data):
        # A line that was damaged may have ended the save before: the next number tells that it did.
        if begun is not None and version.number > begun.number:
            stood[begun.number] = begun
        begun = version if step is Step.BEGUN else None
        if step in (Step.STANDS, Step.OUTSIDE):
            stood[version.number] = version
    return State(
        versions=tuple(stood[number] for number in sorted(stood)),
        begun=begun,
        empty=not data,
        torn=bool(data) and not data.endswith(b"\n"),
    )


def after(state: State, step: Step, version: Version) -> State:
    """What a journal says once a step has been written."""
    stood = (version,) if step in (Step.STANDS, Step.OUTSIDE) else ()
    begun = version if step is Step.BEGUN else None
    return State(versions=(*state.versions, *stood), begun=begun, empty=False, torn=False)


def line(step: Step, version: Version, state: State) -> bytes:
    """A step as it is written after what the journal holds."""
    told = json.dumps({"step": step} | asdict(version) | {"at": version.at.isoformat()})
    body = told.encode("ascii")
    start = b"\n" if state.torn else b""
    return start + b"%08x %s\n" % (zlib.crc32(body), body)


def _lines(data: bytes) -> Iterator[tuple[Step, Version]]:
    for each in data.split(b"\n"):
        check, _, body = each.partition(b" ")
        if check == b"%08x" % zlib.crc32(body):
            yield _read_line(json.loads(body))


def _read_line(told: dict[str, Any]) -> tuple[Step, Version]:
    step = Step(told.pop("step"))
    told["at"] = datetime.fromisoformat(told["at"])
    told["damage"] = Damage(told["damage"]) if told["damage"] else None
    return step, Version(**told)
