"""A document handed to another store with all its versions, and taken over from one."""

from taskmap.errors import FileChanged, FileDamaged, FileRemoved
from taskmap.model.version import Damage
from taskmap.store import contents, durable, journal
from taskmap.store.history import History
from taskmap.store.journal import State, Step
from taskmap.store.refusing import refusing
from taskmap.store.stored import find
from taskmap.store.whole import Whole


class Handing(History):
    """A document's versions, as they can leave the folder and come into it."""

    def whole(self) -> Whole:
        """Everything that is kept; a document nobody has saved is its own version 1.

        Raises:
            FileRemoved: nothing is kept.
            FileDamaged: the document cannot be read.
            VersionLost: a content is damaged.
        """
        told = self.versions()
        with refusing(self._name):
            found = find(self._path, self._disk)
        if found.damage is Damage.UNREADABLE or found.too_large:
            raise FileDamaged(file=self._name, version=told[-1].number if told else None)
        if told:
            held = tuple(self.content(version.number) for version in told)
            return Whole(told, held, found.data is not None)
        if found.data is None:
            raise FileRemoved(file=self._name, version=None)
        first = self._outside(journal.read(b""), found.data, found)
        return Whole((first,), (found.data,), stands=True)

    def take_in(self, whole: Whole) -> None:
        """Keep versions as they were elsewhere, or those of them that are new here.

        Raises:
            FileChanged: what is here is not how they begin.
            TaskmapError: the disk refuses.
        """
        with self._changing(self._seconds):
            state, found = self._settled()
            known = journal.read(self._lines()).versions
            if known != whole.versions[: len(known)]:
                raise FileChanged(file=self._name, based_on=None, digest=found.digest)
            self._write_down(whole, len(known), state)
            if whole.stands:
                durable.prepare(self._disk, self._new, whole.contents[-1])
                durable.take_place(self._disk, self._new, self._path)
            else:
                self._disk.remove(self._path)

    def _write_down(self, whole: Whole, known: int, state: State) -> None:
        for version, data in list(zip(whole.versions, whole.contents, strict=True))[known:]:
            contents.keep(self._disk, self._contents, data)
            step = Step.OUTSIDE if version.who is None else Step.STANDS
            state = self._written(step, version, state)
