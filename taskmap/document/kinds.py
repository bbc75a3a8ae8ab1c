"""Kinds of single values: how a text is read when words, an id, a flag or a date is asked for.

YAML 1.2 core rules by the field's kind: ``NO`` stays text where text is asked, and is a finding
where a number is. Only plain (unquoted) text is read as anything but text.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from taskmap.document.nearest import nearest
from taskmap.document.reading import Reading, Unread, written
from taskmap.yamltext import Node, Path, Scalar, Style, visible

_NULLS = {"", "~", "null", "Null", "NULL"}


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
        if not _ID.fullmatch(name) or _hides(node.text):
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
