"""What any place for documents can do: a folder now, a database later."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from taskmap.model.version import Version
from taskmap.store.stored import Stored


class Store(Protocol):
    """Documents by name, with every version they ever had. Clock and user are passed in."""

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

    def history(self, name: str) -> tuple[Version, ...]:
        """Every version, the first first."""
        ...

    def version(self, name: str, number: int) -> bytes:
        """What a version held."""
        ...
