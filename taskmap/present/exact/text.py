"""The bytes of a JSON answer: one object, keys in the schema's order, equal for equal input."""

import json
from typing import Any

from taskmap.errors import Value

Object = dict[str, Any]


def as_text(answer: Object) -> str:
    """One JSON object as text, letters as they are, ended by a line break.

    Raises:
        ValueError: a number is not finite; JSON has no word for it.
    """
    return json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def hours(minutes: int) -> float:
    """Whole minutes as hours; four decimals give the minutes back exactly."""
    return round(minutes / 60, 4)


def number(value: float | None, decimals: int = 6) -> float | None:
    """A number without the noise of binary fractions; null where there is none."""
    return None if value is None else round(value, decimals)


def plain(value: Value) -> Any:
    """A value of a finding, ruling or note: tuples become lists, fractions lose their noise."""
    if isinstance(value, tuple):
        return list(value)
    return round(value, 6) if isinstance(value, float) else value
