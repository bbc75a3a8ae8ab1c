"""A fund as text in which a need says something else, or is new."""

from collections.abc import Mapping

from taskmap.document.as_written import as_written
from taskmap.document.editing.opened import opened
from taskmap.document.fields.need import NEED
from taskmap.model.edit import EditValue
from taskmap.model.fund import NeedId
from taskmap.yamltext import Value


def with_need(data: bytes, id_: NeedId, fields: Mapping[str, EditValue]) -> bytes:
    """The document with some fields of a need written anew; the rest stays as it is written.

    Args:
        data: the document.
        id_: of the need; a new one is put last.
        fields: by key; None takes a field away.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    said = there.said
    found = said.get("needs")
    needs: list[Value] = found if isinstance(found, list) else []
    need = next((each for each in needs if isinstance(each, dict) and each.get("id") == id_), None)
    if not isinstance(need, dict):
        need = {"id": id_}
        needs.append(need)
    for field in NEED.fields:
        if field.name in fields:
            value = fields[field.name]
            if value is None:
                need.pop(field.name, None)
            else:
                need[field.name] = as_written(value, field.kind, field.name)
    return there.saying({**said, "needs": needs}).data
