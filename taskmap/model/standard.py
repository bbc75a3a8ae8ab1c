"""Service standards as people enter them, in the hours that WISN counts in."""

from enum import StrEnum
from fractions import Fraction

from taskmap.model.allowance import MINUTES_AN_HOUR, AvailableTime
from taskmap.model.wisn import Figure, exact


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
