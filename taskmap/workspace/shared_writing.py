"""What a document that is shared is written with: a version more, and the last one taken back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from taskmap.errors import FileChanged
from taskmap.model.finding import Finding, Severity
from taskmap.model.version import Version
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.reach import Reach

Findings = Callable[[bytes], tuple[Finding, ...]]


class Seen(Protocol):
    """A document as somebody saw it: its name, where it lies, and the digest of its content."""

    @property
    def file(self) -> str:
        """As shown to a reader."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def digest(self) -> str:
        """Of its content."""


def write(  # noqa: PLR0913 - what a version is made of
    reach: Reach,
    seen: Seen,
    make: Callable[[bytes], bytes],
    findings: Findings,
    *,
    why: str,
    signed: Signed,
) -> Edited:
    """A version made of the document as it was seen; mistakes are told and not saved.

    Args:
        reach: of who writes.
        seen: the document.
        make: its text anew.
        findings: of a text, read as a document of its kind.
        why: what it is about.
        signed: who and when.

    Raises:
        FileChanged: somebody else wrote meanwhile.
        TaskmapError: the disk refuses.
    """
    store, name = reach.store(seen.path.parent), seen.path.name
    there = store.read(name)
    if there.digest != seen.digest:
        raise FileChanged(file=seen.file, based_on=seen.digest, digest=there.digest)
    new = make(there.data)
    wrong = tuple(f for f in findings(new) if f.severity is Severity.ERROR)
    if wrong:
        return Edited(findings=wrong)
    if new == there.data:
        return Edited()
    version = store.save(name, new, based_on=seen.digest, who=signed.who, why=why, at=signed.at)
    return Edited(version=version)


def last_and_before(reach: Reach, seen: Seen) -> tuple[Version, bytes] | None:
    """The last version and what stood before it; None where it was not made here."""
    store, name = reach.store(seen.path.parent), seen.path.name
    versions: Sequence[Version] = store.history(name)
    if len(versions) < 2 or versions[-1].digest != seen.digest or versions[-1].who is None:
        return None
    return versions[-1], store.version(name, versions[-2].number)
