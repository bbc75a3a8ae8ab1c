"""Where documents lie, seen as a whole: made ready, copied, kept in a file and brought back."""

import errno
import os
from datetime import datetime
from pathlib import Path

from taskmap.access.identity import LOCAL
from taskmap.access.tracing import Tracing
from taskmap.errors import AddressRefused, TaskmapError
from taskmap.model.event import Deed
from taskmap.model.units import UnitId
from taskmap.store import places
from taskmap.store.address import address, in_database, written
from taskmap.store.backup import backup, restore
from taskmap.store.copying import Copied, Progress, copy
from taskmap.store.port import Store
from taskmap.workspace.owning import owned

__all__ = [
    "Copied",
    "answers",
    "back_up",
    "bring_in",
    "copy_all",
    "hand_out",
    "is_database",
    "prepare",
    "there",
    "written",
]


def is_database(place: Path) -> bool:
    """Whether a place is in a database; its address is looked at, not the database.

    Raises:
        AddressRefused: it names no database, or holds a password.
    """
    if in_database(place):
        address(place)
    return in_database(place)


def answers(place: Path) -> bool:
    """Whether documents can be had from a place now."""
    try:
        places.store_at(place).missing()
    except TaskmapError:
        return False
    return is_database(place) or place.is_dir()


def prepare(place: Path) -> None:
    """Make a database ready for this edition of Taskmap; what is in it stays.

    Raises:
        AddressRefused: the place is no database.
        TaskmapError: the database refuses.
    """
    if not places.prepare(place):
        raise AddressRefused(place=place.as_posix())


def copy_all(source: Path, target: Path, at: datetime, told: Progress | None = None) -> Copied:
    """Copy every document with every version to another place, and prove that it is there.

    Raises:
        OSError: there is no such folder.
        TaskmapError: one of the places refuses.
    """
    copied = copy(there(source), _made(target), told)
    for place in (source, target):
        _traced(place, Deed.COPIED, copied, at)
    return copied


def back_up(source: Path, file: Path, at: datetime, told: Progress | None = None) -> Copied:
    """Write every document with every version to one file.

    Raises:
        OSError: there is no such folder.
        TaskmapError: the place or the disk refuses.
    """
    return _traced(source, Deed.BACKED_UP, backup(there(source), file, at, told), at)


def hand_out(
    place: Path, unit: UnitId, file: Path, at: datetime, told: Progress | None = None
) -> Copied:
    """Write every document about one unit with every version to one file, as a backup.

    Raises:
        OSError: there is no such folder.
        UnitNotFound: nothing at the place is about such a unit.
        TaskmapError: the place or the disk refuses.
    """
    names = owned(there(place), unit, place)[0]
    copied = backup(places.store_at(place), file, at, told, names)
    return _traced(place, Deed.UNIT_HANDED_OUT, copied, at, unit=unit, ending=file.suffix)


def bring_in(file: Path, target: Path, at: datetime, told: Progress | None = None) -> Copied:
    """Fill an empty place from such a file.

    Raises:
        OSError: there is no such file.
        BackupRefused: the file is none, or not whole.
        StoreNotEmpty: there are documents already.
    """
    if not file.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), file.as_posix())
    return _traced(target, Deed.RESTORED, restore(file, _made(target), told), at)


def there(source: Path) -> Store:
    """The store at a place that is there.

    Raises:
        OSError: there is no such folder.
        TaskmapError: the place names no database.
    """
    if not (in_database(source) or source.is_dir()):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), source.as_posix())
    return places.store_at(source)


def _traced(place: Path, deed: Deed, copied: Copied, at: datetime, **said: str) -> Copied:
    """What was copied, once the trail of the place tells of it where there is one."""
    tracing = Tracing(trail=places.trail_at(place), identity=LOCAL, clock=lambda: at)
    tracing.tell(deed, documents=copied.documents, versions=copied.versions, **said)
    return copied


def _made(target: Path) -> Store:
    """The store at a place, whose folder or tables are made where there are none."""
    if not places.prepare(target):
        target.mkdir(parents=True, exist_ok=True)
    return places.store_at(target)
