"""What a document says, taken apart into the fields that are compared and merged each by itself.

A field of a task is one thing: who does it today makes 100 %, so two halves of it by two people
would be nobody's. Tables whose lines stand alone, such as volumes, are taken apart further.
"""

from typing import TypeAlias

from taskmap.yamltext import Value, named, visible

Path: TypeAlias = tuple[str, ...]

_LISTS = frozenset({"tasks", "staffing", "bands", "chains", "cases", "alternatives", "members"})
_TABLES = frozenset({"unit", "organisation", "volumes", "competences"})


def fields_of(path: Path, value: Value | None) -> dict[str, Value] | None:
    """What stands in a list by name, or in a table by key; None where it is one thing."""
    if isinstance(value, dict):
        return value if is_item(path) or not path or path[-1] in _TABLES else None
    if isinstance(value, list) and path and path[-1] in _LISTS and len(path) % 2:
        by_name = {visible(named(item)): item for item in value if _has_name(item)}
        return by_name if len(by_name) == len(value) else None
    return None


def is_item(path: Path) -> bool:
    """Whether an item of a list stands here: a task, a case of a task."""
    return len(path) > 1 and len(path) % 2 == 0 and path[-2] in _LISTS


def _has_name(item: Value) -> bool:
    return isinstance(item, dict) and bool({"id", "role", "organisation"} & item.keys())
