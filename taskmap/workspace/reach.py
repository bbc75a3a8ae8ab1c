"""What one identity reaches: the store at a place, and files by path where they may be named."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from taskmap.access.audited import Audited
from taskmap.access.guarded import Clock, Guarded
from taskmap.access.identity import LOCAL, Identity
from taskmap.access.rights import Action, demand, may
from taskmap.access.tracing import Tracing
from taskmap.errors import AccessDenied
from taskmap.model.event import Deed
from taskmap.model.units import UnitId
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
            return Audited(found, self.tracing)
        inside = found.root.is_relative_to(self.folder)
        if not inside or ".." in found.root.relative_to(self.folder).parts:
            raise AccessDenied
        above = places.store_at(self.folder)
        return Audited(Guarded(found, above, self.identity, self.clock), self.tracing)

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

    @property
    def tracing(self) -> Tracing:
        """What writes the trail of the place for whoever asks."""
        return Tracing(
            trail=places.trail_at(self.folder), identity=self.identity, clock=self.clock
        )  # fmt: skip

    @contextmanager
    def handing_out(
        self, kind: str, ending: str, unit: UnitId | None = None, *, outside: bool = False
    ) -> Iterator[None]:
        """Let a file be made that leaves the service; nobody gets it before the trail says so.

        Args:
            kind: of paper or file.
            ending: of the file.
            unit: whose; None: several units'.
            outside: whether it is made for readers outside the unit.

        Raises:
            AccessDenied: their roles do not allow it.
            AccessExpired: their time has ended.
            TaskmapError: the trail cannot be written.
        """
        said = {"unit": unit and _named(unit), "kind": kind, "ending": ending}
        with self.tracing.refusals(**said):
            self.demand(Action.EXPORT)
        yield
        self.tracing.tell(Deed.HANDED_OUT, outside=outside, **said)

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


def _named(unit: str | Path) -> str:
    """A unit's id, or the name of its file without the folders above it."""
    return Path(unit).name
