"""A unit's workload as mapped: staff required, the day's hours, skill mix, posts, sick leave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import HiredLine
from taskmap.model.unit import Setting
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
        overtime: hours a week beyond agreed time.
        used: part of the time for tasks that mapped and other work takes; None without time.
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
    overtime: HoursPerWeek
    used: Share | None
    hourly_cost: float | None

    @property
    def hired_share(self) -> Share | None:
        """Hired part of the role's filled hours, and so of its cost at an employee's price."""
        return self.hired / self.filled if self.filled else None

    @property
    def hired_cost(self) -> float | None:
        """Kroner a week that the hired hours would cost with employees."""
        return None if self.hourly_cost is None else self.hired_hours * self.hourly_cost

    @property
    def overtime_share(self) -> Share | None:
        """Overtime as a part of the role's filled hours."""
        return self.overtime / self.filled_hours if self.filled_hours else None

    @property
    def overtime_cost(self) -> float | None:
        """Kroner a week that the overtime would cost at ordinary pay."""
        return None if self.hourly_cost is None else self.overtime * self.hourly_cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Hire:
    """Hired hours and overtime of several roles together.

    Args:
        filled, hired, overtime: hours a week.
        cost, hired_cost: kroner a week of the filled and of the hired hours at an employee's
            price; None where the cost of a role with hours is not known.
    """

    filled: HoursPerWeek
    hired: HoursPerWeek
    overtime: HoursPerWeek
    cost: float | None
    hired_cost: float | None

    @property
    def of_hours(self) -> Share | None:
        """Hired part of the filled hours; None without any."""
        return self.hired / self.filled if self.filled else None

    @property
    def of_cost(self) -> Share | None:
        """Hired part of the cost, at least: an agency's hour costs more than an employee's."""
        return self.hired_cost / self.cost if self.cost and self.hired_cost is not None else None

    @property
    def overtime_of_hours(self) -> Share | None:
        """Overtime as a part of the filled hours; None without any."""
        return self.overtime / self.filled if self.filled else None


def hire_of(posts: Iterable[Posts]) -> Hire:
    """Hired hours and overtime of roles summed.

    Example: 30 of a nurse's 100 hours hired at 400 kroner an hour and none of a helper's 100 at
    200: 15 % of the hours, 20 % of the cost.
    """
    every = tuple(posts)
    known = all(one.hourly_cost is not None for one in every if one.filled_hours)
    return Hire(
        filled=sum(one.filled_hours for one in every),
        hired=sum(one.hired_hours for one in every),
        overtime=sum(one.overtime for one in every),
        cost=sum(o.filled_hours * (o.hourly_cost or 0) for o in every) if known else None,
        hired_cost=sum(one.hired_cost or 0 for one in every) if known else None,
    )


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
    def hire(self) -> Hire:
        """Hired hours and overtime of the whole staff."""
        return hire_of(self.posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledNeeds:
    """Staff required in several units as one, of roles whose work is mapped completely.

    Args:
        roles: each role over the units, in the order first met.
        units: each unit over its roles.
        whole: all of them.
        left_out: roles mapped in part, by unit: more may be required than is known.
        few: roles that would tell about few people, by unit: in no figure here, hire neither.
        invented: units that are examples, left out because real ones are counted.
        role_hires, area_hires, hire: hired hours and overtime by role, by kind of service, and
            of all staff; roles mapped in part are among them.
        hired_line: as of a workload; None where the units are not all in one such country.
    """

    roles: Mapping[RoleId, Balance]
    units: Mapping[UnitId, Balance]
    whole: Balance
    left_out: Mapping[UnitId, tuple[RoleId, ...]]
    few: Mapping[UnitId, tuple[RoleId, ...]]
    role_hires: Mapping[RoleId, Hire]
    area_hires: Mapping[Setting, Hire]
    hire: Hire
    hired_line: HiredLine | None
    invented: tuple[UnitId, ...] = ()
