"""One document with its versions: saved, changed from outside, damaged, put back."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from taskmap.errors import (
    FileChanged,
    FileDamaged,
    FileRemoved,
    FileTooLarge,
    NotWritable,
    TaskmapError,
    VersionLost,
)
from taskmap.model.version import Damage, Version
from taskmap.store import contents, durable, journal, lock
from taskmap.store.disk import Disk
from taskmap.store.journal import State, Step
from taskmap.store.names import KEPT
from taskmap.store.refusing import refusing
from taskmap.store.stored import MAX_BYTES, Found, find

_ANYBODY = 0o222


@dataclass(frozen=True, slots=True)
class Change:
    """Who wants a document to say something else, when and why."""

    who: str
    why: str
    at: datetime


class History:
    """A document's versions, kept in a folder of their own beside it.

    Args:
        root: folder the name is told from; it exists.
        name: the document, as a path below the root.
        disk: where everything lies.
        seconds: so long a save waits for others' saves of the same document.
    """

    def __init__(self, root: Path, name: str, disk: Disk, seconds: float) -> None:
        self._seconds = seconds
        self._name = name
        self._path = root / name
        self._disk = disk
        self._new = self._path.with_name(f".{self._path.name}.new")
        above = self._path.relative_to(root).parents
        within = self._path.parent / KEPT / self._path.name
        self._contents = within / "versions"
        self._journal = within / "journal"
        self._lock = within / "lock"
        self._folders = (
            *(root / folder for folder in reversed(above) if folder.parts),
            within.parent,
            within,
            self._contents,
        )

    def state(self) -> State:
        """What the end of the journal says.

        Raises:
            OSError: it is there and cannot be read.
        """
        return journal.latest(self._lines())

    def versions(self) -> tuple[Version, ...]:
        """Every version, after a look at the document itself."""
        self.noticed()
        with refusing(self._name):
            return journal.read(self._lines()).versions

    def noticed(self) -> State:
        """What the journal says after a look at the document itself.

        A change from outside is taken in, and a save whose process died is ended. Where that
        cannot be done now, because somebody is saving or nothing may be written, it is done later.
        """
        with refusing(self._name):
            state = self.state()
        if not self._unsettled(state, find(self._path, self._disk)):
            return state
        with suppress(TaskmapError), self._changing(0):
            state, _ = self._settled()
        return state

    def save(self, data: bytes, *, based_on: str | None, change: Change) -> Version:
        """Make these bytes the next version.

        Args:
            data: all of the document.
            based_on: digest of what was changed; None: there was no document.
            change: who, when and why.

        Raises:
            FileChanged: the document is no longer what the change was based on.
            FileRemoved: it was taken away.
            FileDamaged: it cannot be read.
            FileTooLarge: more bytes than a document may have.
            TaskmapError: the disk refuses.
        """
        self._refuse_size(len(data))
        with self._changing(self._seconds):
            state, found = self._settled()
            self._refuse_size(len(found.data or b""))
            if found.damage is Damage.UNREADABLE:
                raise FileDamaged(file=self._name, version=state.last_good)
            if found.data == data:
                return state.versions[-1]  # the same save once more, or somebody's equal one
            self._refuse_other(found, based_on, state)
            return self._carry_out(state, found, data, change)

    def put_back(self, change: Change) -> Version:
        """Let the last whole version stand again where the document is damaged or gone.

        What cannot be read is given another name beside it; what can be read is a version itself.

        Raises:
            VersionLost: no whole version is kept.
            TaskmapError: the disk refuses.
        """
        with self._changing(self._seconds):
            if find(self._path, self._disk).damage is Damage.UNREADABLE:
                self._set_aside()
            state, found = self._settled()
            if found.data is not None and found.damage is None:
                return state.versions[-1]
            return self._carry_out(state, found, self._last_whole(), change)

    def take_away(self, *, based_on: str) -> None:
        """Remove the document; every version is kept, and the last one can be put back.

        Raises:
            FileChanged: the document is no longer what was seen.
            FileRemoved: it was taken away already.
            TaskmapError: the disk refuses.
        """
        with self._changing(self._seconds):
            state, found = self._settled()
            self._refuse_other(found, based_on, state)
            self._disk.remove(self._path)
            self._disk.sync_folder(self._path.parent)

    def content(self, number: int) -> bytes:
        """What a version held.

        Raises:
            VersionLost: no such version, or its content is damaged.
        """
        digests = {version.number: version.digest for version in self.versions()}
        if number not in digests:
            raise VersionLost(file=self._name, version=number)
        try:
            with refusing(self._name):
                return contents.read(self._disk, self._contents, digests[number])
        except contents.ContentLost as error:
            raise VersionLost(file=self._name, version=number) from error

    def gone(self) -> bool:
        """Whether versions are kept of a document that is no longer there."""
        with suppress(OSError):
            lost = find(self._path, self._disk) == Found(None)
            return lost and self.state().standing is not None
        return False

    def _lines(self) -> bytes:
        try:
            return self._disk.read(self._journal)
        except (FileNotFoundError, NotADirectoryError):
            return b""

    @contextmanager
    def _changing(self, seconds: float) -> Iterator[None]:
        """Hold the document's lock, with its folders there."""
        with refusing(self._name):
            for folder in self._folders:
                self._disk.make_folder(folder)
            with lock.held(self._lock, seconds):
                yield

    def _unsettled(self, state: State, found: Found) -> bool:
        if state.begun is not None:
            return found.damage is not Damage.UNREADABLE
        changed = found.digest not in (None, state.standing) and not found.too_large
        return changed and state.standing is not None

    def _settled(self) -> tuple[State, Found]:
        """The journal and the document, after what happened without us is written down."""
        state, found = self.state(), find(self._path, self._disk)
        if state.empty:
            durable.lay_out(self._disk, self._folders, self._journal)
        if found.damage is Damage.UNREADABLE or found.too_large:
            return state, found
        if state.begun is not None:
            state = self._ended(state, state.begun, found)
        if found.data is not None and found.digest != state.standing:
            state = self._taken_in(state, found.data, found)
        return state, found

    def _ended(self, state: State, begun: Version, found: Found) -> State:
        """Write down which version stands after a save whose process died."""
        durable.discard(self._disk, self._new)
        self._disk.sync_folder(self._path.parent)  # what we tell must survive as we tell it
        step = Step.LEFT if found.digest == begun.before else Step.STANDS
        return self._written(step, begun, state)

    def _taken_in(self, state: State, data: bytes, found: Found) -> State:
        """Write down a change that Taskmap did not make, and keep its content."""
        contents.keep(self._disk, self._contents, data)
        return self._written(Step.OUTSIDE, self._outside(state, data, found), state)

    def _outside(self, state: State, data: bytes, found: Found) -> Version:
        """What was found, as the next version by nobody."""
        return Version(
            number=state.next_number,
            digest=sha256(data).hexdigest(),
            before=state.standing,
            who=None,
            why="",
            at=found.at or self._disk.written(self._path),
            damage=found.damage if state.versions else None,
        )

    def _carry_out(self, state: State, found: Found, data: bytes, change: Change) -> Version:
        mode = None if found.data is None else self._disk.mode(self._path)
        if mode is not None and not mode & _ANYBODY:
            raise NotWritable(file=self._name)
        version = Version(
            number=state.next_number,
            digest=sha256(data).hexdigest(),
            before=found.digest,
            who=change.who,
            why=change.why,
            at=change.at,
        )
        contents.keep(self._disk, self._contents, data)
        state = self._written(Step.BEGUN, version, state)
        durable.prepare(self._disk, self._new, data, mode)
        self._refuse_late(found, version, state)
        durable.take_place(self._disk, self._new, self._path)
        with suppress(OSError):  # it stands already, and whoever comes next sees that it does
            self._written(Step.STANDS, version, state)
        return version

    def _written(self, step: Step, version: Version, state: State) -> State:
        durable.extend(self._disk, self._journal, journal.line(step, version, state))
        return journal.after(state, step, version)

    def _set_aside(self) -> None:
        """Give what cannot be read a name nobody opens."""
        number = self.state().next_number
        self._disk.rename(self._path, self._path.with_name(f"{self._path.name}.damaged-{number}"))
        self._disk.sync_folder(self._path.parent)

    def _last_whole(self) -> bytes:
        for version in reversed(journal.read(self._lines()).versions):
            with suppress(contents.ContentLost):
                if version.damage is None:
                    return contents.read(self._disk, self._contents, version.digest)
        raise VersionLost(file=self._name, version=None)

    def _refuse_size(self, size: int) -> None:
        if size > MAX_BYTES:
            raise FileTooLarge(file=self._name, bytes=size, limit=MAX_BYTES)

    def _refuse_other(self, found: Found, based_on: str | None, state: State) -> None:
        if found.digest == based_on:
            return
        if found.data is None:
            raise FileRemoved(file=self._name, version=state.last_good)
        raise FileChanged(file=self._name, based_on=based_on, digest=found.digest)

    def _refuse_late(self, found: Found, begun: Version, state: State) -> None:
        """Editors take no locks: look once more in the last moment."""
        now = find(self._path, self._disk)
        if now.digest != found.digest:
            durable.discard(self._disk, self._new)
            self._written(Step.LEFT, begun, state)
            raise FileChanged(file=self._name, based_on=found.digest, digest=now.digest)
