"""A follow-up as text: a new one, and one in which a measure says something else."""

from collections.abc import Mapping

from taskmap.document.as_written import as_written
from taskmap.document.editing.opened import opened
from taskmap.document.fields.followup import MEASURE
from taskmap.model.edit import EditValue
from taskmap.model.units import MeasureId
from taskmap.yamltext import Value, document_text

Said = dict[str, Value]


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
    there = opened(data)
    said = there.said
    found = said.get("measures")
    measures: list[Value] = found if isinstance(found, list) else []
    measure = next((m for m in measures if isinstance(m, dict) and m.get("id") == id_), None)
    if not isinstance(measure, dict):
        measure = {"id": id_}
        measures.append(measure)
    _put(measure, fields)
    return there.saying({**said, "measures": measures}).data


def _put(measure: Said, fields: Mapping[str, EditValue]) -> None:
    for field in MEASURE.fields:
        if field.name not in fields:
            continue
        value = fields[field.name]
        if value is None:
            measure.pop(field.name, None)
        else:
            measure[field.name] = as_written(value, field.kind, field.name)
