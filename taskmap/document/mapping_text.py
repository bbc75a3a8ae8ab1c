"""A mapping's tables as the text of a document, in the order of its fields."""

import json
import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from taskmap.document.fields.mapping import MAPPING

# Other text stands in quotes: a reader might take it for a number, a flag or nothing.
_PLAIN = re.compile(r"[^\W\d_][\w.-]*(/\d+)?|\d{4}-\d\d-\d\d|\d\d:\d\d|\d+(\.\d+)? %")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_WIDE = 100


def write_mapping(said: Mapping[str, Any]) -> str:
    """The tables of ``mapping_table``, or some like them, as a document.

    Args:
        said: fields by their keys; text, numbers, flags, dates, lists and tables.
    """
    known = {f.name: said[f.name] for f in MAPPING.fields if f.name in said}
    return "".join(f"{key}:{_below(value, 0)}\n" for key, value in known.items())


def _below(value: Any, indent: int) -> str:
    """A value after its key: beside it where that is short, else with a line for each part."""
    line = inline(value)
    short = len(line) + indent < _WIDE and indent
    if isinstance(value, dict) and value and not short:
        return "".join(_line(key, each, indent + 2) for key, each in value.items())
    if isinstance(value, list) and any(isinstance(each, dict) for each in value) and not short:
        lead = " " * (indent + 2)
        return "".join(f"\n{lead}- {_item(each, indent + 4)}" for each in value)
    return f" {line}"


def _item(value: Any, indent: int) -> str:
    """One part of a list: on one line where that is short, else a line for each field."""
    line = inline(value)
    if not isinstance(value, dict) or len(line) + indent < _WIDE:
        return line
    return "".join(_line(key, each, indent) for key, each in value.items()).lstrip()


def _line(key: str, value: Any, indent: int) -> str:
    return f"\n{' ' * indent}{inline(key)}:{_below(value, indent)}"


def inline(value: Any) -> str:
    """A value on one line."""
    match value:
        case dict():
            inner = ", ".join(f"{inline(key)}: {inline(each)}" for key, each in value.items())
            return f"{{{inner}}}"
        case list() | tuple():
            return f"[{', '.join(map(inline, value))}]"
        case str():
            return _text(value)
        case _:
            return _bare(value)


def _bare(value: float | date | time) -> str:
    """A flag, a number, a day or a time of day."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()[:10]
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _text(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
