"""What people say of how often and how long, to figures: ``3 om dagen``, ``1,5 t i uka``."""

import re
from collections.abc import Callable
from enum import StrEnum
from math import isfinite

from taskmap.document import amount_words as words
from taskmap.document.figures import figure, together
from taskmap.document.nearest import nearest
from taskmap.model.amount import Amount, Duration, Every
from taskmap.model.finding import Finding, Place
from taskmap.yamltext import fold

LONGEST = 80
MOST_TIMES = 100_000
MOST_MINUTES = 10_080
_WEEKDAYS = 5
_HOURS_A_DAY = 24

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|\S")
_FRACTIONS = (("½", ".5"), ("¼", ".25"), ("¾", ".75"))
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_RANGE = re.compile("([0-9]+(?:[.,][0-9]+)?) ?[-\N{EN DASH}] ?([0-9]+(?:[.,][0-9]+)?)")


class Asks(StrEnum):
    """What a bare number is an answer to."""

    HOW_OFTEN = "how_often"
    HOW_LONG = "how_long"


def read_amount(
    text: str,
    *,
    asks: Asks,
    every: Every = Every.WEEK,
    unit: str = "minutes",
    place: Place | None = None,
) -> tuple[Amount | None, tuple[Finding, ...]]:
    """Read how often and how long, in bokmål, nynorsk, Swedish or English.

    >>> amount, _ = read_amount("1,5 t i uka", asks=Asks.HOW_OFTEN)
    >>> amount.times, amount.every.value, amount.minutes.likely
    (1.0, 'week', 90.0)

    Args:
        text: as typed.
        asks: what a number without a word is.
        every: what a number of times is counted over where nothing is said of it.
        unit: what a duration is told in where nothing is said of it, by ``MINUTES_PER``.
        place: told in the findings.

    Returns:
        What was said, None with a finding where it was not understood or beyond all bounds. What
        takes no time at all is said to happen no times.
    """
    said = _Said(text, asks, words.MINUTES_PER[unit])
    at = place or Place("")
    if len(text) > LONGEST or not said.understood():
        values = {"value": text[:LONGEST], "nearest": said.way_out()}
        return None, (Finding("amount.not_understood", at, values),)
    amount = said.amount(every)
    times, minutes = amount.times or 0, said.high
    if not (times <= MOST_TIMES and minutes <= MOST_MINUTES and isfinite(times)):
        high = MOST_TIMES if times > MOST_TIMES else MOST_MINUTES
        return None, (Finding("number.range", at, {"value": text, "low": 0, "high": high}),)
    return amount, ()


