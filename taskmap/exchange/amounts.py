"""Figures as people write them: decimal commas, thin spaces, ``20 min``, ``3 om dagen``."""

import re
from datetime import time, timedelta
from math import isfinite

from taskmap.exchange.misread import Misread
from taskmap.sheets import Scalar
from taskmap.yamltext import fold

_SPACES = re.compile(
    "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'\N{RIGHT SINGLE QUOTATION MARK}]"
)
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,2})?", re.IGNORECASE)
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_SHOWN = 60

PER_MINUTE = {"seconds": 1 / 60, "minutes": 1.0, "hours": 60.0}
_UNITS = {
    "seconds": ("s", "sek", "sekund", "sekunder", "sec", "second", "seconds"),
    "minutes": ("m", "min", "minutt", "minutter", "minut", "minuter", "minute", "minutes"),
    "hours": ("t", "time", "timer", "tim", "timme", "timmar", "h", "hour", "hours"),
}
UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_TIME_PART = re.compile(r"([\d.,]+)\s*([a-zåäöæø]+)\.?")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)")

EVERY = {
    "day": "dag|dagen|døgn|døgnet|dygn|dygnet|day|d",
    "week": "uke|uka|uken|vecka|veckan|week|u|v|w",
    "month": "måned|måneden|mnd|månad|månaden|mån|month",
    "quarter": "kvartal|kvartalet|quarter",
    "year": "år|året|år|year|yr",
}
_WORD_OF = {word: every for every, words in EVERY.items() for word in words.split("|")}
_ALONE = {
    "daglig": (1.0, "day"),
    "dagligen": (1.0, "day"),
    "daily": (1.0, "day"),
    "ukentlig": (1.0, "week"),
    "varje vecka": (1.0, "week"),
    "weekly": (1.0, "week"),
    "månedlig": (1.0, "month"),
    "månatligen": (1.0, "month"),
    "monthly": (1.0, "month"),
    "årlig": (1.0, "year"),
    "årligen": (1.0, "year"),
    "yearly": (1.0, "year"),
    "annenhver uke": (0.5, "week"),
    "annanhver uke": (0.5, "week"),
    "varannan vecka": (0.5, "week"),
    "every other week": (0.5, "week"),
    "annenhver dag": (0.5, "day"),
    "varannan dag": (0.5, "day"),
    "every other day": (0.5, "day"),
}
_TIMES = re.compile(
    r"([\d.,]+)\s*(?:x|ganger|gonger|gang|gånger|gång|times|time|g)?\s*"
    r"(?:om|i|per|pr\.?|hver|varje|every|a|/)\s*(?:the\s+)?([a-zåäöæø]+)\.?"
)


def number_of(cell: Scalar) -> float:
    """A cell as a number, whatever marks its decimals and thousands.

    Raises:
        Misread: it is none.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Misread("import.number", value=shown(cell))
    if not isinstance(cell, str):
        return _finite(float(cell), cell)
    bare = _SPACES.sub("", cell).replace("\N{MINUS SIGN}", "-")
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", "")
    elif "," in bare and "." in bare:
        thousands = min(",", ".", key=bare.rindex)
        bare = bare.replace(thousands, "")
    bare = bare.replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        raise Misread("import.number", value=shown(cell))
    return _finite(float(bare), cell)


def share_of(cell: Scalar, *, percent: bool = False) -> float:
    """A share as a part of one: ``25 %``, ``0,25``, or 25 in a column of per cents."""
    text = cell.strip() if isinstance(cell, str) else ""
    marked = text.endswith("%")
    number = number_of(text.removesuffix("%") if marked else cell)
    return round(number / 100, 12) if marked or percent else number


def minutes_of(cell: Scalar, unit: str = "minutes") -> float:
    """Minutes: a number in the column's unit, ``20 min``, ``1,5 t``, ``1 t 30 min``, ``0:20``."""
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute + cell.second / 60
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 60
    text = fold(cell) if isinstance(cell, str) else ""
    clock = _CLOCK.fullmatch(text)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    parts = _TIME_PART.findall(text)
    if parts and not _TIME_PART.sub("", text).replace("og", "").replace("och", "").strip():
        if any(word not in UNIT_OF for _, word in parts):
            raise Misread("import.minutes", value=shown(cell))
        return sum(number_of(n) * PER_MINUTE[UNIT_OF[word]] for n, word in parts)
    try:
        return number_of(cell) * PER_MINUTE[unit]
    except Misread:
        raise Misread("import.minutes", value=shown(cell)) from None


def count_of(cell: Scalar, every: str | None = None) -> tuple[float, str | None]:
    """How often, and over what: ``3 om dagen``, ``2 ganger per uke``, ``annenhver uke``.

    Args:
        cell: what stands there.
        every: the column's own stretch of time, for a bare number.
    """
    text = fold(cell) if isinstance(cell, str) else ""
    if text in _ALONE:
        return _ALONE[text]
    said = _TIMES.fullmatch(text)
    if said and said[2] in _WORD_OF:
        return number_of(said[1]), _WORD_OF[said[2]]
    return number_of(cell), every


def shown(cell: Scalar) -> str:
    """A cell's content, short enough to be told."""
    return str(cell)[:_SHOWN]


def _finite(number: float, cell: Scalar) -> float:
    if not isfinite(number):
        raise Misread("import.number", value=shown(cell))
    return number
