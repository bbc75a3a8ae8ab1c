"""What differs between two versions of a document, by task and field."""

from collections.abc import Iterator

from taskmap.document.editing.opened import opened
from taskmap.document.versions.fields_of import Path, fields_of
from taskmap.model.difference import Difference, Written
from taskmap.yamltext import Value, text_of


def differences(before: bytes, after: bytes) -> tuple[Difference, ...]:
    """What changed, came and went from one version to another, in the document's order.

    Two versions that differ in comments and layout alone have no differences.

    Raises:
        DocumentUnreadable: one of them cannot be read.
    """
    return tuple(_between((), opened(before).said, opened(after).said))


def _between(path: Path, before: Value | None, after: Value | None) -> Iterator[Difference]:
    if before == after:
        return
    old, new = fields_of(path, before), fields_of(path, after)
    if old is None or new is None:
        yield Difference(path, _shown(before), _shown(after))
        return
    for key in dict.fromkeys((*old, *new)):
        yield from _between((*path, key), old.get(key), new.get(key))


def _shown(value: Value | None) -> Written | None:
    return None if value is None else text_of(value)
