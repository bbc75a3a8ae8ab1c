"""Organisations that work together: who they are, how many live there, which units."""

from dataclasses import dataclass
from datetime import date

from taskmap.model.unit import Country, Organisation
from taskmap.model.units import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An organisation of a partnership with its population and units."""

    organisation: Organisation
    population: int
    population_on: date | None = None
    units: tuple[UnitId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """Organisations that work together on task division."""

    id: str
    name: str
    country: Country
    members: tuple[Member, ...]
    illustrative: bool = False
    note: str | None = None
