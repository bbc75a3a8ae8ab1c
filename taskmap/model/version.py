"""One version of a document: its number for people, its digest, and who made it when and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Damage(StrEnum):
    """What can be wrong with a document that was whole before."""

    UNREADABLE = "unreadable"  # the disk or its owner refuses to hand it out
    NOT_TEXT = "not_text"  # bytes that are no UTF-8, or zeros among the text
    EMPTY = "empty"  # nothing, or nothing but zeros, as a loss of power may leave it


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a document was from one save to the next.

    Args:
        number: 1, 2, 3 … for each document.
        digest: SHA-256 of its bytes.
        before: digest of what stood before; None where there was no document.
        who: who saved it; None when it was changed on disk by something else than Taskmap.
        why: in the words of whom it was saved by.
        at: when; for a change from outside, when the file was last written.
        damage: what was wrong with it as it was found.
    """

    number: int
    digest: str
    before: str | None
    who: str | None
    why: str
    at: datetime
    damage: Damage | None = None

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"number is {self.number}, expected 1 or more")
        if self.at.tzinfo is None:
            raise ValueError(f"at is {self.at.isoformat()}, expected a time with its zone")
