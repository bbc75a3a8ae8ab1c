"""Hours a role has at hand in a band, in whole minutes a week."""

from dataclasses import dataclass

from taskmap.model.units import BandId, HoursPerWeek, HoursPerYear, MinutesPerWeek, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What a role can do in a band (method, section 2).

    Args:
        at_hand: rostered, or filled posts times available working time.
        computed: from posts, also where a roster is known, to show the difference.
        full: at hand less support work and individual allowances.
        room: full times the ceiling.
        other: work that is not mapped; fixed load of a partly mapped role.
        load: minutes of mapped work today, supervision and the rest included.
    """

    role: RoleId
    band: BandId
    at_hand: MinutesPerWeek
    computed: MinutesPerWeek
    full: MinutesPerWeek
    room: MinutesPerWeek
    other: MinutesPerWeek
    load: MinutesPerWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingTime:
    """Available working time of one full-time equivalent of a role, step by step.

    ``available = (net days - sick days - other days - training days) * hours a day``.
    """

    role: RoleId
    profile: str
    weekly_hours: HoursPerWeek
    net_annual_hours: HoursPerYear
    hours_per_day: float
    sick_days: float
    sick_source: str  # "role", "unit", or a source id of the catalogue
    other_days: float
    training_days: float
    available: HoursPerYear
