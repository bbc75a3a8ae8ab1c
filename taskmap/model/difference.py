"""What differs between versions of a document: by task and field, as the document writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

# Numbers too are text here, as they are written: ``25``, ``70 %``.
Written: TypeAlias = str | Sequence["Written"] | Mapping[str, "Written"]


class Change(StrEnum):
    """How two versions differ in one place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two versions differ.

    Args:
        path: where, items of lists by their id: ``("tasks", "stell", "minutes")``; a whole task,
            role or band where that came or went.
        before: what the first version says; None: nothing.
        after: what the second version says; None: nothing.
    """

    path: tuple[str, ...]
    before: Written | None
    after: Written | None

    @property
    def change(self) -> Change:
        """Whether it came, went or is another."""
        if self.before is None:
            return Change.ADDED
        return Change.REMOVED if self.after is None else Change.CHANGED


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that two people changed, each in another way.

    Args:
        path: where, as of a difference; ``("comments",)`` for a comment that found no place, and
            nothing at all for a version that cannot be read.
        base: what both began from; None: nothing.
        mine: what the one wrote, which stands in the merged document; None: removed.
        theirs: what the other wrote; None: removed.
    """

    path: tuple[str, ...]
    base: Written | None
    mine: Written | None
    theirs: Written | None


@dataclass(frozen=True, slots=True)
class Merged:
    """Two versions in one, and what somebody must still decide.

    Args:
        data: the document, with mine where the two are in conflict.
        conflicts: in the document's order.
    """

    data: bytes
    conflicts: tuple[Conflict, ...] = ()
