"""Which browser is which, and which files were made for it.

Streamlit hands a file to whoever knows its address. Here a file is handed to the browser whose own
page was sent that address, and to no other.
"""

import re
import secrets
from collections import OrderedDict
from collections.abc import Iterator

from starlette.requests import cookie_parser

MOST_BROWSERS = 5_000
MOST_FILES = 500  # for each, the latest
MOST_PAGES = 50  # the same
_TOKEN = re.compile(r"[0-9A-Za-z_-]{43}")
_MADE = re.compile(rb"/media/([0-9A-Za-z][0-9A-Za-z._-]{15,150})")
_START = len("/media/")


class Browsers:
    """What every browser that was here may fetch and go on with.

    Args:
        secure: whether people reach the server over TLS.
        logged_in: whether a browser gets its name at a login. The provider sends it back from
            elsewhere, so its name must come along when a page is opened from there; it still does
            not come along with anything but the opening of a page.
    """

    def __init__(self, *, secure: bool, logged_in: bool = False) -> None:
        self.secure = secure
        self._site = "Lax" if logged_in else "Strict"
        # The prefix binds a cookie to this host and to TLS (RFC 6265bis, 4.1.3.2).
        self.cookie = "__Host-taskmap" if secure else "taskmap"
        self._made: OrderedDict[str, OrderedDict[str, None]] = OrderedDict()
        self._pages: OrderedDict[str, OrderedDict[str, None]] = OrderedDict()
        self.own = self.new()  # with which the service tries itself

    def new(self) -> str:
        """A name for a browser that has none; nobody can guess it."""
        token = secrets.token_urlsafe(32)
        self._made[token] = OrderedDict()
        while len(self._made) > MOST_BROWSERS:
            self._made.popitem(last=False)
        return token

    def known(self, cookies: str) -> str | None:
        """Who sends these cookies; None: nobody we have given a name.

        A name from before a restart is taken up again: nothing is made for it yet.
        """
        found = cookie_parser(cookies).get(self.cookie, "")
        if not _TOKEN.fullmatch(found):
            return None
        self._made.setdefault(found, OrderedDict())
        self._made.move_to_end(found)
        return found

    def told(self, token: str, message: bytes) -> None:
        """Remember the files whose addresses a message to this browser holds."""
        made = self._made.setdefault(token, OrderedDict())
        for name in _names(message):
            made.pop(name, None)
            made[name] = None
        while len(made) > MOST_FILES:
            made.popitem(last=False)

    def may_fetch(self, token: str | None, path: str) -> bool:
        """Whether a file was made for this browser."""
        return token is not None and path.removeprefix("/media/") in self._made.get(token, ())

    def begun(self, token: str, page: str) -> None:
        """Remember Streamlit's name of a page that was begun for this browser."""
        pages = self._pages.setdefault(token, OrderedDict())
        self._pages.move_to_end(token)
        pages[page] = None
        while len(pages) > MOST_PAGES:
            pages.popitem(last=False)
        while len(self._pages) > MOST_BROWSERS:
            self._pages.popitem(last=False)

    def had_page(self, token: str, page: str) -> bool:
        """Whether a page was begun for this browser, so that it may go on with it."""
        return page in self._pages.get(token, ())

    def set_cookie(self, token: str) -> str:
        """The header that gives a browser its name until it is closed."""
        secure = "; Secure" if self.secure else ""
        return f"{self.cookie}={token}; Path=/; HttpOnly; SameSite={self._site}{secure}"


def _names(message: bytes) -> Iterator[str]:
    """Files named in a message.

    Protocol Buffers write a text's length before it and the next field right after it, which may
    look like more of the name; so the name is told with the length and as far as it looks like one.
    """
    for found in _MADE.finditer(message):
        yield found[1].decode("ascii")
        length = message[found.start() - 1] - _START if found.start() else 0
        if 0 < length < len(found[1]):
            yield found[1][:length].decode("ascii")
