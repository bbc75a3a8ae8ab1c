"""Kinds of single values: how a text is read when a number, a share or a date is asked for.

YAML 1.2 core rules by the field's kind: ``NO`` stays text where text is asked, and is a finding
where a number is. Only plain (unquoted) text is read as anything but text.
"""

import re
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from taskmap.document.nearest import nearest
from taskmap.document.reading import Reading, Unread, written
from taskmap.yamltext import Node, Path, Scalar, Style, visible

_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_NOT_FINITE = re.compile(r"[-+]?\.?(?:inf|nan|infinity)", re.IGNORECASE)
_PERCENT = re.compile(r"(.*?)[ \u00a0\u202f]?%")
_SPACES = re.compile(r"[ \u00a0\u202f'_]")
_NULLS = {"", "~", "null", "Null", "NULL"}
_LONGEST_NUMBER = 40


def is_blank(node: Node) -> bool:
    """Whether nothing was written; ``note:`` with nothing after it counts as left out."""
    return isinstance(node, Scalar) and node.style is Style.PLAIN and not node.text


def is_null(node: Node) -> bool:
    """Whether YAML reads the text as nothing."""
    return isinstance(node, Scalar) and node.style is Style.PLAIN and node.text in _NULLS


class Kind:
    """How a field's value is read and described."""

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """The value, or ``UNREAD`` with a finding in ``reading``."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        raise NotImplementedError

    def parts(self) -> tuple["Kind", ...]:
        """Kinds this one is built of."""
        return ()


class One(Kind):
    """A kind written as one text."""

    expected = "text"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """The value of a text; lists and tables are refused."""
        if not isinstance(node, Scalar):
            return reading.error("type.single", path, node, expected=self.expected)
        if not node.text:
            return reading.error("value.empty", path, node)
        return self.value(node, path, reading)

    def value(self, node: Scalar, path: Path, reading: Reading) -> Any:
        """The value of a text that is not empty."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Text(One):
    """Words, kept exactly as written."""

    longest: int = 200

    def value(self, node: Scalar, path: Path, reading: Reading) -> str | Unread:
        """The text itself."""
        if len(node.text) > self.longest:
            length = len(node.text)
            return reading.error("text.too_long", path, node, length=length, longest=self.longest)
        return node.text

    def schema(self) -> dict[str, Any]:
        """Editors take ``0301`` and ``yes`` for numbers and flags; here they are words."""
        return {"type": ["string", "number", "boolean"], "maxLength": self.longest}


ID_PATTERN = r"^[^\s/:,\[\]{}#&*!|>'\"%@`]+$"
_ID = re.compile(ID_PATTERN)
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Id(One):
    """A short name without spaces that other fields may point to; composed form (NFC)."""

    expected = "id"

    def value(self, node: Scalar, path: Path, reading: Reading) -> str | Unread:
        """The name, as readers see it."""
        name = visible(node.text)
        if len(node.text) > _LONGEST_ID:
            longest, length = _LONGEST_ID, len(node.text)
            return reading.error("text.too_long", path, node, length=length, longest=longest)
        if not _ID.match(name) or _hides(node.text):
            way_out = re.sub(r"[^\w.-]+", "-", name).strip("-") or None
            return reading.error("id.form", path, node, value=node.text, nearest=way_out)
        return name

    def schema(self) -> dict[str, Any]:
        """Numbers are ids too: a unit may be called 0301."""
        return {
            "type": ["string", "number", "boolean"],
            "pattern": ID_PATTERN,
            "maxLength": _LONGEST_ID,
        }


def _hides(text: str) -> bool:
    return not text.isascii() and any(visible(c) == "" for c in text)


