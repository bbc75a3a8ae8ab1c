"""Which documents of a place are one unit's, and which of others' name it."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from taskmap.access.register import Register
from taskmap.errors import UnitNotFound
from taskmap.model.units import UnitId
from taskmap.store.copying import names_in
from taskmap.store.port import Store
from taskmap.store.stored import Stored
from taskmap.workspace.opening import nearest

COLUMNS = "columns"


def owned(store: Store, unit: UnitId, place: Path) -> tuple[dict[str, Stored], tuple[str, ...]]:
    """The documents about a unit by name, those that were taken away too, and who else names it.

    Args:
        store: of the place.
        unit: its id.
        place: told where it is not there.

    Raises:
        UnitNotFound: nothing is about such a unit; values hold the nearest.
    """
    register = Register(store)
    kept = {name: found for name in names_in(store) if (found := register.kept(name))}
    ours = {name: found for name, found in kept.items() if register.whose(found).unit == unit}
    ours |= dict(_columns(ours, kept))
    if not ours:
        known = sorted(register.homes.organisations)
        raise UnitNotFound(unit=unit, folder=place.as_posix(), nearest=nearest(unit, known))
    named = (name for name, found in kept.items() if unit.encode() in found.data)
    return ours, tuple(name for name in named if name not in ours)


def _columns(ours: Iterable[str], kept: dict[str, Stored]) -> Iterator[tuple[str, Stored]]:
    """What is known of the columns of the unit's files, also where its mapping was taken away."""
    for name in ours:
        beside = str(PurePosixPath(name).with_suffix(f".{COLUMNS}.yaml"))
        if beside in kept:
            yield beside, kept[beside]
