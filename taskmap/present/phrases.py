"""Small phrases that several sentences share: how often, how many posts, hours in one unit."""

from collections.abc import Callable, Iterable

from taskmap.language import Reader
from taskmap.model.unit import WEEKS_A_YEAR

VISIBLE = 3  # minutes; fewer are nothing in hours with one decimal
AN_HOUR = 60  # minutes; below it a whole table is told in minutes
ENDS = (".", "?", "!", ":", "…")


def how_often(occurrences: float, reader: Reader) -> str:
    """Occurrences a week as people say them: per week, or per year when seldom."""
    if occurrences < 1 - 1e-9 and round(occurrences * WEEKS_A_YEAR) < WEEKS_A_YEAR:
        return reader.say("move.times_a_year", n=max(1, round(occurrences * WEEKS_A_YEAR)))
    near = round(occurrences)
    whole = abs(occurrences - near) < 0.05
    times = reader.number(occurrences, 0 if whole else 1)
    return reader.say("move.times_a_week", n=1 if whole and near == 1 else 2, times=times)


def posts(fte: float, reader: Reader) -> str:
    """Full-time posts with two decimals: ``0,42 årsverk``."""
    return reader.say("move.posts", fte=reader.number(fte, 2))


def in_one_unit(minutes: Iterable[int], reader: Reader, decimals: int = 1) -> Callable[[int], str]:
    """How the figures of one table are written, all alike, so that they can be compared.

    Args:
        minutes: all figures that stand together.
        reader: the language.
        decimals: of hours.

    Returns:
        Minutes when all of them are under an hour, hours otherwise.
    """
    if all(abs(each) < AN_HOUR for each in minutes):
        return reader.minutes
    unit = reader.say("word.unit_hours")
    return lambda each: f"{reader.number(each / AN_HOUR, decimals)}\N{NO-BREAK SPACE}{unit}"


def adding_up(parts: Iterable[int], whole: int, reader: Reader) -> Callable[[int], str]:
    """How parts and their sum are written so that what is read adds up.

    Hours with one decimal where that adds up and hides nothing, with two where those do, else
    whole minutes, which always do.

    Example: 159 less 127 minutes are 32: 2,65 less 2,12 is 0,53 hours; 2,7 less 2,1 is not 0,5.
    """
    every = (*parts, whole)
    for decimals in (1, 2):
        hidden = decimals == 1 and any(0 < abs(each) < VISIBLE for each in every)
        told = [_shown(each, 10**decimals) for each in every]
        if not hidden and sum(told[:-1]) == told[-1]:
            return in_one_unit(every, reader, decimals)
    return reader.minutes


def _shown(minutes: int, part: int) -> int:
    """Minutes in so many parts of an hour, half away from nothing as figures are written."""
    size = (2 * abs(minutes) * part + AN_HOUR) // (2 * AN_HOUR)
    return size if minutes >= 0 else -size


def signed(minutes: int, told: Callable[[int], str]) -> str:
    """A change with its sign: ``+3,5 t``; none for nothing."""
    return f"+{told(minutes)}" if minutes > 0 else told(minutes)


def capital(sentence: str) -> str:
    """A sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def ended(sentence: str) -> str:
    """A sentence with a full stop, also where its last words are somebody else's."""
    return sentence if not sentence or sentence.endswith(ENDS) else f"{sentence}."