@dataclass(frozen=True, slots=True)
class Number(One):
    """A number with a point for decimals, within bounds."""

    low: float = 0.0
    high: float = 1e6
    above: bool = False  # low itself is not allowed
    unit: str = ""
    expected = "number"

    def value(self, node: Scalar, path: Path, reading: Reading) -> float | Unread:
        """The number."""
        number = plain_number(node, path, reading)
        return number if isinstance(number, Unread) else self.bounded(number, node, path, reading)

    def bounded(self, number: float, node: Node, path: Path, reading: Reading) -> float | Unread:
        """The number, when it is within bounds."""
        if self.low < number <= self.high or (number == self.low and not self.above):
            return number
        low, high = self.low, self.high
        return reading.error("number.range", path, node, value=written(node), low=low, high=high)

    def schema(self) -> dict[str, Any]:
        """A number within bounds."""
        low = "exclusiveMinimum" if self.above else "minimum"
        return {"type": "number", low: self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Whole(Number):
    """A whole number within bounds."""

    def value(self, node: Scalar, path: Path, reading: Reading) -> int | Unread:
        """The number, when it is whole."""
        number = plain_number(node, path, reading)
        if isinstance(number, Unread):
            return number
        if number != int(number):
            near = str(round(number))
            return reading.error("number.whole", path, node, value=node.text, nearest=near)
        bounded = self.bounded(number, node, path, reading)
        return bounded if isinstance(bounded, Unread) else int(bounded)

    def schema(self) -> dict[str, Any]:
        """A whole number within bounds."""
        return {"type": "integer", "minimum": int(self.low), "maximum": int(self.high)}


@dataclass(frozen=True, slots=True)
class Share(One):
    """A part of a whole: ``70 %`` or ``0.7``."""

    expected = "share"

    def value(self, node: Scalar, path: Path, reading: Reading) -> float | Unread:
        """The part, 0 to 1."""
        percent = _PERCENT.fullmatch(node.text)
        if percent is None:
            part = plain_number(node, path, reading)
        else:
            part = plain_number(node, path, reading, percent[1])
        if isinstance(part, Unread):
            return part
        if not 0 <= part <= (100 if percent else 1):
            way_out = f"{part:g} %" if percent is None and 1 < part <= 100 else None
            return reading.error("share.range", path, node, value=node.text, nearest=way_out)
        # Rounded, so that 70 % is the same number as 0.7.
        return round(part / 100, 12) if percent else part

    def schema(self) -> dict[str, Any]:
        """A number 0 to 1, or per cent as text."""
        percent = {"type": "string", "pattern": r"^(100|[0-9]{1,2})(\.[0-9]+)?[ \u00a0\u202f]?%$"}
        return {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, percent]}


_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_YES_NO = {
    "yes": "true",
    "ja": "true",
    "on": "true",
    "no": "false",
    "nei": "false",
    "nej": "false",
    "off": "false",
}


@dataclass(frozen=True, slots=True)
class Flag(One):
    """``true`` or ``false``."""

    expected = "flag"

    def value(self, node: Scalar, path: Path, reading: Reading) -> bool | Unread:
        """True or false, never yes or no."""
        if node.style is Style.PLAIN and node.text in _FLAGS:
            return _FLAGS[node.text]
        word = node.text.casefold()
        near = _YES_NO.get(word) or nearest(word, ("true", "false"))
        return reading.error("type.flag", path, node, value=written(node), nearest=near)

    def schema(self) -> dict[str, Any]:
        """True or false."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice(One):
    """One of a few words."""

    words: tuple[str, ...]
    code: str = "choice.unknown"
    expected = "choice"

    def __post_init__(self) -> None:
        # Words of an enumeration are shown as plain words.
        object.__setattr__(self, "words", tuple(str(word) for word in self.words))

    def value(self, node: Scalar, path: Path, reading: Reading) -> str | Unread:
        """The word."""
        if node.text in self.words:
            return node.text
        value, near = written(node), nearest(node.text, self.words)
        return reading.error(self.code, path, node, value=value, nearest=near, allowed=self.words)

    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"enum": list(self.words)}


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OTHER_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


@dataclass(frozen=True, slots=True)
class Day(One):
    """A date: year-month-day."""

    expected = "date"

    def value(self, node: Scalar, path: Path, reading: Reading) -> date | Unread:
        """The date, when it is in the calendar."""
        found = _date(node.text) if _DATE.fullmatch(node.text) else None
        if found is not None and 1900 <= found.year <= 2200:
            return found
        return reading.error(
            "date.form", path, node, value=written(node), nearest=_turned(node.text)
        )

    def schema(self) -> dict[str, Any]:
        """A date as text."""
        return {"type": "string", "format": "date"}


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _turned(text: str) -> str | None:
    match = _OTHER_DATE.fullmatch(text)
    if match is None:
        return None
    day, month, year = match.groups()
    iso = f"{year}-{int(month):02}-{int(day):02}"
    return iso if _date(iso) else None


def plain_number(
    node: Scalar, path: Path, reading: Reading, text: str | None = None
) -> float | Unread:
    """A text as a number under YAML 1.2 core rules, or a finding with the way out."""
    text = node.text if text is None else text
    if _NUMBER.fullmatch(text) and len(text) <= _LONGEST_NUMBER:
        number = float(text)
        quoted = node.style is not Style.PLAIN and text is node.text
        if quoted:
            return reading.error("number.quoted", path, node, value=text, nearest=text)
        if isfinite(number):
            return number
    return _no_number(node, path, reading, text)


def _no_number(node: Scalar, path: Path, reading: Reading, text: str) -> Unread:
    value = written(node)
    if _COMMA.fullmatch(text):
        near = node.text.replace(",", ".")
        return reading.error("number.decimal_comma", path, node, value=value, nearest=near)
    if _NOT_FINITE.fullmatch(text) or _NUMBER.fullmatch(text):
        return reading.error("number.not_finite", path, node, value=value)
    bare = _SPACES.sub("", text).replace(",", ".")
    way_out = bare if _NUMBER.fullmatch(bare) and len(bare) <= _LONGEST_NUMBER else None
    return reading.error("number.form", path, node, value=value, nearest=way_out)
