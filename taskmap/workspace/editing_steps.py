"""Which of somebody's versions can be taken back or done again, read from the history alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from taskmap.model.version import Version


class Kind(StrEnum):
    """What a version was made by, where it was no ordinary edit."""

    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a version says of itself: taken back, done again or restored, and which one.

    It stands in the version's ``why``, so that the steps outlive every session.
    """

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}/{self.number}"


_MARK = re.compile(rf"({'|'.join(Kind)})/([1-9]\d*)")


def mark_of(version: Version) -> Mark | None:
    """The mark of a version; None for an ordinary one."""
    found = _MARK.fullmatch(version.why)
    return Mark(Kind(found[1]), int(found[2])) if found and version.who is not None else None


@dataclass(slots=True)
class Steps:
    """Numbers of somebody's versions, the latest last.

    Args:
        done: can be taken back.
        undone: can be done again.
    """

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)


def steps(versions: Sequence[Version], who: str) -> Steps:
    """What somebody can take back and do again."""
    found = Steps()
    for version in versions:
        if version.who != who or version.before is None:
            continue
        mark = mark_of(version)
        if mark is None or mark.kind is Kind.RESTORE:
            found.done.append(version.number)
            found.undone.clear()
        elif mark.kind is Kind.UNDO and mark.number in found.done:
            found.done.remove(mark.number)
            found.undone.append(mark.number)
        elif mark.kind is Kind.REDO and mark.number in found.undone:
            found.undone.remove(mark.number)
            found.done.append(mark.number)
    return found
