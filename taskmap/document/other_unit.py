"""A document beside a mapping that names another unit than the mapping's."""

from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.model.mapping import Mapping
from taskmap.yamltext import visible


def note_other_unit(kind: str, said: Values, mapping: Mapping, reading: Reading) -> None:
    """Warn where ``unit`` is another; ``kind`` is the document's, and begins the finding's code."""
    unit = said.get("unit", mapping.unit.id)
    if unit != visible(mapping.unit.id):
        reading.warn(f"{kind}.other_unit", ("unit",), value=unit, unit=mapping.unit.id)
