"""A store whose changes leave a trace: who changed which kind of whose document, and into what."""

from collections.abc import Callable, Iterator
from datetime import datetime

from taskmap.access.belonging import belonging
from taskmap.access.tracing import Tracing
from taskmap.model.event import Deed
from taskmap.model.version import Version
from taskmap.store.port import Store
from taskmap.store.stored import Stored, stored
from taskmap.store.whole import Whole

_UNTOLD = "columns"  # kind of documents that do not say theirs


class Audited:
    """Documents as another store has them; every change that came about is written in the trail.

    Args:
        store: what is asked and changed, for one identity.
        tracing: writes the trail.
    """

    def __init__(self, store: Store, tracing: Tracing) -> None:
        self.root = store.root
        self._store = store
        self._tracing = tracing
        self.documents: Callable[[], Iterator[Stored]] = store.documents
        self.missing: Callable[[], tuple[str, ...]] = store.missing
        self.read: Callable[[str], Stored] = store.read
        self.history: Callable[[str], tuple[Version, ...]] = store.history
        self.version: Callable[[str, int], bytes] = store.version
        self.whole: Callable[[str], Whole] = store.whole

    def save(  # noqa: PLR0913 - everything a version tells
        self, name: str, data: bytes, *, based_on: str | None, who: str, why: str, at: datetime
    ) -> Version:
        """Make these bytes the next version of a document."""
        with self._tracing.refusals():
            version = self._store.save(
                name, data, based_on=based_on, who=who, why=why, at=at
            )  # fmt: skip
        self._tell(Deed.SAVED, name, data, version.number)
        return version

    def put_back(self, name: str, *, who: str, why: str, at: datetime) -> Version:
        """Let the last whole version of a document stand again."""
        with self._tracing.refusals():
            version = self._store.put_back(name, who=who, why=why, at=at)
        self._tell(Deed.PUT_BACK, name, self._store.read(name).data, version.number)
        return version

    def take_away(self, name: str, *, based_on: str) -> None:
        """Remove a document whose versions are kept."""
        with self._tracing.refusals():
            before = self._store.read(name).data
            self._store.take_away(name, based_on=based_on)
        self._tell(Deed.TAKEN_AWAY, name, before)

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
        """Keep nothing of a document, or only what it says; whoever asks for it tells of it."""
        with self._tracing.refusals():
            return self._store.forget(name, anew, based_on=based_on, who=who, why=why, at=at)

    def take_in(self, name: str, whole: Whole) -> None:
        """Keep a document with its versions as they were elsewhere."""
        with self._tracing.refusals():
            self._store.take_in(name, whole)
        self._tell(Deed.TAKEN_IN, name, whole.contents[-1], whole.versions[-1].number)

    def _tell(self, deed: Deed, name: str, data: bytes, revision: int | None = None) -> None:
        if not self._tracing.wanted():
            return
        document = stored(self._store.root / name, name, data)
        whose = belonging(document)
        self._tracing.tell(
            deed,
            unit=whose.unit or whose.partnership,
            kind=document.kind or _UNTOLD,
            revision=revision,
        )
