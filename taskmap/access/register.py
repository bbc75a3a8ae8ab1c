"""What a store holds and whose it is, also of documents that are damaged or were taken away."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from taskmap.access.belonging import NOBODY, Belonging, belonging
from taskmap.access.homes import Homes, homes
from taskmap.errors import FileRemoved, TaskmapError
from taskmap.store.port import Store
from taskmap.store.stored import Stored, stored


class Register:
    """Whose the documents of a store are; the whole store is looked through once.

    Args:
        store: with every document there is, looked at by nobody but us.
        documents: in it, where they have been read already.
    """

    def __init__(self, store: Store, documents: Iterable[Stored] | None = None) -> None:
        self._store = store
        self._documents = documents

    @cached_property
    def homes(self) -> Homes:
        """Where its units are at home, and who shares in what."""
        found = self._store.documents() if self._documents is None else self._documents
        return homes((self.name(each.path), self._says(each)) for each in found)

    def name(self, path: Path) -> str:
        """A document's name in the store; as shown to readers it may be another."""
        return path.relative_to(self._store.root).as_posix()

    def whose(self, document: Stored) -> Belonging:
        """Whose a document is; its last version that tells decides where it does not."""
        return self._or_beside(self._says(document), document)

    def would_be(self, document: Stored) -> Belonging:
        """Whose a document would be that is not there yet."""
        return self._or_beside(belonging(document), document)

    def _or_beside(self, said: Belonging, document: Stored) -> Belonging:
        return said if said != NOBODY else self.homes.beside(self.name(document.path))

    def kept(self, name: str) -> Stored | None:
        """A document as it stands, or the last version that tells whose it was; None: neither.

        Raises:
            NameRefused: no name of a document.
        """
        try:
            found = self._store.read(name)
        except FileRemoved:
            untold = stored(self._store.root / name, name, b"")
            return self._last(name) or (untold if self._store.history(name) else None)
        return found if self._plain(found) else self._last(name) or found

    def is_named(self, ids: tuple[str | None, str | None]) -> bool:
        """Whether a document is about one of the ids, or was before it was taken away."""
        gone = (self._last(name) for name in self._store.missing())
        named = {name for each in gone if each for name in _ids(belonging(each))}
        return not (self.homes.named | named).isdisjoint(ids)

    def _says(self, document: Stored) -> Belonging:
        if self._plain(document):
            return belonging(document)
        last = self._last(self.name(document.path))
        return belonging(last) if last is not None else NOBODY

    @staticmethod
    def _plain(document: Stored) -> bool:
        """Whether a document tells by itself whose it is, or by its name."""
        if document.damage is not None:
            return False
        return document.kind == "columns" or belonging(document) != NOBODY

    def _last(self, name: str) -> Stored | None:
        for version in reversed(self._store.history(name)):
            try:
                data = self._store.version(name, version.number)
            except TaskmapError:
                continue
            found = stored(self._store.root / name, name, data)
            if self._plain(found):
                return found
        return None


def _ids(whose: Belonging) -> tuple[str, ...]:
    return tuple(filter(None, (whose.unit, whose.partnership)))
