"""Items of a document's own lists that were read before, when it is read again after an edit.

A tree read again shares the items that no edit touched and that stand where they stood. Such an
item, of the same kind at the same path, says what it said.
"""

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from taskmap.document.kinds import Kind
from taskmap.document.reading import Reading, Reference
from taskmap.yamltext import Path, Table


@dataclass(frozen=True, slots=True)
class _Known:
    """What an item says, and the names in it that are looked up when everything is read."""

    kind: Kind
    path: Path
    value: Any
    references: tuple[Reference, ...]


_KNOWN: "WeakKeyDictionary[Table, _Known]" = WeakKeyDictionary()


def read_once(kind: Kind, item: Table, path: Path, reading: Reading) -> Any:
    """What an item says; only one nothing was found wrong with is known afterwards."""
    known = _KNOWN.get(item)
    if known is not None and known.kind is kind and known.path == path:
        reading.references.extend(known.references)
        return known.value
    found, broken, before = len(reading.findings), len(reading.broken), len(reading.references)
    value = kind.read(item, path, reading)
    if len(reading.findings) == found and len(reading.broken) == broken:
        _KNOWN[item] = _Known(kind, path, value, tuple(reading.references[before:]))
    return value
