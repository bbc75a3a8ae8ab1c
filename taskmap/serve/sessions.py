"""Who is logged in: kept in this process, told apart by a cookie that means nothing elsewhere."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from taskmap.serve.login_settings import Login
from taskmap.workspace import Identity

MOST = 5_000
_PAUSE = timedelta(seconds=10)  # before a provider that did not answer is asked again


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a provider gave for somebody who logged in.

    Args:
        identity: who they are, until when.
        sid: the provider's id for their session there, where it has one.
        refresh: token to ask again with, where the provider gives one.
        hint: the ID token, which the provider wants back when they log out.
    """

    identity: Identity
    sid: str | None = None
    refresh: str | None = field(default=None, repr=False)
    hint: str = field(default="", repr=False)


@dataclass(slots=True)
class Session:
    """Somebody who is logged in, in one browser.

    Args:
        key: what pages know it by; opens nothing.
        given: last time the provider was asked.
        begun: when they logged in.
        seen: when they did something last.
        asked: when the provider answered last.
        again: from when it may be asked again.
        asking: held while it is asked.
    """

    key: str
    given: Given
    begun: datetime
    seen: datetime
    asked: datetime
    again: datetime
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class RevokedError(Exception):
    """The provider takes back what it said of somebody, or they have no rights left here."""


Renew = Callable[[Given], Awaitable[Given]]


class Sessions:
    """Everybody who is logged in.

    Args:
        login: how long that holds.
        renew: asks the provider again; raises RevokedError, or OSError where there is no answer.
        ended: is told whose session ended, by whatever way.
        now: the clock.
    """

    def __init__(
        self,
        login: Login,
        renew: Renew,
        ended: Callable[[Identity], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._login, self._renew, self._tell, self._now = login, renew, ended, now
        self._held: OrderedDict[str, Session] = OrderedDict()

    def begin(self, given: Given) -> str:
        """Let somebody in.

        Returns:
            A new name for their browser, which nobody can guess; only its digest is kept.
        """
        token, now = secrets.token_urlsafe(32), self._now()
        self._sweep(now)
        key = _key(token)
        self._held[key] = Session(
            key, given, begun=now, seen=now, asked=now, again=_half(given, now)
        )
        while len(self._held) > MOST:
            self.end(next(iter(self._held)))
        return token

    async def of(self, token: str | None, *, acting: bool = True) -> Session | None:
        """The session of a browser, asked for again at the provider when it is time.

        Args:
            token: the browser's name; None: it has none.
            acting: whether somebody did something, rather than the browser by itself.
        """
        session = self._held.get(_key(token)) if token else None
        if session is None:
            return None
        if self._over(session, self._now()):
            self.end(session.key)
            return None
        if acting:
            session.seen = self._now()
        async with session.asking:
            if session.given.refresh is not None and self._now() >= session.again:
                await self._ask_again(session)
        there = session.key in self._held and self._now() < self._until(session)
        return session if there else None

    def identity(self, key: str) -> Identity | None:
        """Who somebody is now; None: nobody any more."""
        session, now = self._held.get(key), self._now()
        if session is None or self._over(session, now) or now >= self._until(session):
            return None
        return session.given.identity

    def end(self, key: str) -> Given | None:
        """Let nobody in with this session again; what the provider gave for it, if it was there."""
        session = self._held.pop(key, None)
        if session is None:
            return None
        self._tell(session.given.identity)
        return session.given

    def end_all(self, *, sid: str | None, subject: str | None) -> None:
        """End the one session of the provider's, else every one of somebody's."""
        for session in tuple(self._held.values()):
            theirs = subject is None or session.given.identity.subject == subject
            if theirs and (sid is None or session.given.sid == sid):
                self.end(session.key)

    def ended_by(self, token: str | None) -> None:
        """End the session of a browser."""
        if token:
            self.end(_key(token))

    async def _ask_again(self, session: Session) -> None:
        try:
            session.given = await self._renew(session.given)
        except RevokedError:
            self.end(session.key)
        except OSError:  # no answer: what was said holds until its end, and no longer
            session.again = self._now() + _PAUSE
        else:
            session.asked = self._now()
            session.again = _half(session.given, session.asked)

    def _over(self, session: Session, now: datetime) -> bool:
        """Whether people must log in again, whatever the provider says."""
        idle = now - session.seen >= timedelta(minutes=self._login.idle_minutes)
        return idle or now - session.begun >= timedelta(hours=self._login.hours)

    def _until(self, session: Session) -> datetime:
        return session.given.identity.until or session.asked

    def _sweep(self, now: datetime) -> None:
        for session in tuple(self._held.values()):
            if self._over(session, now):
                self.end(session.key)


def _half(given: Given, asked: datetime) -> datetime:
    """When to ask again, so that nothing ends under somebody who is at work."""
    until = given.identity.until or asked
    return asked + (until - asked) / 2


def _key(token: str) -> str:
    return sha256(token.encode()).hexdigest()
