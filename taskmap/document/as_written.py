"""Values as a document writes them, by the kind of field they stand in."""

from collections.abc import Mapping
from datetime import date
from math import isfinite
from numbers import Real

from taskmap.document.kinds import Id, Kind, Text
from taskmap.document.shapes import ByShape, ListOf, Record, TableOf
from taskmap.errors import ValueNotWritable
from taskmap.model.edit import EditValue
from taskmap.yamltext import Plain, Value


def as_written(value: EditValue, kind: Kind | None, field: str) -> Value:
    """A value as the document says it.

    Args:
        value: as given; text stays text where words or names are asked for.
        kind: how the field is read; None for a field nobody knows.
        field: told where the value cannot be written.

    Raises:
        ValueNotWritable: nothing, or no number, within a list or table.
    """
    if isinstance(value, str):
        return value if kind is None or isinstance(kind, (Text, Id)) else Plain(value).settled
    if isinstance(value, bool):
        return Plain(str(value).lower())
    if isinstance(value, date):
        return Plain(value.isoformat()[:10])
    if isinstance(value, (int, float, Real)):
        return Plain(_number(float(value), field))
    if isinstance(value, Mapping):
        return {
            str(key): as_written(each, inner(kind, str(key)), f"{field}.{key}")
            for key, each in value.items()
        }
    if value is None:
        raise ValueNotWritable(value=field)
    return [as_written(each, inner(kind, ""), field) for each in value]


def inner(kind: Kind | None, step: str) -> Kind | None:
    """The kind of what stands inside, under a key or as an item."""
    if isinstance(kind, Record):
        known = kind.by_key.get(step)
        return known.kind if known else None
    if isinstance(kind, ListOf):
        return kind.item
    if isinstance(kind, TableOf):
        return kind.value
    if isinstance(kind, ByShape):
        return inner(kind.many, step) if kind.many else inner(kind.table, step)
    return kind


def _number(number: float, field: str) -> str:
    if not isfinite(number):
        raise ValueNotWritable(value=field)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
