"""Documents in a folder: which there are, what they say, and every version they ever had."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from taskmap.errors import FileRemoved, NameRefused
from taskmap.model.version import Damage, Version
from taskmap.store.disk import Disk
from taskmap.store.forgetting import Forgetting
from taskmap.store.history import Change
from taskmap.store.names import KEPT, KNOWN, is_name
from taskmap.store.refusing import refusing
from taskmap.store.stored import Stored, find, is_document, stored
from taskmap.store.whole import Whole


class Folder:
    """A folder of documents, read afresh on each call.

    Args:
        root: where they lie.
        disk: the operations it is read and written with.
        seconds: so long a save waits for others' saves of the same document.
    """

    def __init__(self, root: Path, disk: Disk | None = None, seconds: float = 30.0) -> None:
        self.root = root
        self._seconds = seconds
        self._disk = disk or Disk()

    def documents(self) -> Iterator[Stored]:
        """Every document below the root in the order of their names; links are not followed.

        One that is damaged comes with what is wrong with it, and the others come all the same.
        """
        for path in sorted(self._paths()):
            if path.is_file() and not path.is_symlink():
                found = self._stored(path, path.relative_to(self.root).as_posix())
                if found is not None and is_document(found):
                    yield found

    def missing(self) -> tuple[str, ...]:
        """Names of documents that were taken away and whose versions are kept."""
        gone: list[str] = []
        for above, folders, _ in os.walk(self.root):
            if Path(above).name == KEPT:
                beside = Path(above).parent.relative_to(self.root)
                names = ((beside / folder).as_posix() for folder in folders)
                gone += [name for name in names if self._kept(name).gone()]
                folders.clear()
        return tuple(sorted(gone))

    def read(self, name: str) -> Stored:
        """One document, after a change from outside has been taken into its versions.

        Raises:
            FileRemoved: it is not there; values hold its last whole version.
            NameRefused: no name of a document in this folder.
        """
        history = self._history(name)
        state = history.noticed()
        found = self._stored(self.root / name, name)
        if found is None:
            raise FileRemoved(file=name, version=state.last_good)
        return found

    def save(  # noqa: PLR0913 - everything a version tells
        self, name: str, data: bytes, *, based_on: str | None, who: str, why: str, at: datetime
    ) -> Version:
        """Make these bytes the document's next version, now and after any crash.

        Args:
            name: path from the root; folders on the way are made.
            data: all of the document.
            based_on: digest of what was changed; None: there was no document.
            who: who changed it.
            why: in their words.
            at: when.

        Raises:
            FileChanged: the document is no longer what the change was based on.
            FileRemoved: it was taken away meanwhile.
            FileDamaged: it cannot be read; ``put_back`` first.
            TaskmapError: what the disk refuses, with its own code; the old version stands.
        """
        return self._history(name).save(data, based_on=based_on, change=Change(who, why, at))

    def put_back(self, name: str, *, who: str, why: str, at: datetime) -> Version:
        """Let the last whole version of a damaged or missing document stand again.

        What was there is kept: as a version, or under another name where it cannot be read.

        Raises:
            VersionLost: no whole version is kept.
        """
        return self._history(name).put_back(Change(who, why, at))

    def take_away(self, name: str, *, based_on: str) -> None:
        """Remove a document whose versions are kept, so that it can be put back.

        Raises:
            FileChanged: the document is no longer what was seen.
            FileRemoved: it was taken away already.
            TaskmapError: what the disk refuses, with its own code.
        """
        self._history(name).take_away(based_on=based_on)

    def forget(  # noqa: PLR0913 - everything a version tells
        self,
        name: str,
        anew: bytes | None,
        *,
        based_on: str | None,
        who: str,
        why: str,
        at: datetime,
    ) -> int:
        """Keep nothing of a document, or nothing but what it says from now on.

        Args:
            name: path from the root.
            anew: all of the document, its only version; None: it goes with every version.
            based_on: digest of what was seen; None: there was no document.
            who: who asked for it.
            why: in their words.
            at: when.

        Returns:
            How many versions were kept until now.

        Raises:
            FileChanged: the document is no longer what was seen.
            TaskmapError: what the disk refuses, with its own code; the next one who comes ends it.
        """
        change = Change(who, why, at)
        return self._history(name).forget(anew, based_on=based_on, change=change)

    def history(self, name: str) -> tuple[Version, ...]:
        """Every version, the first first; none of a document that was never saved by Taskmap."""
        return self._history(name).versions()

    def version(self, name: str, number: int) -> bytes:
        """What a version held.

        Raises:
            VersionLost: no such version, or its content is damaged.
        """
        return self._history(name).content(number)

    def whole(self, name: str) -> Whole:
        """Everything that is kept of a document; one that was never saved is its own version 1.

        Raises:
            FileRemoved: nothing is kept of it.
            VersionLost: a content is damaged.
        """
        return self._history(name).whole()

    def take_in(self, name: str, whole: Whole) -> None:
        """Keep a document with its versions as they were elsewhere, or those that are new.

        Raises:
            FileChanged: there is one of that name whose versions are others.
            TaskmapError: what the disk refuses, with its own code.
        """
        self._history(name).take_in(whole)

    def _paths(self) -> Iterator[Path]:
        for above, folders, files in os.walk(self.root):
            folders[:] = [folder for folder in folders if folder != KEPT]
            yield from (Path(above, file) for file in files if Path(file).suffix.lower() in KNOWN)

    def _stored(self, path: Path, name: str) -> Stored | None:
        """A document as it lies there; None where there is none."""
        found = find(path, self._disk)
        if found.data is None and found.damage is None:
            return None
        damage, good = found.damage, None
        if damage is not None:
            good = self._last_good(name)
            # Of a file we know nothing about, its own reader tells what is wrong.
            damage = damage if good or damage is Damage.UNREADABLE else None
        return stored(path, name, found.data or b"", damage=damage, good=good)

    def _last_good(self, name: str) -> int | None:
        try:
            return self._kept(name).state().last_good
        except OSError:
            return None

    def _history(self, name: str) -> Forgetting:
        self._refuse_name(name)
        return self._kept(name)

    def _kept(self, name: str) -> Forgetting:
        return Forgetting(self.root, name, self._disk, self._seconds)

    def _refuse_name(self, name: str) -> None:
        """A name leads to a document below the root, by no link and no way round."""
        if not is_name(name):
            raise NameRefused(file=name)
        path = self.root / name
        with refusing(name):
            inside = path.parent.resolve().is_relative_to(self.root.resolve())
            if not inside or path.is_symlink() or path.is_dir():
                raise NameRefused(file=name)
