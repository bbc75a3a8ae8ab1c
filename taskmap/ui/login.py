"""Who looks at the app: by their login where there is one, else the one at the keyboard."""

from collections.abc import Callable
from typing import Protocol

import streamlit as st

from taskmap.errors import AccessExpired
from taskmap.workspace import LOCAL, Identity

# A header of a page's own connection that the service sets, in place of any a browser sent.
SESSION = "taskmap-session"


class Entrance(Protocol):
    """What the service knows of those who are logged in."""

    def identity(self, key: str) -> Identity | None:
        """Who a session's pages are for now; None: nobody any more."""

    def leave(self, key: str) -> str:
        """Log somebody out; where their browser goes on to."""


_SERVED: list[Entrance] = []


def serve_with(entrance: Entrance) -> None:
    """Let nobody look who has not come in by this entrance; once, before anything is served."""
    _SERVED.append(entrance)


def is_asked() -> bool:
    """Whether people log in here."""
    return bool(_SERVED)


def identity() -> Identity:
    """Who looks, as it stands now.

    Raises:
        AccessExpired: they are not logged in any more.
    """
    return asker()()


def asker() -> Callable[[], Identity]:
    """Tells who looks at this page, as ``identity`` does, also when it does not run any more."""
    if not _SERVED:
        return lambda: LOCAL
    key = _key()

    def asked() -> Identity:
        found = _SERVED[-1].identity(key)
        if found is None:
            raise AccessExpired
        return found

    return asked


def leave() -> str:
    """Log the one who looks out; where their browser goes on to."""
    return _SERVED[-1].leave(_key())


def _key() -> str:
    return st.context.headers.get(SESSION) or ""
