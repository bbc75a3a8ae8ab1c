"""Small phrases that several sentences share: how often, how many posts, signed hours."""

from taskmap.language import Reader
from taskmap.model.unit import WEEKS_A_YEAR


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


def signed(minutes: int, reader: Reader) -> str:
    """Hours with their sign: ``+3,5 t``; none for nothing."""
    return f"+{reader.hours(minutes)}" if minutes > 0 else reader.hours(minutes)


def capital(sentence: str) -> str:
    """A sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]
