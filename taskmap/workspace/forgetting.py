"""What was registered of a unit, or all there is of it, made to be gone; a trace of it stays."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap.access.identity import LOCAL
from taskmap.document.editing.unmeasured import Unmeasured, may_hold_measured, unmeasured
from taskmap.errors import FileChanged, FileRemoved, TaskmapError, UnitNotFound
from taskmap.model.event import Deed, Event
from taskmap.model.unit import Country
from taskmap.model.units import Minutes, UnitId
from taskmap.store.places import store_at, trail_at
from taskmap.store.port import Store
from taskmap.store.stored import Stored
from taskmap.workspace import opening
from taskmap.workspace.owning import COLUMNS, owned

_TRIES = 5  # others' saves while something is forgotten
_MINUTES = frozenset({"mapping", "scenario"})  # kinds that may hold measured minutes


class What(StrEnum):
    """What shall be forgotten."""

    REGISTERED = "registered"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """A document that goes, or what goes of it.

    Args:
        file: its name.
        kind: of document.
        versions: that are kept of it now.
        stays: what it says afterwards; None: it goes as a whole.
        based_on: digest of what was seen; None: it was taken away before.
    """

    file: str
    kind: str
    versions: int
    stays: Unmeasured | None
    based_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What goes, or went.

    Args:
        unit: whose.
        what: was asked for.
        going: by name.
        named: documents of others that name the unit, and stay.
        begun: when somebody began this and did not come to the end of it; None: nobody did.
    """

    unit: UnitId
    what: What
    going: tuple[Going, ...]
    named: tuple[str, ...] = ()
    begun: datetime | None = None

    @property
    def versions(self) -> int:
        """Of all documents together."""
        return sum(each.versions for each in self.going)


def would_go(folder: Path, unit: UnitId, what: What) -> Forgotten:
    """What would be forgotten; nothing is changed.

    Raises:
        UnitNotFound: nothing here is about such a unit, and no trace says that it was forgotten.
        DocumentUnreadable: a mapping with measured minutes cannot be read.
    """
    store, begun = store_at(folder), _begun(folder, unit, what)
    try:
        ours, named = owned(store, unit, folder)
    except UnitNotFound:
        if begun is None:
            raise
        ours, named = {}, ()
    going = (_going(name, document, what, store) for name, document in ours.items())
    return Forgotten(
        unit=unit,
        what=what,
        going=tuple(sorted(filter(None, going), key=_last_mapping)),
        named=named,
        begun=begun,
    )


def forget(folder: Path, unit: UnitId, what: What, office: str, at: datetime) -> Forgotten:
    """Forget it, with every version, reason and copy set aside; the trail says that it was done.

    Ended in the middle, it is done again in the same way, and goes on where it stopped.

    Args:
        folder: where the documents lie.
        unit: whose.
        what: is forgotten.
        office: that asked for it, never a person's name.
        at: when.

    Raises:
        TaskmapError: as ``would_go``, or the place refuses.
    """
    found = would_go(folder, unit, what)
    trail = trail_at(folder)
    said = Event(
        at=at, who=LOCAL.subject, roles=(office,), deed=Deed.FORGETTING,
        local=True, unit=unit, kind=str(what),
    )  # fmt: skip
    trail.add(said)
    went = tuple(_forgotten(each, what, folder, office, at) for each in found.going)
    documents, versions = Counter[str](), Counter[str]()
    for each in went:
        documents[each.kind] += 1
        versions[each.kind] += each.versions
    for kind in sorted(documents):
        trail.add(
            replace(
                said, deed=Deed.FORGOTTEN, kind=kind,
                documents=documents[kind], versions=versions[kind],
            )
        )  # fmt: skip
    trail.add(replace(said, deed=Deed.FORGOTTEN))
    return replace(found, going=went)


def _last_mapping(going: Going) -> tuple[bool, str]:
    """Its mapping last: what is ended in the middle is still found by the unit's name."""
    return going.kind == "mapping", going.file


def _going(name: str, document: Stored, what: What, store: Store) -> Going | None:
    """What goes of a document; None: nothing."""
    kind, stays = document.kind or COLUMNS, None
    based_on = _digest(store, name)
    history = store.history(name)
    if what is What.REGISTERED and kind != "input":
        if kind not in _MINUTES:
            return None
        library = _library(document)
        stays = unmeasured(document.data, library)
        before = (_content(store, name, version.number) for version in history)
        if not stays.tasks and not any(map(_was_measured, before)):
            return None
        if based_on is None:
            stays = None  # taken away with measured minutes in it
    return Going(file=name, kind=kind, versions=len(history) or 1, stays=stays, based_on=based_on)


def _was_measured(data: bytes) -> bool:
    """Whether a version holds measured minutes, or may do so where it cannot be read."""
    if not may_hold_measured(data):
        return False
    try:
        return unmeasured(data, {}).tasks > 0
    except TaskmapError:
        return True


def _content(store: Store, name: str, number: int) -> bytes:
    try:
        return store.version(name, number)
    except TaskmapError:
        return b"\\"  # what cannot be read may hold anything


def _digest(store: Store, name: str) -> str | None:
    try:
        found = store.read(name)
    except FileRemoved:
        return None
    return found.digest


def _library(document: Stored) -> dict[str, Minutes]:
    """The library's minutes, of the country the document says; of a scenario none are known."""
    mapping, _ = opening.read(document.data, document.name)
    country: Country | None = mapping.unit.country if mapping else None
    tasks = catalogues.load(country).tasks.values() if country else ()
    return {task.code: task.minutes for task in tasks if task.minutes is not None}


def _forgotten(going: Going, what: What, folder: Path, office: str, at: datetime) -> Going:
    """Forget one document; somebody else may change it, or forget it first."""
    store = store_at(folder)
    for _ in range(_TRIES):
        try:
            versions = store.forget(
                going.file, going.stays.data if going.stays is not None else None,
                based_on=going.based_on, who=office, why="", at=at,
            )  # fmt: skip
        except FileChanged:
            document = store.read(going.file)
            again = _going(going.file, document, what, store)
            if again is None:
                return replace(going, versions=0)
            going = again
        except FileRemoved:
            going = replace(going, based_on=None, stays=None)
        else:
            return replace(going, versions=versions)
    raise FileChanged(file=going.file, based_on=going.based_on, digest=None)


def _begun(folder: Path, unit: UnitId, what: What) -> datetime | None:
    """When a forgetting was begun that nobody came to the end of."""
    begun: datetime | None = None
    for line in trail_at(folder).lines():
        event = line.event
        if event is None or event.unit != unit:
            continue
        if event.deed is Deed.FORGETTING and event.kind == what:
            begun = event.at
        elif event.deed is Deed.FORGOTTEN and event.kind == what:
            begun = None
    return begun
