"""Kinds of numbers: how a text is read when a number, a whole number or a share is asked for."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import Any

from taskmap.document.figures import bare_figure
from taskmap.document.kinds import One
from taskmap.document.reading import Reading, Unread, written
from taskmap.yamltext import Node, Path, Scalar, Style

_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_NOT_FINITE = re.compile(r"[-+]?\.?(?:inf|nan|infinity)", re.IGNORECASE)
_PERCENT = re.compile(r"(.*?)[ \u00a0\u202f]?%")
_LONGEST_NUMBER = 40


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

    above: bool = False  # nothing at all is not allowed
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
        if not 0 <= part <= (100 if percent else 1) or (self.above and part == 0):
            way_out = f"{part:g} %" if percent is None and 1 < part <= 100 else None
            return reading.error("share.range", path, node, value=node.text, nearest=way_out)
        # Rounded, so that 70 % is the same number as 0.7.
        return round(part / 100, 12) if percent else part

    def schema(self) -> dict[str, Any]:
        """A number 0 to 1, or per cent as text."""
        above = r"(?!0+(\.0+)?[^0-9.])" if self.above else ""
        pattern = rf"^{above}(100|[0-9]{{1,2}})(\.[0-9]+)?[ \u00a0\u202f]?%$"
        percent = {"type": "string", "pattern": pattern}
        low = "exclusiveMinimum" if self.above else "minimum"
        return {"anyOf": [{"type": "number", low: 0, "maximum": 1}, percent]}


@dataclass(frozen=True, slots=True)
class Exact(One):
    """A number or a share, kept as it is written: 2.2 is 11/5."""

    kind: Number | Share
    expected = "number"

    def value(self, node: Scalar, path: Path, reading: Reading) -> Fraction | Unread:
        """The number as a fraction, when it is one and within bounds."""
        return as_written(self.kind.value(node, path, reading), node)

    def schema(self) -> dict[str, Any]:
        """As of the number."""
        return self.kind.schema()


def as_written(number: float | Unread, node: Scalar) -> Fraction | Unread:
    """A number that was read, as the fraction its text says."""
    if isinstance(number, Unread):
        return number
    percent = _PERCENT.fullmatch(node.text)
    text, whole = (percent[1], 100) if percent else (node.text, 1)
    # What a binary number cannot tell from nothing is nothing; its fraction could fill the memory.
    return Fraction(text) / whole if number else Fraction(0)


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
    bare = bare_figure(text.replace("_", ""))
    way_out = bare if bare and len(bare) <= _LONGEST_NUMBER else None
    return reading.error("number.form", path, node, value=value, nearest=way_out)
