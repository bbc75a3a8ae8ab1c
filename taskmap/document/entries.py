"""Entries of a document's lists as they are said: found by name, and said anew field by field."""

from collections.abc import Mapping

from taskmap.document.as_written import as_written
from taskmap.document.editing.opened import opened
from taskmap.document.shapes import Record
from taskmap.model.edit import EditValue
from taskmap.yamltext import Value

Said = dict[str, Value]


def entries_of(found: Value | None) -> list[Value]:
    """What stands in a list; nothing where no list is said."""
    return found if isinstance(found, list) else []


def entry_of(entries: list[Value], key: str, id_: str) -> Said:
    """The entry of that name; a new one is put last.

    Args:
        entries: as the document says them.
        key: of the field that holds the name.
        id_: the name.
    """
    same = (each for each in entries if isinstance(each, dict) and each.get(key) == id_)
    there = next(same, None)
    if isinstance(there, dict):
        return there
    new: Said = {key: id_}
    entries.append(new)
    return new


def say_anew(entry: Said, fields: Mapping[str, EditValue], record: Record) -> None:
    """Let an entry say some fields anew, in the record's order.

    Args:
        entry: as the document says it.
        fields: by key; None takes a field away.
        record: the fields an entry has.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    for field in record.fields:
        if field.name not in fields:
            continue
        value = fields[field.name]
        if value is None:
            entry.pop(field.name, None)
        else:
            entry[field.name] = as_written(value, field.kind, field.name)


def with_entry(
    data: bytes,
    part: str,
    known_by: tuple[str, str],
    fields: Mapping[str, EditValue],
    record: Record,
) -> bytes:
    """A document with some fields of an entry written anew; the rest stays as it is written.

    Args:
        data: the document.
        part: list the entry stands in.
        known_by: key and value of the entry; a new one is put last.
        fields: by key; None takes a field away.
        record: what kind of entry it is.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    entries = entries_of(there.said.get(part))
    say_anew(entry_of(entries, *known_by), fields, record)
    return there.saying({**there.said, part: entries}).data
