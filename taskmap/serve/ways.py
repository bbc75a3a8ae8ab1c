"""Which paths of the app are open, to which methods, and how much may be sent to them.

Everything else Streamlit answers (its figures of its own use, what programs may drive it with,
components and files of others) is not there.
"""

from dataclasses import dataclass
from enum import StrEnum

from taskmap.serve.login_ways import BACK, ENDED, GONE, LOGIN, OVER

_LOOK = frozenset({"GET", "HEAD"})
_SMALL = 64_000  # bytes of a request that sends no file
MEGABYTE = 1_000_000


class Kind(StrEnum):
    """What lies at a path."""

    PAGE = "page"
    OWN_FILE = "own file"  # of the app itself, the same for everybody
    MADE = "made"  # for one browser: a paper, a picture, a sheet
    SENT = "sent"  # a file somebody hands in
    TALK = "talk"  # what the page is told and tells
    HEALTH = "health"
    LOGIN = "login"  # in and out
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Way:
    """What may be done at a path.

    Args:
        kind: what lies there.
        methods: with which it may be asked.
        most: bytes a request may have.
    """

    kind: Kind
    methods: frozenset[str] = _LOOK
    most: int = _SMALL


_BEGINS = (
    ("/static/", Kind.OWN_FILE),
    ("/_stcore/bidi-components/", Kind.OWN_FILE),
    ("/media/", Kind.MADE),
    ("/_stcore/upload_file/", Kind.SENT),
)
_EXACT = {
    LOGIN: Kind.LOGIN,
    BACK: Kind.LOGIN,
    OVER: Kind.LOGIN,
    GONE: Kind.LOGIN,
    ENDED: Kind.LOGIN,
    "/health": Kind.HEALTH,
    "/favicon.png": Kind.OWN_FILE,
    "/_stcore/stream": Kind.TALK,
    "/_stcore/health": Kind.TALK,
    "/_stcore/host-config": Kind.TALK,
}
_CHANGES = frozenset({"PUT", "DELETE", "OPTIONS"})
_RESERVED = ("/_stcore", "/component", "/app/", "/~/", "/oauth2callback", "/auth")


def way(path: str, upload_megabytes: int) -> Way:
    """What lies at a path."""
    if ".." in path or "\\" in path or "\x00" in path:
        return Way(Kind.CLOSED)
    begun = (kind for start, kind in _BEGINS if path.startswith(start) and path != start)
    kind = _EXACT.get(path) or next(begun, None)
    if kind is Kind.SENT:
        # A form's wrapping around the file takes a little more than the file.
        return Way(kind, _CHANGES, upload_megabytes * MEGABYTE + _SMALL)
    if kind is not None:
        return Way(kind, frozenset({"POST"})) if path == ENDED else Way(kind)
    page = not path.startswith(_RESERVED) and "." not in path and path.count("/") == 1
    return Way(Kind.PAGE if page else Kind.CLOSED)
