"""Everything that is kept of a document, to be taken in by another store."""

from dataclasses import dataclass
from hashlib import sha256

from taskmap.errors import VersionLost
from taskmap.model.version import Version


@dataclass(frozen=True, slots=True)
class Whole:
    """A document with every version.

    Args:
        versions: the first first.
        contents: what each of them held.
        stands: whether the last one is the document; otherwise it was taken away.
    """

    versions: tuple[Version, ...]
    contents: tuple[bytes, ...]
    stands: bool

    def proved(self, name: str) -> "Whole":
        """The same, once every content has been held against its digest.

        Raises:
            VersionLost: one is not what its version says.
        """
        for version, data in zip(self.versions, self.contents, strict=True):
            if sha256(data).hexdigest() != version.digest:
                raise VersionLost(file=name, version=version.number)
        return self

    @property
    def last_good(self) -> int | None:
        """Number of the last version without damage."""
        return next((v.number for v in reversed(self.versions) if v.damage is None), None)
