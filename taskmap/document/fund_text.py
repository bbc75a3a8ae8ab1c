"""A fund as text in which a need says something else, or is new."""

from collections.abc import Mapping

from taskmap.document.entries import with_entry
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
    return with_entry(data, "needs", ("id", id_), fields, NEED)
