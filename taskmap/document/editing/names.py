"""A new id in place of an old one, wherever the document names it."""

from collections.abc import Iterator

from taskmap.document.editing.opened import Opened
from taskmap.document.reading import Reading
from taskmap.errors import NameTaken, NothingThere
from taskmap.yamltext import Scalar, Sequence, Table, fold, visible

# Where each kind of name is given: a list and the key of its items, or a table and its keys.
_GIVEN = {
    "task": ("tasks", "id"),
    "role": ("staffing", "role"),
    "band": ("bands", "id"),
    "volume": ("volumes", None),
}


def rename(document: Opened, what: str, old: str, new: str) -> Opened:
    """The document with another id for a task, role, band or volume.

    In a document that names tasks without having them, such as a question, only the references
    change, also those to a case of the task.

    Raises:
        NothingThere: the document has no such thing.
        NameTaken: something else has the name.
    """
    given = list(_given(document, what))
    holders = [node for node in given if visible(node.text) == visible(old)]
    part = document.root.get(_GIVEN[what][0])
    if not holders and part is not None:
        raise NothingThere(value=old)
    if any(fold(node.text) == fold(new) for node in given if node not in holders):
        raise NameTaken(value=new)
    names = dict.fromkeys(holders, new)
    for node, name in _references(document, what):
        if name == visible(old):
            names[node] = new
        elif what == "task" and name.startswith(f"{visible(old)}/"):
            names[node] = new + name[len(visible(old)) :]
    return document.renaming(names)


def _given(document: Opened, what: str) -> Iterator[Scalar]:
    part, key = _GIVEN[what]
    node = document.root.get(part)
    if key is None and isinstance(node, Table):
        yield from (entry.key for entry in node.entries)
    elif isinstance(node, Sequence):
        found = (item.get(key or "") for item in node.items if isinstance(item, Table))
        yield from (name for name in found if isinstance(name, Scalar))


def _references(document: Opened, what: str) -> Iterator[tuple[Scalar, str]]:
    """The texts that name something of a kind, as the fields of the document are read."""
    reading = Reading("", document.root)
    document.kind.values(document.root, (), reading)
    for reference in reading.references:
        if reference.what == what and isinstance(reference.node, Scalar):
            yield reference.node, reference.name
