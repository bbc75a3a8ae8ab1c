"""What the law or a main agreement asks of participation, and on which occasions."""

from dataclasses import dataclass
from enum import StrEnum

from taskmap.model.units import DutyId, Names, SourceId


class Occasion(StrEnum):
    """When a duty is owed."""

    CHANGE = "change"  # work is divided otherwise
    ROTA = "rota"
    HIRED = "hired"
    MEASURED = "measured"  # work is registered or timed
    PART_TIME = "part_time"
    USERS = "users"  # users of a municipal service are concerned


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One duty of participation; reference material, not advice.

    Args:
        asks: what is to be done.
        employees: owed from so many in the whole undertaking; None: whatever its size.
        verified: read in the law itself or in a text that repeats it.
        note: what was not read.
    """

    id: DutyId
    reference: str
    when: tuple[Occasion, ...]
    asks: Names
    employees: int | None = None
    verified: bool = True
    note: str | None = None
    sources: tuple[SourceId, ...] = ()
