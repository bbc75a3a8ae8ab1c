"""What any place for documents can do: a folder, or a database."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

from taskmap.model.version import Version
from taskmap.store.stored import Stored
from taskmap.store.whole import Whole


class Store(Protocol):
    """Documents by name, with every version they ever had. Clock and user are passed in.

    Attributes:
        root: its place; names are told from there.
    """

    root: Path

    def documents(self) -> Iterator[Stored]:
        """Every document in the order of their names; a damaged one tells what is wrong."""
        ...

    def missing(self) -> tuple[str, ...]:
        """Names of documents that were taken away and whose versions are kept."""
        ...

    def read(self, name: str) -> Stored:
        """One document as it stands."""
        ...

    def save(  # noqa: PLR0913 - everything a version tells
        self, name: str, data: bytes, *, based_on: str | None, who: str, why: str, at: datetime
    ) -> Version:
        """Make these bytes the next version of the document that has the digest ``based_on``."""
        ...

    def put_back(self, name: str, *, who: str, why: str, at: datetime) -> Version:
        """Let the last whole version of a damaged or missing document stand again."""
        ...

    def take_away(self, name: str, *, based_on: str) -> None:
        """Remove a document; its versions are kept."""
        ...

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
        """Keep nothing of a document, or only what it says from now on; how many versions went."""
        ...

    def history(self, name: str) -> tuple[Version, ...]:
        """Every version, the first first."""
        ...

    def version(self, name: str, number: int) -> bytes:
        """What a version held."""
        ...

    def whole(self, name: str) -> Whole:
        """Everything that is kept of a document, to be taken in elsewhere."""
        ...

    def take_in(self, name: str, whole: Whole) -> None:
        """Keep a document with its versions as they were elsewhere, or those that are new."""
        ...
