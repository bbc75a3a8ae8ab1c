"""A fund as text in which a need says something else, or is new."""

from collections.abc import Mapping

from taskmap.document.editing.opened import opened
from taskmap.document.entries import entries_of, entry_of, say_anew
from taskmap.document.fields.need import NEED
from taskmap.model.edit import EditValue
from taskmap.model.fund import NeedId


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
    needs = entries_of(said.get("needs"))
    say_anew(entry_of(needs, "id", id_), fields, NEED)
    return there.saying({**said, "needs": needs}).data
