"""Addresses of the login, and the page somebody goes on to after it."""

from urllib.parse import quote

LOGIN = "/login"
BACK = "/login/back"  # where the provider sends people
ENDED = "/login/ended"  # where the provider tells that somebody logged out
OVER = "/login/over"  # where a page is sent that connects again after its session
GONE = "/logged-out"
_PAGE = "next"
_MOST = 2_000  # characters of an address


def login_for(path: str, query: str) -> str:
    """The login's address for somebody who asked for a page of ours."""
    page = f"{path}?{query}" if query else path
    return f"{LOGIN}?{_PAGE}={quote(page, safe='')}" if _is_page(page) else LOGIN


def page_after(asked: str | None) -> str:
    """Where to go on to: a page of ours, else the first.

    Args:
        asked: what an address said, which anybody may have written.
    """
    return asked if asked and _is_page(asked) else "/"


def _is_page(page: str) -> bool:
    """Whether an address is a page of this service and of no other (CWE-601)."""
    if len(page) > _MOST or not page.isascii() or not page.isprintable():
        return False
    path = page.partition("?")[0]
    own = path.startswith("/") and path.count("/") == 1
    strange = "\\" in page or "#" in page or ".." in path
    return own and not strange and path not in {LOGIN, GONE}
