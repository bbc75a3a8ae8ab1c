"""Into a document by the path of a field: values put in, in the order of the fields, and out."""

from collections.abc import Mapping

from taskmap.document.as_written import as_written, inner
from taskmap.document.kinds import Kind
from taskmap.document.shapes import ListOf, Record
from taskmap.errors import NotATable, NothingThere
from taskmap.model.edit import EditValue, FieldPath
from taskmap.yamltext import Plain, Value, named, visible

NOTHING = Plain("")


def put(said: Value, field: FieldPath, value: EditValue, kind: Kind | None) -> None:
    """Set or remove what stands at a path.

    Raises:
        NothingThere: an item on the way is not there.
        NotATable: a text stands on the way.
        ValueNotWritable: the value cannot be written there.
    """
    *way, last = tuple(field.split(".")) if isinstance(field, str) else field
    path = ".".join((*way, last))
    at = said
    for step in way:
        at, kind = _into(at, step, kind, path), inner(kind, step)
    if isinstance(at, list):
        _put_item(at, last, value, inner(kind, last), path)
    elif not isinstance(at, dict):
        raise NotATable(value=path)
    elif value is None:
        at.pop(last, None)
    else:
        place(at, last, as_written(value, inner(kind, last), path), kind)


def place(table: dict[str, Value], key: str, value: Value, kind: Kind | None) -> None:
    """Put a field into a table, a new one where the order of the record's fields has it."""
    if key in table or not isinstance(kind, Record) or key not in kind.by_key:
        table[key] = value
        return
    order = list(kind.by_key)
    before = frozenset(order[: order.index(key)])
    known = list(table)
    at = max((known.index(name) + 1 for name in known if name in before), default=len(known))
    items = list(table.items())
    items.insert(at, (key, value))
    table.clear()
    table.update(items)


def put_each(table: dict[str, Value], fields: Mapping[str, EditValue], kind: Record) -> None:
    """Set or remove several fields of a table, as they are given."""
    for key, given in fields.items():
        if given is None:
            table.pop(key, None)
        else:
            place(table, key, as_written(given, inner(kind, key), key), kind)


def find(items: Value | None, name: str) -> int | None:
    """Which item of a list is called so."""
    if not isinstance(items, list):
        return None
    names = [visible(named(item)) for item in items]
    return names.index(visible(name)) if visible(name) in names else None


def items_of(said: dict[str, Value], part: str, kind: Record) -> list[Value]:
    """A list of the document, made where the document has none."""
    items = said.get(part, NOTHING)
    if items == NOTHING:
        items = []
        place(said, part, items, kind)
    if not isinstance(items, list):
        raise NotATable(value=part)
    return items


def _into(at: Value, step: str, kind: Kind | None, path: str) -> Value:
    if isinstance(at, list):
        return at[_index(at, step)]
    if not isinstance(at, dict):
        raise NotATable(value=path)
    if at.get(step, NOTHING) == NOTHING:
        empty: Value = [] if isinstance(inner(kind, step), ListOf) else {}
        place(at, step, empty, kind)
    return at[step]


def _put_item(
    items: list[Value], name: str, value: EditValue, kind: Kind | None, path: str
) -> None:
    if value is None:
        index = find(items, name)
        if index is not None:
            del items[index]
        return
    written = as_written(value, kind, path)
    index = find(items, name)
    if index is None and named(written) == name:
        items.append(written)
    else:
        items[_index(items, name)] = written


def _index(items: list[Value], name: str) -> int:
    index = find(items, name)
    if index is None and name.isdecimal() and int(name) < len(items):
        index = int(name)
    if index is None:
        raise NothingThere(value=name)
    return index
