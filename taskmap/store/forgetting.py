"""A document of which nothing is kept any longer, or nothing but what it says from now on.

What is to go is written down first, in a file of its own: a digest where the document goes on with
other content, nothing where it goes as a whole. Whoever comes next ends what somebody began, so a
forgetting that was broken off is never half of one for long.
"""

from dataclasses import replace
from hashlib import sha256

from taskmap.model.version import Damage
from taskmap.store import durable, journal
from taskmap.store.handing import Handing
from taskmap.store.history import Change
from taskmap.store.journal import State, Step
from taskmap.store.stored import Found

_NOTHING = ""


class Forgetting(Handing):
    """A document's versions, as they can be made to be gone."""

    def forget(self, anew: bytes | None, *, based_on: str | None, change: Change) -> int:
        """Keep no version, content, journal or set-aside copy of what was until now.

        Args:
            anew: what the document says from now on, as its only version; None: it goes too.
            based_on: digest of what was seen; None: there was no document.
            change: who, when and why.

        Returns:
            How many versions were kept until now.

        Raises:
            FileChanged: the document is no longer what was seen.
            TaskmapError: the disk refuses; what was begun is ended by whoever comes next.
        """
        if anew is not None:
            self._refuse_size(len(anew))
        with self._changing(self._seconds):
            state, found = self._settled()
            self._refuse_other(found, based_on, state)
            kept = len(journal.read(self._lines()).versions)
            stays = _NOTHING if anew is None else sha256(anew).hexdigest()
            self._put(self._mark, stays.encode("ascii"))
            if anew is not None:
                self._carry_out(state, found, anew, change)
            self._end()
            return kept

    def _unsettled(self, state: State, found: Found) -> bool:
        return self._begun() is not None or super()._unsettled(state, found)

    def _settled(self) -> tuple[State, Found]:
        if self._begun() is not None:
            self._end()
        return super()._settled()

    @property
    def _mark(self) -> str:
        return "forgetting"

    def _begun(self) -> str | None:
        """Digest of what stays; None: nobody began to forget."""
        try:
            return self._disk.read(self._journal.with_name(self._mark)).decode("ascii")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _end(self) -> None:
        """Carry out what was begun; where the document never came to say it, nothing is lost."""
        stays = self._begun() or _NOTHING
        if stays == _NOTHING:
            self._disk.remove(self._path)
            self._drop("")
            self._disk.remove(self._journal)
        else:
            state, found = super()._settled()
            if found.damage is Damage.UNREADABLE:
                return
            if found.digest == stays:
                self._begin_with(state)
                self._drop(stays)
        self._disk.sync_folder(self._journal.parent)
        self._disk.remove(self._journal.with_name(self._mark))
        self._disk.sync_folder(self._journal.parent)

    def _begin_with(self, state: State) -> None:
        """A journal that knows the last version alone, and not what stood before it."""
        first = replace(state.versions[-1], before=None)
        self._put(self._journal.name, journal.line(Step.STANDS, first, journal.read(b"")))

    def _drop(self, stays: str) -> None:
        """Every content but one, and every copy that was set aside or left behind."""
        beside = self._path.parent
        self._disk.remove(self._new)
        for path in beside.glob(f"{self._path.name}.damaged-*"):
            self._disk.remove(path)
        self._disk.sync_folder(beside)
        for path in self._contents.iterdir():
            if path.name != stays:
                self._disk.remove(path)
        self._disk.sync_folder(self._contents)

    def _put(self, name: str, data: bytes) -> None:
        """A file beside the journal, whole or not at all."""
        new = self._journal.with_name(f"{name}.new")
        durable.prepare(self._disk, new, data)
        durable.take_place(self._disk, new, self._journal.with_name(name))
