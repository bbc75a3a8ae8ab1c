"""Whose a document is, by what it says itself: a unit's, or of a partnership's members."""

from collections.abc import Iterator
from dataclasses import dataclass

from taskmap.model.units import UnitId
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.yamltext import Node, Scalar, Sequence, Table, read, visible

_UNIT = "unit"
_OF_UNITS = frozenset({"question", "scenario", "input", "followup"})
_OF_PARTNERSHIPS = frozenset({"programme", "fund"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Whose a document says it is; one that says nothing is nobody's.

    Args:
        unit: that it maps, or is about.
        organisation: whose the unit is; of mappings alone.
        partnership: that it is, or belongs to.
        organisations: members; of partnerships alone.
        units: of the members; of partnerships alone.
    """

    unit: UnitId | None = None
    organisation: str | None = None
    partnership: str | None = None
    organisations: frozenset[str] = frozenset()
    units: frozenset[UnitId] = frozenset()


NOBODY = Belonging()

# By kind and content; ids alone, which only a guarded store looks at.
_SAID: Remembered[Belonging] = Remembered(20_000)


def belonging(stored: Stored) -> Belonging:
    """Whose a document says it is, read as its own reader reads it, once for each content."""
    return _SAID.get((stored.kind, stored.digest), lambda: _read(stored))


def _read(stored: Stored) -> Belonging:
    root, _ = read(stored.data, file=stored.name)
    if not isinstance(root, Table):
        return NOBODY
    if stored.kind == "partnership":
        return _partnership(root)
    if stored.kind in _OF_PARTNERSHIPS:
        return Belonging(partnership=_text(root, "partnership"))
    if stored.kind in _OF_UNITS:
        return Belonging(unit=_text(root, _UNIT))
    # One that says no kind may be a mapping with a broken first line.
    unit = root.get(_UNIT) if stored.kind in {"mapping", None} else None
    return Belonging(unit=_text(unit, "id"), organisation=_of(unit))


def _partnership(root: Table) -> Belonging:
    members = list(_items(root.get("members")))
    units = (each for member in members for each in _items(_under(member, "units")))
    return Belonging(
        partnership=_text(root, "id"),
        organisations=frozenset(filter(None, map(_of, members))),
        units=frozenset(visible(unit.text) for unit in units if isinstance(unit, Scalar)),
    )


def _of(node: Node | None) -> str | None:
    return _text(_under(node, "organisation"), "id")


def _text(node: Node | None, key: str) -> str | None:
    found = _under(node, key)
    return visible(found.text) if isinstance(found, Scalar) and found.text else None


def _under(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Table) else None


def _items(node: Node | None) -> Iterator[Node]:
    yield from node.items if isinstance(node, Sequence) else ()
