"""What a paper is about: a unit's mapping with what was worked out of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from taskmap.followup import matching
from taskmap.model.capacity import Capacity
from taskmap.model.explanations import Path
from taskmap.model.finding import Finding
from taskmap.model.followup import FollowUp, Measure
from taskmap.model.plan import LeafLevel, Move, Note, Plan
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
        plan: what is suggested, where the paper tells of it; on one measure with its move alone.
        path: the order its decisions can be taken in; None where nobody asked.
        followup: what was decided, and who had a say; None where it cannot be read.
        now: hash of what the mapping says today, to hold decisions against.
        measure: the one thing decided about that the paper is on; None: on all of it.
        outside: for readers outside the unit, that it is and what is left out; empty for others.
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
    plan: Plan | None = None
    path: Path | None = None
    followup: FollowUp | None = None
    now: str = ""
    measure: Measure | None = None
    outside: tuple[Note, ...] = ()

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Everything decided about that the paper is on."""
        if self.measure is not None:
            return (self.measure,)
        return self.followup.measures if self.followup is not None else ()

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves the paper is on: the plan's, or that of the one measure."""
        found = self.plan.moves if self.plan is not None else ()
        if self.measure is None:
            return found
        one = self.measure
        return tuple(move for move in found if matching.is_about(one, move))
