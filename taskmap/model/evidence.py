"""What studies say of letting others do the work: for, against, and what they do not say."""

from dataclasses import dataclass
from enum import StrEnum

from taskmap.model.units import Names, SourceId


class Side(StrEnum):
    """Which way a finding speaks."""

    AGAINST = "against"
    MIXED = "mixed"
    FOR = "for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One finding.

    Args:
        finding: what was found, and where it does not reach.
        quote: the source's own words, in the language ``quoted_in``; empty where none were read.
        verified: read in the source itself, or in an account by those who wrote it.
    """

    id: str
    side: Side
    finding: Names
    quote: str
    quoted_in: str
    verified: bool
    sources: tuple[SourceId, ...]
