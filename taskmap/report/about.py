"""What a paper is about: a unit's mapping with what was worked out of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from taskmap.model.capacity import Capacity
from taskmap.model.finding import Finding
from taskmap.model.plan import LeafLevel, Note
from taskmap.model.question import Price
from taskmap.model.scenario import Scenario
from taskmap.model.units import BandId, RoleId
from taskmap.present.figures.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A unit as a paper tells of it.

    Args:
        naming: the mapping and its names in the reader's language.
        levels: where each task is done and where it could be.
        as_of: the day rules and decisions are read on.
        blank: who could do a task is left open, to be filled in by hand.
        scenarios: whose changes are in the mapping; none: as it is mapped.
    """

    naming: Naming
    levels: tuple[LeafLevel, ...]
    capacities: Mapping[tuple[RoleId, BandId], Capacity]
    findings: tuple[Finding, ...]
    assumptions: tuple[Note, ...]
    as_of: date
    price: Price
    scenarios: tuple[Scenario, ...] = ()
    blank: bool = False
