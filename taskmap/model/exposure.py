"""How much work with marks of strain a role has, today and in a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from taskmap.model.strain import Strain
from taskmap.model.units import BandId, MinutesPerWeek, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """Minutes a week a role spends on work with each mark in a band.

    Args:
        minutes: by mark; work with two marks counts under both.
        marked: minutes with any mark, each once.
        weighed: minutes times the sum of their marks' weights.
    """

    role: RoleId
    band: BandId
    minutes: Mapping[Strain, MinutesPerWeek]
    marked: MinutesPerWeek
    weighed: float
