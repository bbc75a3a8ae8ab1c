"""Kinds of time: a time of day, and days of the week."""

import re
from dataclasses import dataclass
from typing import Any

from taskmap.document.kinds import Kind, One
from taskmap.document.reading import Reading, Unread, written
from taskmap.model.unit import DAYS
from taskmap.yamltext import Node, Path, Scalar, Sequence, fold

_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_OTHER_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]?([0-5]\d)?")


@dataclass(frozen=True, slots=True)
class Clock(One):
    """A time of day, ``07:30``, as minutes after midnight; ``24:00`` ends the day."""

    expected = "clock"

    def value(self, node: Scalar, path: Path, reading: Reading) -> int | Unread:
        """Minutes after midnight, 0 to 1440."""
        match = _CLOCK.fullmatch(node.text)
        minutes = int(match[1]) * 60 + int(match[2]) if match else 1441
        if minutes <= 1440:
            return minutes
        near = _clock_meant(node.text)
        return reading.error("clock.form", path, node, value=written(node), nearest=near)

    def schema(self) -> dict[str, Any]:
        """A time as text."""
        return {"type": "string", "pattern": "^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$"}


def _clock_meant(text: str) -> str | None:
    match = _OTHER_CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23:
        return None
    return f"{int(match[1]):02}:{match[2] or '00'}"


@dataclass(frozen=True, slots=True)
class Days(Kind):
    """Days of the week: ``mon-sun``, ``sat, sun`` or a list."""

    def read(self, node: Node, path: Path, reading: Reading) -> tuple[str, ...] | Unread:
        """The days in the week's order."""
        items = node.items if isinstance(node, Sequence) else [node]
        found: set[str] = set()
        for item in items:
            if not isinstance(item, Scalar):
                return reading.error("type.single", path, item, expected="days")
            days = _days(item.text)
            if not days:
                value, near = written(item), days_meant(item.text)
                return reading.error("days.form", path, item, value=value, nearest=near)
            found |= days
        return tuple(day for day in DAYS if day in found)

    def schema(self) -> dict[str, Any]:
        """A text such as ``mon-fri``, or a list of days."""
        day = f"({'|'.join(DAYS)})"
        part = f"{day}( ?- ?{day})?"
        text = {"type": "string", "pattern": f"^{part}( ?, ?{part})*$"}
        return {"anyOf": [text, {"type": "array", "items": text, "minItems": 1}]}


def _days(text: str) -> set[str]:
    found: set[str] = set()
    for part in text.split(","):
        ends = [end.strip() for end in part.split("-")]
        if len(ends) > 2 or any(end not in DAYS for end in ends):
            return set()
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        count = (last - first) % 7 + 1
        found |= {DAYS[(first + n) % 7] for n in range(count)}
    return found


_NORDIC = dict(
    zip(
        ("man", "tir", "ons", "tor", "fre", "lør", "søn", "mån", "tis", "lör", "sön"),
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon", "tue", "sat", "sun"),
        strict=True,
    )
)


def days_of(text: str) -> str:
    """Days in short: ``mon-fri`` rather than each one."""
    numbers = sorted(DAYS.index(day) for day in _days(text))
    whole = numbers and numbers == list(range(numbers[0], numbers[-1] + 1))
    if whole and len(numbers) > 2:
        return f"{DAYS[numbers[0]]}-{DAYS[numbers[-1]]}"
    return text


def days_in_text(text: str) -> int:
    """How many days of the week a text names."""
    return len(_days(text))


def days_meant(text: str) -> str | None:
    """Days written with Norwegian or Swedish names, as the document writes them."""
    meant = re.sub(r"\w+", lambda word: _NORDIC.get(fold(word[0])[:3], word[0]), text)
    return meant if _days(meant) else None
