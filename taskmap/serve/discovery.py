"""What a provider says of itself, and the keys it signs with; asked for again in time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

import requests
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests.exceptions import RequestException

from taskmap.serve.login_settings import trusted
from taskmap.serve.tokens import TokenRefusedError

SECONDS = 10  # the provider may take to answer
_FRESH = timedelta(hours=1)  # what it says of itself holds
_PAUSE = timedelta(seconds=10)  # before its keys are asked for again
_DISCOVERY = "/.well-known/openid-configuration"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class ProviderError(OSError):
    """No answer, or one that cannot be used; the message says of what, never what it held."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the provider says of itself, and when it was asked."""

    about: Mapping[str, Any]
    keys: KeySet
    at: datetime


class Discovery:
    """What one provider says.

    Args:
        issuer: its address.
        now: the clock.
    """

    def __init__(self, issuer: str, now: Callable[[], datetime]) -> None:
        self._issuer, self._now = issuer, now
        self._told: _Told | None = None
        self._asking = Lock()

    def about(self) -> Mapping[str, Any]:
        """Its endpoints and ways.

        Raises:
            ProviderError: it does not answer, and never did.
        """
        return self._fresh().about

    def checked(self, check: Callable[[KeySet], Mapping[str, Any]]) -> Mapping[str, Any]:
        """A token checked; once more when the provider may have changed its keys since.

        Raises:
            ProviderError: its keys cannot be had.
            TokenRefusedError: the check fails.
        """
        told = self._fresh()
        try:
            return check(told.keys)
        except TokenRefusedError:
            if self._now() < told.at + _PAUSE:
                raise
        return check(self._fresh(_PAUSE).keys)

    def _fresh(self, age: timedelta = _FRESH) -> _Told:
        """What the provider says of itself, at most so old where it can be had."""
        with self._asking:
            if self._told is None or self._now() >= self._told.at + age:
                try:
                    self._told = self._say()
                except ProviderError:
                    if self._told is None:
                        raise
            return self._told

    def _say(self) -> _Told:
        """Ask it (OpenID Connect Discovery 1.0, 4)."""
        about = _read(self._issuer.rstrip("/") + _DISCOVERY)
        if about.get("issuer") != self._issuer:
            raise ProviderError("issuer")
        for name in _ENDPOINTS:
            if not isinstance(about.get(name), str) or not trusted(about[name]):
                raise ProviderError(name)
        try:
            keys = KeySet.import_key_set(_read(about["jwks_uri"]))  # type: ignore[arg-type]
        except (JoseError, ValueError, TypeError, KeyError):
            raise ProviderError("jwks_uri") from None
        return _Told(about, keys, self._now())


def _read(address: str) -> dict[str, Any]:
    """What lies at an address of the provider's, and at no other it points on to."""
    try:
        answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
        answer.raise_for_status()
        told = answer.json()
    except (RequestException, ValueError) as error:
        raise ProviderError(type(error).__name__) from None
    if not isinstance(told, dict):
        raise ProviderError("json")
    return told
