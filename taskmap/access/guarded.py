"""A store as one identity finds it: what is not theirs to see is not there."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from taskmap.access.belonging import Belonging
from taskmap.access.identity import Identity
from taskmap.access.needed import needed
from taskmap.access.register import Register
from taskmap.access.rights import Action, demand
from taskmap.errors import AccessDenied, FileChanged, FileRemoved, TaskmapError, VersionLost
from taskmap.model.version import Version
from taskmap.store.port import Store
from taskmap.store.stored import Stored, stored
from taskmap.store.whole import Whole

Clock = Callable[[], datetime]


class Guarded:
    """Documents of a store, or of a folder in it, for one identity; for one request.

    What is outside their scope answers as what never was: no name, number or suggestion tells of
    it. Only who makes a new document of a name or id that is taken is told so.

    Args:
        store: whose documents are handed out.
        above: the whole store it is, or is a folder of; tells whose each document is.
        identity: for whom.
        clock: tells the time, against which their time ends.
    """

    def __init__(self, store: Store, above: Store, identity: Identity, clock: Clock) -> None:
        self.root = store.root
        self._store = store
        self._above = above
        self._identity = identity
        self._scope = identity.scope
        self._clock = clock
        self._register = Register(above)

    def documents(self) -> Iterator[Stored]:
        """Every document within the scope, in the order of their names."""
        self._demand({Action.LOOK})
        if self._scope.everything:
            return self._store.documents()
        found = tuple(self._store.documents())
        if self.root == self._above.root:
            self._register = Register(self._above, found)
        return filter(self._sees, found)

    def missing(self) -> tuple[str, ...]:
        """Names of documents within the scope that were taken away."""
        self._demand({Action.LOOK})
        return tuple(name for name in self._store.missing() if self._open(name))

    def read(self, name: str) -> Stored:
        """One document as it stands."""
        self._demand({Action.LOOK})
        if not self._open(name):
            raise FileRemoved(file=name, version=None)
        return self._store.read(name)

    def save(  # noqa: PLR0913 - everything a version tells
        self, name: str, data: bytes, *, based_on: str | None, who: str, why: str, at: datetime
    ) -> Version:
        """Make these bytes the next version, where that is theirs to do.

        Raises:
            AccessDenied: their roles do not allow it, or it is or would be somebody else's.
            FileChanged: as the store, also where somebody else's has the name or the id.
            TaskmapError: as the store.
        """
        self._change(name, [data], based_on)
        return self._store.save(name, data, based_on=based_on, who=who, why=why, at=at)

    def put_back(self, name: str, *, who: str, why: str, at: datetime) -> Version:
        """Let the last whole version of a damaged or missing document stand again."""
        self._demand({Action.LOOK})
        if not self._open(name):
            raise VersionLost(file=name, version=None)
        self._let(self._kept(name), None)
        return self._store.put_back(name, who=who, why=why, at=at)

    def take_away(self, name: str, *, based_on: str) -> None:
        """Remove a document; its versions are kept."""
        self._demand({Action.LOOK})
        if not self._open(name):
            raise FileRemoved(file=name, version=None)
        self._let(self._kept(name), None)
        self._store.take_away(name, based_on=based_on)

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
        """Keep nothing of a document, or only what it says from now on; it stays whose it was."""
        self._demand({Action.LOOK, Action.ADMINISTER})
        if not self._open(name):
            raise FileRemoved(file=name, version=None)
        self._let_forget(name, anew)
        return self._store.forget(name, anew, based_on=based_on, who=who, why=why, at=at)

    def history(self, name: str) -> tuple[Version, ...]:
        """Every version, the first first."""
        self._demand({Action.LOOK})
        return self._store.history(name) if self._open(name) else ()

    def version(self, name: str, number: int) -> bytes:
        """What a version held."""
        self._demand({Action.LOOK})
        if not self._open(name):
            raise VersionLost(file=name, version=number)
        return self._store.version(name, number)

    def whole(self, name: str) -> Whole:
        """Everything that is kept of a document, to be taken in elsewhere."""
        self._demand({Action.LOOK, Action.EXPORT})
        if not self._open(name):
            raise FileRemoved(file=name, version=None)
        return self._store.whole(name)

    def take_in(self, name: str, whole: Whole) -> None:
        """Keep a document with its versions as they were elsewhere, or those that are new."""
        self._change(name, whole.contents, None)
        self._store.take_in(name, whole)

    def _demand(self, actions: Iterable[Action]) -> None:
        self._identity.check(self._clock())
        for action in actions:
            demand(self._identity, action)

    def _full(self, name: str) -> str:
        return self._register.name(self._store.root / name)

    def _kept(self, name: str) -> Stored | None:
        return self._register.kept(self._full(name))

    def _sees(self, document: Stored) -> bool:
        whose = self._register.whose(document)
        return self._register.homes.holds(self._scope, whose)

    def _open(self, name: str) -> bool:
        """Whether something of that name is, or was, there for them."""
        if self._scope.everything:
            return True
        kept = self._kept(name)
        return kept is not None and self._sees(kept)

    def _change(self, name: str, contents: Iterable[bytes], based_on: str | None) -> None:
        """Let contents take a document's place, by what it is and by what it becomes.

        Raises:
            AccessDenied: it is not theirs to do.
            FileChanged: a new document's name or id is taken by one they do not see.
            FileRemoved: what they would change is not there for them.
        """
        self._demand({Action.LOOK})
        self._register = Register(self._above)  # others may have saved since
        before = self._kept(name)
        hidden = before is not None and not self._sees(before)
        standing = None if hidden else before
        for data in contents:
            after = stored(self._store.root / name, name, data)
            self._demand(needed(standing, after))
            if self._scope.everything:
                continue
            self._let_claim(standing, after)
            if hidden and based_on is not None:
                raise FileRemoved(file=name, version=None)
            if hidden or self._taken(standing, after):
                raise _refused(name, standing)
            self._let(standing, after)

    def _let_forget(self, name: str, anew: bytes | None) -> None:
        """Let a document be forgotten, and what is said anew be of the same.

        Raises:
            AccessDenied: it is not theirs to do.
        """
        after = None if anew is None else stored(self._store.root / name, name, anew)
        if len(set(self._let_become(self._kept(name), after))) > 1:
            raise AccessDenied

    def _let_claim(self, before: Stored | None, after: Stored) -> None:
        """Let a document say of which organisations it is, where both sides of a change are theirs.

        Raises:
            AccessDenied: an organisation that comes or goes is not in their scope.
        """
        homes = self._register.homes
        one = _claimed(self._register.whose(before)) if before is not None else frozenset()
        other = self._register.would_be(after)
        theirs = _claimed(other) or homes.holds_all(self._scope, other)
        if not theirs or not (one ^ _claimed(other)) <= self._scope.organisations:
            raise AccessDenied

    def _taken(self, before: Stored | None, after: Stored) -> bool:
        """Whether a document would take up an id that another has, or had."""
        other = self._register.would_be(after)
        one = self._register.whose(before) if before is not None else None
        same = one is not None and _named(one) == _named(other)
        return bool(_claimed(other)) and not same and self._register.is_named(_named(other))

    def _let(self, before: Stored | None, after: Stored | None) -> None:
        """Let a document become another where their scope holds everybody it is and will be of.

        Raises:
            AccessDenied: it does not.
        """
        self._demand(needed(before, after))
        self._let_become(before, after)

    def _let_become(self, before: Stored | None, after: Stored | None) -> list[Belonging]:
        """Whose it is and will be, where their scope holds them all."""
        whose = [] if before is None else [self._register.whose(before)]
        whose += [] if after is None else [self._register.would_be(after)]
        if not all(self._register.homes.holds_all(self._scope, each) for each in whose):
            raise AccessDenied
        return whose


def _refused(name: str, standing: Stored | None) -> TaskmapError:
    """Why a name or an id that is taken is not given again."""
    if standing is not None:
        return AccessDenied()
    return FileChanged(file=name, based_on=None, digest=None)


def _claimed(whose: Belonging) -> frozenset[str]:
    """Organisations a mapping or a partnership says to be of; none of other documents."""
    own = {whose.organisation} if whose.organisation is not None else set()
    return whose.organisations | own


def _named(whose: Belonging) -> tuple[str | None, str | None]:
    """The ids of unit and partnership."""
    return whose.unit, whose.partnership
