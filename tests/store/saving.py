"""What the store's tests save, and what must hold of a folder whatever happened to it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from taskmap.errors import FileRemoved, TaskmapError
from taskmap.store.disk import Disk
from taskmap.store.folder import Folder

NAME = "north/ward.yaml"
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


class UnsyncedDisk(Disk):
    """A disk for what comes before and after, where no power is lost and nobody waits for it."""

    def sync(self, file):
        pass

    def sync_folder(self, folder):
        pass


def text(number):
    """A document that tells its number, long enough for more than one block on disk."""
    lines = "".join(f"# line {n} of content {number}\n" for n in range(300))
    return f"taskmap: mapping/1\nnumber: {number}\n{lines}".encode()


def digest(data):
    return None if data is None else sha256(data).hexdigest()


def save(folder, data, based_on, name=NAME):
    """Save what was changed from ``based_on``, both as bytes."""
    return folder.save(name, data, based_on=digest(based_on), who="Kari", why="talt på nytt", at=AT)


def standing(folder, name=NAME):
    """What the document holds; None where there is none."""
    try:
        return folder.read(name).data
    except FileRemoved:
        return None


@dataclass(frozen=True)
class Promise:
    """What was promised: contents acknowledged in order, and the one that was on its way."""

    acknowledged: tuple[bytes | None, ...]
    on_its_way: bytes | None = None


def broken(root, promise):
    """In what way a promise is broken, by looking and saving anew; None when it is kept."""
    try:
        return _broken(root, promise)
    except TaskmapError as error:
        return str(error)


def _broken(root, promise):
    folder = Folder(root, UnsyncedDisk())
    stands = standing(folder)
    if stands not in (promise.acknowledged[-1], promise.on_its_way):
        return f"stands {stands and stands[:40]!r}"
    names = [found.name for found in folder.documents()]
    if names != ([NAME] if stands is not None else []):
        return f"documents {names}"
    return _untrue(folder, stands) or _missing(folder, promise) or _not_saved(folder, stands)


def _untrue(folder, stands):
    """Whether the journal tells something else than what stands or is kept."""
    versions = folder.history(NAME)
    if versions and stands is not None and versions[-1].digest != digest(stands):
        return "the journal tells of another version"
    if [v.number for v in versions] != list(range(1, len(versions) + 1)):
        return f"numbers {[v.number for v in versions]}"
    if any(digest(folder.version(NAME, v.number)) != v.digest for v in versions):
        return "a content is not what its version says"
    return None


def _missing(folder, promise):
    """Whether what was acknowledged is among the versions, in order, or beside the document."""
    kept = [folder.version(NAME, v.number) for v in folder.history(NAME)]
    first, *saved = promise.acknowledged
    if kept and first is not None and kept[0] != first:
        return "what was there first is not version 1"
    aside = [path.read_bytes() for path in folder.root.rglob("*.damaged-*")]
    later = iter(kept)
    if not all(data in later for data in saved if data is not None and data not in aside):
        return "an acknowledged version is not in the history"
    return None


def _not_saved(folder, stands):
    further = b"taskmap: mapping/1\nfurther: 1\n"
    version = save(folder, further, stands)
    left = [path.name for path in folder.root.rglob("*new")]
    known = folder.history(NAME)[-1] == version and standing(folder) == further
    return None if known and not left else f"cannot go on: {version} {left}"
