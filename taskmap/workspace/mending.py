"""A mapping that is damaged, broken or gone: its last version without errors, and the way back."""

from dataclasses import dataclass
from pathlib import Path

from taskmap.errors import FileRemoved, VersionLost
from taskmap.model.units import UnitId
from taskmap.model.version import Version
from taskmap.store.port import Store
from taskmap.workspace import opening
from taskmap.workspace.cards import Opened
from taskmap.workspace.editing import Signed
from taskmap.workspace.editing_steps import Kind, Mark
from taskmap.workspace.reach import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version that can stand again.

    Args:
        file: the document's name in the folder.
        version: the last one without errors.
        unit: whose mapping it is.
        name: of the unit.
    """

    file: str
    version: Version
    unit: UnitId
    name: str


class Mending:
    """Mappings brought back by whoever finds them broken; nothing that was there is lost."""

    folder: Path
    reach: Reach

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def last_whole(self, unit: UnitId) -> Kept | None:
        """The last version of a mapping without errors; None where none is kept.

        Raises:
            UnitNotFound: there is no such document; ``gone`` tells of those there were.
        """
        path = self.open(unit).path
        if not path.is_relative_to(self.folder):
            return None
        return _whole(self.reach.store(), path.relative_to(self.folder).as_posix())

    def gone(self) -> tuple[Kept, ...]:
        """Mappings whose files were taken away, and whose versions are kept."""
        store = self.reach.store()
        found = (_whole(store, file) for file in store.missing())
        return tuple(kept for kept in found if kept is not None)

    def bring_back(self, kept: Kept, signed: Signed) -> None:
        """Let that version stand again, as a new one.

        Raises:
            FileChanged: somebody else saved meanwhile.
            VersionLost: its content is damaged.
        """
        store, why = self.reach.store(), str(Mark(Kind.RESTORE, kept.version.number))
        data = store.version(kept.file, kept.version.number)
        if _unusable(store, kept.file):
            store.put_back(kept.file, who=signed.who, why=why, at=signed.at)
        now = store.read(kept.file).digest
        if now != kept.version.digest:
            store.save(kept.file, data, based_on=now, who=signed.who, why=why, at=signed.at)


def _whole(store: Store, file: str) -> Kept | None:
    for version in reversed(store.history(file)):
        mapping, _ = opening.read(_content(store, file, version), file)
        if mapping is not None:
            unit = mapping.unit
            return Kept(file=file, version=version, unit=unit.id, name=unit.name)
    return None


def _content(store: Store, file: str, version: Version) -> bytes:
    try:
        return store.version(file, version.number)
    except VersionLost:
        return b""


def _unusable(store: Store, file: str) -> bool:
    try:
        return store.read(file).damage is not None
    except FileRemoved:
        return True
