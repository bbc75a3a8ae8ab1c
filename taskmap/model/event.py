"""What somebody did to a unit, as the audit trail tells it: ids and kinds, never content."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What can be done that leaves a trace."""

    SAVED = "saved"
    TAKEN_AWAY = "taken_away"
    PUT_BACK = "put_back"
    TAKEN_IN = "taken_in"
    HANDED_OUT = "handed_out"  # a file that leaves the service: paper, table, graph, document
    FORGETTING = "forgetting"  # asked for and begun
    FORGOTTEN = "forgotten"  # ended
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    COPIED = "copied"
    UNIT_HANDED_OUT = "unit_handed_out"  # all of a unit, with every version
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    REFUSED = "refused"
    FOLDED = "folded"  # old lines of the trail itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the trail.

    Args:
        at: when.
        who: the provider's id.
        roles: those they had; the office that asked, where somebody asked on its behalf.
        local: the one at the keyboard did it, whatever a provider may call somebody.
        deed: what they did.
        unit: whose.
        kind: of the document, the paper or the file.
        revision: number of the version that came of it.
        ending: of the file that was made.
        documents: so many.
        versions: of these, together.
        outside: whether the file was made for readers outside the unit.
        code: of a refusal.
        upto: number of the last line folded.
        digest: of that line.
    """

    at: datetime
    who: str
    roles: tuple[str, ...]
    deed: Deed
    local: bool = False
    unit: str | None = None
    kind: str | None = None
    revision: int | None = None
    ending: str | None = None
    documents: int | None = None
    versions: int | None = None
    outside: bool = False
    code: str | None = None
    upto: int | None = None
    digest: str | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError(f"at is {self.at.isoformat()}, expected a time with its zone")
