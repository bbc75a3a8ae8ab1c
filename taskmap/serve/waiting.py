"""Those who are on their way to the provider and back."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from time import monotonic

SECONDS = 600.0  # somebody may take to log in
MOST = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One way there and back.

    Args:
        browser: secret of the browser that must come back (RFC 9700, 4.7: one login is not
            finished in another's browser).
        page: of ours that it goes on to.
        at: when it began, in seconds.
        state: told to the provider, which tells it again.
        nonce: to be said by the ID token.
        verifier: what the provider was told a digest of.
    """

    browser: str
    page: str
    at: float
    state: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))


class Waiting:
    """Every errand that is not finished.

    Args:
        now: the clock, in seconds.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._errands: OrderedDict[str, Errand] = OrderedDict()

    def begin(self, browser: str, page: str) -> Errand:
        """Send a browser off."""
        errand = Errand(browser=browser, page=page, at=self._now())
        self._errands[errand.state] = errand
        while len(self._errands) > MOST:
            self._errands.popitem(last=False)
        return errand

    def finish(self, state: str, browser: str) -> Errand | None:
        """The errand somebody comes back from, once; None: it is not this browser's, or too old."""
        errand = self._errands.get(state)
        if errand is None or not compare_digest(errand.browser.encode(), browser.encode()):
            return None
        del self._errands[state]
        return errand if self._now() - errand.at < SECONDS else None
