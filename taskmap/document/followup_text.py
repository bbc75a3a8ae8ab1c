"""A follow-up as text: a new one, and one in which something else is said."""

from collections.abc import Mapping

from taskmap.document.editing.opened import opened
from taskmap.document.entries import Said, entries_of, entry_of, say_anew, with_entry
from taskmap.document.fields.followup import MEASURE
from taskmap.document.fields.indicator import INDICATOR
from taskmap.document.fields.participation import PARTICIPATION
from taskmap.document.shapes import ListOf, Record
from taskmap.model.edit import EditValue
from taskmap.model.units import MeasureId
from taskmap.yamltext import Value, document_text


def new_followup(unit: str) -> bytes:
    """A follow-up in which nothing is decided yet."""
    return document_text({"taskmap": "followup/1", "unit": unit, "measures": []}).encode()


def with_measure(data: bytes, id_: MeasureId, fields: Mapping[str, EditValue]) -> bytes:
    """The document with some fields of a measure written anew; the rest stays as it is written.

    Args:
        data: the document.
        id_: of the measure; a new one is put last.
        fields: by key; None takes a field away.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    return with_entry(data, "measures", ("id", id_), fields, MEASURE)


def without_measure(data: bytes, id_: MeasureId) -> bytes:
    """The document without a measure; the rest stays as it is written."""
    there = opened(data)
    said = there.said
    kept = [each for each in entries_of(said.get("measures")) if _id(each) != id_]
    return there.saying({**said, "measures": kept}).data


def with_indicator(data: bytes, kind: str, fields: Mapping[str, EditValue]) -> bytes:
    """The document with an indicator added or written anew; the rest stays."""
    return with_entry(data, "indicators", ("kind", kind), fields, INDICATOR)


def with_participation(data: bytes, part: str, id_: str, fields: Mapping[str, EditValue]) -> bytes:
    """The document with an entry of participation added or written anew; the rest stays.

    Args:
        data: the document.
        part: list it stands in: meetings, comments, holds or duties.
        id_: of the entry; a duty's own. A new one is put last.
        fields: by key; None takes a field away.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    said = there.said
    found = said.get("participation")
    having_a_say: Said = found if isinstance(found, dict) else {}
    entries = entries_of(having_a_say.get(part))
    kind = PARTICIPATION.by_key[part].kind
    record = kind.item if isinstance(kind, ListOf) else kind
    if not isinstance(record, Record):
        raise TypeError(f"{part} is no list of records")
    say_anew(entry_of(entries, "duty" if part == "duties" else "id", id_), fields, record)
    return there.saying({**said, "participation": {**having_a_say, part: entries}}).data


def _id(item: Value) -> Value | None:
    return item.get("id") if isinstance(item, dict) else None