class _Said:
    """A text on its way to an amount, word by word."""

    def __init__(self, text: str, asks: Asks, unit: float) -> None:
        self._text = text
        self._asks = asks
        self._unit = unit
        folded = together(fold(text))
        for sign, decimals in _FRACTIONS:
            folded = re.sub(rf"(\d*){sign}", rf"\g<1>{decimals} ", folded)
        folded = re.sub(r"(?<![\d])\.(?=\d)", "0.", folded)
        self._tokens = _TOKEN.findall(folded)
        self._at = 0
        self._bare: list[float] = []
        self._counts: list[float] = []
        self._overs: list[tuple[Every, float]] = []
        self._low = 0.0
        self.high = 0.0
        self._timed = False

    def understood(self) -> bool:
        """Whether every word has been read, and nothing said twice."""
        rules: tuple[Callable[[], bool], ...] = (
            self._day_and_night,
            self._over,
            self._long,
            self._bare_range,
            self._often,
            self._filler,
        )
        while self._at < len(self._tokens):
            if not any(rule() for rule in rules):
                return False
        figures = len(self._bare) + len(self._counts)
        something = figures or self._overs or self._timed
        from_nothing = self._low == 0 < self.high
        single = figures <= 1 and len(self._overs) <= 1
        return bool(something) and single and not from_nothing

    def amount(self, every: Every) -> Amount:
        """What was said."""
        number = next(iter((*self._counts, *self._bare)), None)
        if self._bare and not self._overs and not self._timed and self._asks is Asks.HOW_LONG:
            self._add(self._bare[0] * self._unit, self._bare[0] * self._unit, 0)
            number = None
        over, times = self._overs[0] if self._overs else (every, 1.0)
        if number is None and self._overs:
            number = 1.0
        if self.high > 0:
            minutes = Duration(self._low, (self._low + self.high) / 2, self.high)
            return Amount(None if number is None else number * times, over, minutes)
        return Amount(0.0 if self._timed or number is None else number * times, over)

    def way_out(self) -> str | None:
        """The nearest thing that would be understood; None where none is near."""
        if len(self._text) > LONGEST:
            return None
        near = _RANGE.sub(_middle, self._text)
        near = re.sub(r"[^\W\d_]+", lambda word: _known(word[0]), near)
        return near if near != self._text and self._again(near).understood() else None

    def _again(self, text: str) -> "_Said":
        return _Said(text, self._asks, self._unit)

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ""

    def _number(self, ahead: int = 0) -> float | None:
        token = self._peek(ahead)
        if token[:1].isdecimal():
            return figure(token)
        return words.NUMBERS.get(token, 1.0 if token in words.ARTICLES else None)

    def _take(self, count: int) -> bool:
        self._at += count
        return True

    def _day_and_night(self) -> bool:
        """``morgen og kveld``: twice a day."""
        both = self._peek() in words.MORNING and self._peek(2) in words.EVENING
        if not both or self._peek(1) not in words.AND:
            return False
        self._overs.append((Every.DAY, 2.0))
        return self._take(3)

    def _over(self) -> bool:
        """``om dagen``, ``hver 3. uke``, ``annenhver dag``, ``daglig``."""
        if self._peek() in words.ALONE:
            self._overs.append((words.ALONE[self._peek()], 1.0))
            return self._take(1)
        if self._peek() in words.HOURLY:
            self._overs.append((Every.DAY, float(_HOURS_A_DAY)))
            return self._take(1)
        ahead, once_in = self._each()
        if not ahead:
            while self._peek(ahead) in words.OVER | {"/", "."} and ahead < 3:
                ahead += 1
            follows = self._at and self._tokens[self._at - 1] in words.TIMES
            if not ahead and not follows and self._peek() not in words.WEEKDAYS:
                return False
        found = _period(self._peek(ahead), each=once_in > 0)
        if found is None:
            return False
        every, times = found
        self._overs.append((every, times / (once_in or 1)))
        return self._take(ahead + 1)

    def _each(self) -> tuple[int, float]:
        """How many words say ``hver``, ``annenhver`` or ``hver tredje``, and once in how many."""
        first, second = self._peek(), self._peek(1)
        if first in words.OTHER_EACH:
            return 1, 2.0
        if first in words.NTH and second in words.EACH:
            return 2, words.NTH[first]
        if first not in words.EACH:
            return 0, 0.0
        if second in words.NTH:
            return 2, words.NTH[second]
        number = self._number(1)
        if number is not None and number > 0 and second not in words.ARTICLES:
            ahead = 2
            while self._peek(ahead) in words.ORDINALS | {".", ":"}:
                ahead += 1
            return ahead, number
        return 1, 1.0

    def _long(self) -> bool:
        """``20 min``, ``1 t 30 min``, ``10-20 min``, ``en halv time``, ``1:30``."""
        clock = _CLOCK.fullmatch(self._peek())
        if clock:
            hours = self._peek(1) in words.MINUTES_IN
            minutes = int(clock[1]) * 60.0 + int(clock[2])
            return self._add(minutes, minutes, 1 + hours)
        ahead, low = self._figure(0)
        high = low
        if ahead and self._peek(ahead) in words.TO:
            more, end = self._figure(ahead + 1)
            if more:
                ahead, high = ahead + 1 + more, end
        unit = self._peek(ahead)
        if unit in words.ARTICLES and self._peek() == "half":
            ahead, unit = ahead + 1, self._peek(ahead + 1)
        in_english = self._peek(ahead + 2) in words.ENGLISH
        if unit not in words.MINUTES_IN or (unit == "time" and in_english) or low > high:
            return False
        if not ahead:
            if words.MINUTES_IN[unit] not in {15.0, 30.0}:
                return False
            low = high = 1.0
        minutes = words.MINUTES_IN[unit]
        self._add(low * minutes, high * minutes, ahead + 1)
        # "1h30": minutes without their word.
        rest = self._number()
        if minutes == 60 and rest is not None and self._peek().isdecimal() and self._is_last():
            self._add(rest, rest, 1)
        return True

    def _bare_range(self) -> bool:
        """``15-20`` where the heading has said what of."""
        low, high = self._number(), self._number(2)
        alone = len(self._tokens) == 3 and self._peek(1) in words.TO
        if self._asks is not Asks.HOW_LONG or not alone or low is None or high is None:
            return False
        return low <= high and self._add(low * self._unit, high * self._unit, 3)

    def _is_last(self) -> bool:
        return self._at + 1 == len(self._tokens)

    def _figure(self, ahead: int) -> tuple[int, float]:
        """A number with its half: how many words it takes, none where there is no number."""
        number = self._number(ahead)
        if number is None:
            return 0, 0.0
        taken = 1
        if self._peek(ahead) in words.ARTICLES and self._number(ahead + 1) == 0.5:
            return 2, 0.5
        if self._peek(ahead + 1) in words.AND:
            article = self._peek(ahead + 2) in words.ARTICLES
            if self._number(ahead + 2 + article) == 0.5:
                taken, number = 3 + article, number + 0.5
        return taken, number

    def _add(self, low: float, high: float, taken: int) -> bool:
        self._timed = True
        self._low += low
        self.high += high
        return self._take(taken)

    def _often(self) -> bool:
        """``3 ganger``, ``en gang``, ``2 x``, ``twice``, or a number by itself."""
        if self._peek() in words.ONCE:
            self._counts.append(words.ONCE[self._peek()])
            return self._take(1)
        number = self._number()
        if number is None or self._peek(1) in words.TO:
            return False
        if self._peek(1) in words.TIMES or (
            self._peek(1) == "time" and self._peek(3) in words.ENGLISH
        ):
            self._counts.append(number)
            return self._take(2)
        if self._peek() in words.ARTICLES:
            return False
        self._bare.append(number)
        return self._take(1)

    def _filler(self) -> bool:
        """``ca``, ``hver gang``, ``per gang``, and what only binds other words together."""
        if self._peek() in words.EACH and self._peek(1) in words.TIMES | {"time"}:
            return self._take(2)
        if self._peek() in words.PER:
            ahead = 2 if self._peek(1) == "." else 1
            if self._peek(ahead) in words.TIMES:
                return self._take(ahead + 1)
        binds = self._peek() in words.FILLERS | words.AND | {"a"} and self._at > 0
        return self._take(1) if binds or self._peek() in words.FILLERS else False


def _period(word: str, *, each: bool) -> tuple[Every, float] | None:
    """What is counted over, and how many of it there are; hours and weekdays have none."""
    if word in words.WEEKDAYS:
        return Every.WEEK, float(_WEEKDAYS)
    if word in words.HOUR and each:
        return Every.DAY, float(_HOURS_A_DAY)
    return (words.PERIODS[word], 1.0) if word in words.PERIODS else None


def _known(word: str) -> str:
    return word if fold(word) in words.KNOWN else nearest(word, words.KNOWN) or word


def _middle(between: re.Match[str]) -> str:
    """``3-4`` as ``3,5``; as it is where the ends are turned."""
    low, high = (figure(end) or 0.0 for end in between.groups())
    return between[0] if low > high else f"{(low + high) / 2:g}".replace(".", ",")
