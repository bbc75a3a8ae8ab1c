"""A reader: says things by key in one language, and writes figures as it is done there.

Imported by ``taskmap --help``, which is to be there at once: what only figures and types need is
imported where it is used.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache

from taskmap.language.catalogue_file import read_words
from taskmap.language.choice import LANGUAGES

TYPE_CHECKING = False  # as in typing, whose import takes longer than reading a language
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from taskmap.errors import Value
    from taskmap.language.catalogue_file import Words
    from taskmap.model.catalogue import Role
    from taskmap.model.units import Names

FOLDER = f"{os.path.dirname(__file__)}/locale"  # noqa: PTH120 - pathlib costs 7 ms at start
STRICT = "TASKMAP_STRICT_WORDS"  # set to 1, a missing key is an error instead of a visible gap

_BABEL = {"nb": "nb_NO", "sv": "sv_SE", "en": "en_GB"}  # en_GB: day before month, 24 hours


class MissingWordsError(LookupError):
    """A key without words in a language; tests fail on it, the product shows the key."""


class Reader:
    """One language. Words are read when first asked for, one domain at a time.

    Args:
        code: ``nb``, ``sv`` or ``en``.
    """

    __slots__ = ("_domains", "_locale", "code")

    def __init__(self, code: str) -> None:
        if code not in LANGUAGES:
            raise ValueError(f"language is {code!r}, expected one of {', '.join(LANGUAGES)}")
        self.code = code
        self._locale = _BABEL[code]
        self._domains: dict[str, Words] = {}

    def say(self, key: str, **values: Value | date) -> str:
        """The words of a key with its named values put in as plain text.

        A key with plural forms chooses by the value ``n``. Numbers, dates and lists among the
        values are written as the language writes them.
        """
        forms = self._forms(key)
        if forms is None:
            return _gap(key, values)
        words = forms[-1 if len(forms) > 1 and values.get("n") != 1 else 0]
        if not values:
            return words
        told = {name: v if type(v) is str else self.plain(v) for name, v in values.items()}
        try:
            return words.format_map(told)
        except KeyError:
            return _gap(key, values)

    def has(self, key: str) -> bool:
        """Whether the key has words in this language."""
        return self._forms(key) is not None

    def keys(self, domain: str) -> frozenset[str]:
        """All keys of a domain."""
        return frozenset(self._domain(domain))

    def plain(self, value: Value | date) -> str:
        """Any value of a finding, ruling or note as text."""
        if isinstance(value, str):
            return value
        if value is None:
            return "\N{EN DASH}"
        if isinstance(value, bool):
            return self.say("word.yes" if value else "word.no")
        if isinstance(value, int | float):
            return self.number(value, decimals=_decimals(value))
        return self.list(value) if isinstance(value, tuple) else self.date(value)

    def number(self, x: float, decimals: int = 0) -> str:
        """A number with the language's grouping and decimal sign, and so many decimals."""
        return _number(x, decimals, self._locale)

    def hours(self, minutes: float) -> str:
        """Minutes as hours with at most one decimal: ``3,5 t``; under three minutes as minutes."""
        if 0 < abs(minutes) < 3:
            return self.minutes(minutes)
        hours = _rounded(minutes / 60, 1)
        unit = self.say("word.unit_hours")
        return f"{self.number(float(hours), int(hours % 1 != 0))}\N{NO-BREAK SPACE}{unit}"

    def minutes(self, minutes: float) -> str:
        """Minutes of one occurrence: ``12 min``."""
        return f"{self.number(minutes, _decimals(round(minutes, 1)))}\N{NO-BREAK SPACE}min"

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share as per cent: ``12 %`` (``12%`` in English)."""
        from babel.numbers import format_percent  # noqa: PLC0415 - not at start: 40 ms

        exact = _rounded(share, decimals + 2)
        return _minus(format_percent(exact, _percent_pattern(self.code, decimals), self._locale))

    def short_date(self, day: date) -> str:
        """A date for a narrow column: ``3. nov. 2026``."""
        from babel.dates import format_date  # noqa: PLC0415 - not at start: 40 ms

        return day.isoformat() if self.code == "sv" else format_date(day, "medium", self._locale)

    def date(self, day: date) -> str:
        """A date in words, or as Swedish offices write it: ``3. november 2026``, ``2026-11-03``."""
        from babel.dates import format_date  # noqa: PLC0415 - not at start: 40 ms

        return day.isoformat() if self.code == "sv" else format_date(day, "long", self._locale)

    def money(self, amount: float, currency: str, decimals: int = 2) -> str:
        """An amount with its currency: ``4 500,00 kr``; kronor of another country by code."""
        from babel.numbers import format_currency  # noqa: PLC0415 - not at start: 40 ms

        sign = "¤" if (self.code, currency) in {("nb", "NOK"), ("sv", "SEK")} else "¤¤"
        space = "\N{NO-BREAK SPACE}"
        digits = _pattern(decimals)
        written = f"{sign}{space}{digits}" if self.code == "en" else f"{digits}{space}{sign}"
        exact = _rounded(amount, decimals)
        return _minus(
            format_currency(exact, currency, written, self._locale, currency_digits=False)
        )

    def list(self, items: Iterable[str]) -> str:
        """Words in a row: ``a, b og c``."""
        words = list(items)
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self.say('word.and')} {words[-1]}"

    def name(self, names: Names) -> str:
        """The name in this language, else in English, else in the first there is."""
        for code in (self.code, "en", *sorted(names)):
            if names.get(code):
                return names[code]
        return ""

    def role(self, role: Role) -> str:
        """A role's name."""
        return self.name(role.names) or role.id

    def _forms(self, key: str) -> tuple[str, ...] | None:
        return self._domain(key.partition(".")[0]).get(key)

    def _domain(self, domain: str) -> Words:
        words = self._domains.get(domain)
        if words is None:
            words = read_words(f"{FOLDER}/{self.code}/{domain}.po")
            self._domains[domain] = words
        return words


@cache
def reader(code: str) -> Reader:
    """The reader of a language, one and the same for all who ask."""
    return Reader(code)


def _gap(key: str, values: dict[str, Value | date]) -> str:
    if os.environ.get(STRICT) == "1":
        raise MissingWordsError(key)
    told = " ".join(f"{name}={value}" for name, value in values.items())
    return f"[{key}{' ' + told if told else ''}]"


@lru_cache(maxsize=4096)  # a grid writes the same few hundred figures over and over
def _number(x: float, decimals: int, locale: str) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - not at start: 40 ms

    return _minus(format_decimal(_rounded(x, decimals), _pattern(decimals), locale))


def _rounded(x: float, decimals: int) -> Decimal:
    """Rounded half up, as people do; a tiny negative number is not "minus nothing"."""
    from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415 - not at start

    exact = Decimal(str(round(x, 9)))
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0


def _minus(text: str) -> str:
    return text.replace("-", "\N{MINUS SIGN}")


def _decimals(value: float) -> int:
    """Decimals a number needs to be told whole, at most two."""
    return next((d for d in (0, 1) if round(value, d) == round(value, 2)), 2)


def _pattern(decimals: int) -> str:
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _percent_pattern(code: str, decimals: int) -> str:
    return _pattern(decimals) + ("%" if code == "en" else "\N{NO-BREAK SPACE}%")
