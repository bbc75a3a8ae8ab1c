"""Time beside the service activities, as people say it and as WISN counts it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from taskmap.model.wisn import Figure, exact

MINUTES_AN_HOUR = 60
MONTHS_A_YEAR = 12
DAYS_A_WEEK = 5


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


def time_of(
    hours: Figure, hours_a_day: Figure | None = None, days_a_week: Figure = DAYS_A_WEEK
) -> AvailableTime:
    """Available time of a person of whom the hours of a year are known.

        >>> time = time_of(1600, hours_a_day=8)
        >>> int(time.hours), int(time.days), int(allowance_hours(2, Per.HOURS_A_WEEK, time))
        (1600, 200, 80)

    Raises:
        ValueError: there is no working time.
    """
    day = exact(Fraction(15, 2) if hours_a_day is None else hours_a_day)
    week = day * exact(days_a_week)
    if not week or exact(hours) <= 0:
        raise ValueError(f"{hours} hours of {hours_a_day} a day are no working time")
    return AvailableTime(weeks=exact(hours) / week, days_a_week=days_a_week, hours_a_day=day)
