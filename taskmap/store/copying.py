"""Every document with every version, copied to another store and read back to prove it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

from taskmap.errors import TaskmapError, VersionLost
from taskmap.store.port import Store
from taskmap.store.whole import Whole

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What came of a copy.

    Args:
        documents: those that were copied, read back and found the same.
        versions: of these documents, together.
        taken_away: how many of them are kept as taken away.
        refused: those that were not, by name, with why.
        seal: SHA-256 over names, numbers and digests of all that was copied.
    """

    documents: int
    versions: int
    taken_away: int
    refused: tuple[tuple[str, TaskmapError], ...]
    seal: str


def copy(
    source: Store,
    target: Store,
    told: Progress | None = None,
    only: Collection[str] | None = None,
) -> Copied:
    """Copy everything that is kept, the last version and those before; what is there stays.

    A copy that was broken off goes on where it stopped: what is the same already is left.

    Args:
        source: read alone.
        target: may hold other documents, and the same ones up to an earlier version.
        told: called with how many are done, of how many.
        only: names of the documents; None: all.
    """
    names = names_in(source) if only is None else sorted(only)
    wholes: list[tuple[str, Whole]] = []
    refused: list[tuple[str, TaskmapError]] = []
    for number, name in enumerate(names, 1):
        try:
            wholes.append((name, _copied(name, source, target)))
        except TaskmapError as error:
            refused.append((name, error))
        if told is not None:
            told(number, len(names))
    return Copied(
        documents=len(wholes),
        versions=sum(len(whole.versions) for _, whole in wholes),
        taken_away=sum(not whole.stands for _, whole in wholes),
        refused=tuple(refused),
        seal=_seal(wholes),
    )


def is_empty(store: Store) -> bool:
    """Whether a store keeps nothing, not even of documents that were taken away."""
    return next(store.documents(), None) is None and not store.missing()


def names_in(store: Store) -> list[str]:
    """Names of all documents, those that were taken away among them."""
    # Of the path, since a name that cannot be shown is told otherwise than it is.
    here = (found.path.relative_to(store.root).as_posix() for found in store.documents())
    return sorted({*here, *store.missing()})


def _copied(name: str, source: Store, target: Store) -> Whole:
    """What stands in the target afterwards, without its contents, which need not be kept longer.

    Raises:
        VersionLost: it is not what it was, there or here.
        TaskmapError: one of the two refuses.
    """
    whole = source.whole(name).proved(name)
    target.take_in(name, whole)
    if target.whole(name).proved(name) != whole:
        raise VersionLost(file=name, version=whole.versions[-1].number)
    return Whole(whole.versions, (), whole.stands)


def _seal(wholes: list[tuple[str, Whole]]) -> str:
    return sha256("".join(_lines(wholes)).encode()).hexdigest()


def _lines(wholes: list[tuple[str, Whole]]) -> Iterator[str]:
    for name, whole in wholes:
        yield f"{name} {'stands' if whole.stands else 'taken away'}\n"
        yield from (f"{version.number} {version.digest}\n" for version in whole.versions)
