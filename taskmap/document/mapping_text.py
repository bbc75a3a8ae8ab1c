"""A mapping's tables as the text of a document, in the order of its fields."""

from collections.abc import Mapping
from typing import Any

from taskmap.document.as_written import as_written
from taskmap.document.fields.mapping import MAPPING
from taskmap.yamltext import document_text


def write_mapping(said: Mapping[str, Any]) -> str:
    """The tables of ``mapping_table``, or some like them, as a document.

    Args:
        said: fields by their keys; text, numbers, flags, dates, lists and tables.

    Raises:
        TextNotWritable: a text holds a character no document may hold.
        ValueNotWritable: nothing stands where a value should.
    """
    known = (field for field in MAPPING.fields if field.name in said)
    return document_text({f.name: as_written(said[f.name], f.kind, f.name) for f in known})
