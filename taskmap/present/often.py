"""How often and how long as people say it: ``3 om dagen``, ``2 i måneden``, ``15 min``."""

from taskmap.language import Reader
from taskmap.model.amount import Duration
from taskmap.model.unit import DAYS, WEEKS_A_YEAR, Band
from taskmap.model.units import PerWeek

MONTHS_A_YEAR = 12
WEEKDAYS = DAYS[:5]


def said_often(per_week: PerWeek, band: Band | None, reader: Reader) -> str:
    """Occurrences a week over the stretch of time people would use.

    A day is used where the part of the week falls on every day, or on every weekday, and there is
    one a day or more; a month where there is less than one a week, a year where there is less than
    one a month.

    Args:
        per_week: more than nothing.
        band: the part of the week they fall in; None: the whole week.
        reader: the language.

    Example: 21 a week in the evenings are ``3 om dagen``; 0.5 a week is ``2,2 i måneden``.
    """
    days = {day for s in band.when for day in s.days} if band else set(DAYS)
    for every, fallen in (("day", DAYS), ("weekday", WEEKDAYS)):
        if days == set(fallen) and round(per_week / len(fallen), 1) >= 1:
            return _say(every, per_week / len(fallen), reader)
    a_year = per_week * WEEKS_A_YEAR
    if per_week >= 1 - 1e-9:
        return _say("week", per_week, reader)
    if a_year >= MONTHS_A_YEAR - 1e-9:
        return _say("month", a_year / MONTHS_A_YEAR, reader)
    return _say("year", max(a_year, 0.1), reader)


def said_minutes(minutes: Duration, reader: Reader) -> str:
    """Minutes of one occurrence, with the range where there is one, in brackets."""
    told = reader.minutes(minutes.likely)
    if minutes.low == minutes.high:
        return told
    low, high = (reader.plain(round(each, 1)) for each in (minutes.low, minutes.high))
    return f"{told} ({low}\N{EN DASH}{high})"


def _say(every: str, times: float, reader: Reader) -> str:
    near = round(times)
    whole = abs(times - near) < 0.05
    return reader.say(f"edit.every.{every}", times=reader.number(times, 0 if whole else 1))
