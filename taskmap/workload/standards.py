"""What people enter for WISN, as what it counts with: working days, standards and allowances."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from taskmap.model.wisn import Figure, exact

MINUTES_AN_HOUR = 60
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailableTime:
    """Available working time of one person, from weeks and days off (method, section 2).

    Args:
        weeks: in a year.
        days_a_week: worked in a week.
        leave, holidays, sickness, other, training: working days off in a year.
        hours_a_day: worked in a day.
    """

    weeks: Figure = 52
    days_a_week: Figure = 5
    leave: Figure = 0
    holidays: Figure = 0
    sickness: Figure = 0
    other: Figure = 0
    training: Figure = 0
    hours_a_day: Figure = Fraction(15, 2)

    def __post_init__(self) -> None:
        if self.days <= 0 or exact(self.hours_a_day) <= 0:
            raise ValueError(f"{self.days} days of {self.hours_a_day} hours are no working time")

    @property
    def days(self) -> Fraction:
        """Days worked in a year.

        >>> AvailableTime(leave=25, holidays=10, sickness=12, other=3, training=5).days
        Fraction(205, 1)
        """
        off = (self.leave, self.holidays, self.sickness, self.other, self.training)
        return exact(self.weeks) * exact(self.days_a_week) - sum(map(exact, off))

    @property
    def hours(self) -> Fraction:
        """Hours worked in a year, AWT.

        >>> float(AvailableTime(leave=25, holidays=10, sickness=12, other=3, training=5).hours)
        1537.5
        """
        return self.days * exact(self.hours_a_day)


class Standard(StrEnum):
    """How a service standard is said."""

    MINUTES_A_UNIT = "minutes_a_unit"
    UNITS_AN_HOUR = "units_an_hour"
    UNITS_A_DAY = "units_a_day"


def unit_hours(amount: Figure, standard: Standard, time: AvailableTime) -> Fraction:
    """Hours of one unit from a service standard, as minutes or as a rate.

        >>> day = AvailableTime(hours_a_day=8)
        >>> [str(unit_hours(n, s, day)) for n, s in zip((15, 4, 32), Standard, strict=True)]
        ['1/4', '1/4', '1/4']

    Raises:
        ValueError: the amount is not above 0.
    """
    number = exact(amount)
    if number <= 0:
        raise ValueError(f"service standard is {amount}, expected above 0")
    return {
        Standard.MINUTES_A_UNIT: number / MINUTES_AN_HOUR,
        Standard.UNITS_AN_HOUR: 1 / number,
        Standard.UNITS_A_DAY: exact(time.hours_a_day) / number,
    }[standard]


class Per(StrEnum):
    """How an allowance is said, of one person's time."""

    MINUTES_A_DAY = "minutes_a_day"
    HOURS_A_DAY = "hours_a_day"
    HOURS_A_WEEK = "hours_a_week"
    HOURS_A_MONTH = "hours_a_month"
    HOURS_A_YEAR = "hours_a_year"
    PER_CENT = "per_cent"


def allowance_share(amount: Figure, per: Per, time: AvailableTime) -> Fraction:
    """A category allowance as a share of working time (CAS).

    What is said a day or a week falls on the days worked alone. What is said a month comes twelve
    times a year, whoever is away.

        >>> day = AvailableTime(weeks=45, hours_a_day=8)  # 225 days, 1,800 hours
        >>> said = zip((24, "0.4", 2, "7.5", 90, 5), Per, strict=True)
        >>> [str(allowance_share(amount, per, day)) for amount, per in said]
        ['1/20', '1/20', '1/20', '1/20', '1/20', '1/20']

    Raises:
        ValueError: the amount is below 0.
    """
    return allowance_hours(amount, per, time) / time.hours


def allowance_hours(amount: Figure, per: Per, time: AvailableTime) -> Fraction:
    """An individual allowance as hours of one person in a year (IAS).

        >>> day = AvailableTime(weeks=45, hours_a_day=8)
        >>> [int(allowance_hours(4, per, day)) for per in Per]
        [15, 900, 180, 48, 4, 72]

    Raises:
        ValueError: the amount is below 0.
    """
    number = exact(amount)
    if number < 0:
        raise ValueError(f"allowance is {amount}, expected 0 or more")
    times = {
        Per.MINUTES_A_DAY: time.days / MINUTES_AN_HOUR,
        Per.HOURS_A_DAY: time.days,
        Per.HOURS_A_WEEK: time.days / exact(time.days_a_week),
        Per.HOURS_A_MONTH: Fraction(MONTHS_A_YEAR),
        Per.HOURS_A_YEAR: Fraction(1),
        Per.PER_CENT: time.hours / 100,
    }
    return number * times[per]
