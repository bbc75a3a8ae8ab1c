"""A limit of working time that a plan passes for a role."""

from dataclasses import dataclass

from taskmap.model.catalogue import WorkLimit
from taskmap.model.units import BandId, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitPassed:
    """What a plan asks of a role beyond a limit.

    Args:
        today, plan: hours a week of one full post; of rest: persons asked for at the end of one
            part of the week and at the start of the next.
        persons: of the role.
        bands: between which the rest falls; None where the limit is about the week.
    """

    limit: WorkLimit
    role: RoleId
    today: float
    plan: float
    persons: int
    bands: tuple[BandId, BandId] | None = None
