"""A unit's workload as mapped: staff required, the day's hours, skill mix, posts, sick leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import HiredLine
from taskmap.model.units import BandId, Fte, HoursPerWeek, RoleId, Share, SourceId, UnitId
from taskmap.model.wisn import Balance, StaffNeed


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLoad:
    """Work and time in one hour of the clock, minutes summed over the week's days.

    Args:
        hour: 0 to 23.
        mapped: work that is mapped.
        other: fixed load of a role that is mapped in part.
        full: time for tasks.
    """

    hour: int
    mapped: float
    other: float
    full: float

    @property
    def used(self) -> Share | None:
        """Part of the time that is used; None where there is none."""
        return (self.mapped + self.other) / self.full if self.full else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDay:
    """A role's week by the hour of the clock.

    Args:
        windowed: part of its mapped work that falls in a stated window of the day; the rest is
            evened out over its band.
        hours: all 24.
    """

    role: RoleId
    windowed: Share
    hours: tuple[HourLoad, ...]

    @property
    def peak(self) -> HourLoad | None:
        """The hour where most of the time is used, the first of equals; None without any time."""
        timed = [hour for hour in self.hours if hour.used is not None]
        return max(timed, key=lambda hour: (round(hour.used or 0, 6), -hour.hour), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMix:
    """Registered professionals' part of the staff's mapped work and hours at hand in a band."""

    band: BandId
    work: Share | None
    present: Share | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """A role's posts, and what is vacant and hired of them in hours and money.

    Args:
        vacant_hours, hired_hours: a week, of available working time.
        hourly_cost: of an employee, an estimate from published pay; None where none is known.
    """

    role: RoleId
    filled: Fte
    vacant: Fte
    hourly: Fte
    hired: Fte
    vacant_hours: HoursPerWeek
    hired_hours: HoursPerWeek
    filled_hours: HoursPerWeek
    hourly_cost: float | None

    @property
    def hired_share(self) -> Share | None:
        """Hired part of the role's filled hours, and so of its cost at an employee's price."""
        return self.hired / self.filled if self.filled else None

    @property
    def hired_cost(self) -> float | None:
        """Kroner a week that the hired hours would cost with employees."""
        return None if self.hourly_cost is None else self.hired_hours * self.hourly_cost


@dataclass(frozen=True, slots=True)
class SickLeave:
    """A unit's or a role's sick leave; None for the role: the unit's."""

    role: RoleId | None
    share: Share


@dataclass(frozen=True, kw_only=True)
class Workload:
    """Work asked of a unit's staff against the time there is, today.

    Args:
        capacities: of every role and band.
        needs: staff required for mapped work, by role in the document's order.
        partial: roles whose mapping is not complete: more may be required of them.
        published_sick_leave: with its source, to hold the unit's own against.
        hired_line: the share of cost a country's services aim to stay below, where one is known.
    """

    capacities: Mapping[tuple[RoleId, BandId], Capacity]
    needs: tuple[StaffNeed, ...]
    partial: frozenset[RoleId]
    days: tuple[RoleDay, ...]
    mixes: tuple[SkillMix, ...]
    posts: tuple[Posts, ...]
    sick_leave: tuple[SickLeave, ...]
    published_sick_leave: Share
    published_sick_source: SourceId
    hired_line: HiredLine | None

    @cached_property
    def hired_of_hours(self) -> Share | None:
        """Hired part of the filled hours; None without any."""
        filled = sum(one.filled_hours for one in self.posts)
        return sum(one.hired_hours for one in self.posts) / filled if filled else None

    @cached_property
    def hired_of_cost(self) -> Share | None:
        """Hired part of what the filled hours cost, an hour hired counted as an employee's.

        An agency's hour costs more, so the part is at least this. None where the cost of a role
        with hours is not known.
        """
        known = [(o.hired_hours, o.filled_hours, o.hourly_cost) for o in self.posts]
        if any(cost is None for _, filled, cost in known if filled):
            return None
        total = sum(filled * (cost or 0) for _, filled, cost in known)
        return sum(hired * (cost or 0) for hired, _, cost in known) / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledNeeds:
    """Staff required in several units as one, of roles whose work is mapped completely.

    Args:
        roles: each role over the units, in the order first met.
        units: each unit over its roles.
        whole: all of them.
        left_out: roles mapped in part, by unit: more may be required than is known.
        invented: units that are examples, left out because real ones are counted.
    """

    roles: Mapping[RoleId, Balance]
    units: Mapping[UnitId, Balance]
    whole: Balance
    left_out: Mapping[UnitId, tuple[RoleId, ...]]
    invented: tuple[UnitId, ...] = ()
