"""What one identity reaches: the store at a place, and files by path where they may be named."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from taskmap.access.guarded import Clock, Guarded
from taskmap.access.identity import LOCAL, Identity
from taskmap.access.rights import Action, demand, may
from taskmap.errors import AccessDenied
from taskmap.store import places
from taskmap.store.port import Store
from taskmap.store.stored import Stored


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The only way from the hall to a store.

    Args:
        folder: where the documents lie.
        identity: who asks.
        files: whether files anywhere on this machine may be named; to the one at its keyboard
            alone.
        clock: tells the time, against which somebody's time ends.
    """

    folder: Path
    identity: Identity = LOCAL
    files: bool = True
    clock: Clock = now

    @property
    def local(self) -> bool:
        """Whether the one at the keyboard asks."""
        return self.identity is LOCAL

    def store(self, place: Path | None = None) -> Store:
        """The documents at a place, or in a folder of it; None: at the place.

        Raises:
            AccessDenied: it lies elsewhere, and somebody else than the one at the keyboard asks.
        """
        found = places.store_at(self.folder if place is None else place)
        if self.local:
            return found
        inside = found.root.is_relative_to(self.folder)
        if not inside or ".." in found.root.relative_to(self.folder).parts:
            raise AccessDenied
        return Guarded(found, places.store_at(self.folder), self.identity, self.clock)

    def read(self, path: Path, name: str | None = None) -> Stored:
        """One document by its whole path; arguments and refusals as of ``places.read``."""
        if self.local:
            return places.read(path, name)
        return replace(self.store(path.parent).read(path.name), name=name or path.as_posix())

    def file(self, name: str | Path) -> Stored | None:
        """A file somebody names by its path; None where there is none, or none may be named."""
        path = Path(name)
        if not (self.files and self.local and path.is_file()):
            return None
        return places.read(path)

    def may(self, action: Action) -> bool:
        """Whether somebody's roles allow an action."""
        return may(self.identity, action)

    def demand(self, action: Action) -> None:
        """Let nobody on who may not.

        Raises:
            AccessDenied: their roles do not allow it.
            AccessExpired: their time has ended.
        """
        self.identity.check(self.clock())
        demand(self.identity, action)
