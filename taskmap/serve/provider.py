"""The provider people log in at: what it says of itself, and what it is asked."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from requests.exceptions import RequestException

from taskmap.serve.discovery import SECONDS, Discovery, ProviderError
from taskmap.serve.login_settings import Login, trusted
from taskmap.serve.sessions import Given
from taskmap.serve.tokens import Ours, TokenRefusedError, logged_out, vouched
from taskmap.workspace import identified

_BASIC = "client_secret_basic"
_PLAIN = re.compile(r"[a-z_]{1,40}")


class LoginRefusedError(Exception):
    """The provider answers, and does not vouch for somebody."""


class Provider:
    """One provider, asked by threads that may wait.

    Args:
        login: which, and what we are called there.
        back: our address that it sends people back to.
        now: the clock.
    """

    def __init__(
        self, login: Login, back: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._login, self._back, self._now = login, back, now
        self._says = Discovery(login.issuer, now)
        self.issuer = login.issuer

    def address(self, *, state: str, nonce: str, verifier: str) -> str:
        """Where somebody is sent to log in (RFC 6749, 4.1.1; RFC 7636, 4.3).

        Raises:
            ProviderError: the provider does not answer.
        """
        address, _ = self._client().create_authorization_url(
            self._says.about()["authorization_endpoint"],
            state=state,
            nonce=nonce,
            code_verifier=verifier,
        )
        return str(address)

    def given(self, *, code: str, nonce: str, verifier: str) -> Given:
        """What the provider gives for the code somebody came back with.

        Raises:
            ProviderError: the provider does not answer.
            LoginRefusedError: it takes no such code, or what it gives is not believed.
        """
        asked = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        return self._believed(self._asked("fetch_token", **asked), nonce)

    def renewed(self, given: Given) -> Given:
        """The same anew, with the rights somebody has now.

        Raises:
            ProviderError: the provider does not answer.
            LoginRefusedError: it does not vouch for them any more.
        """
        answer = self._asked("refresh_token", refresh_token=given.refresh)
        anew = self._believed(answer, None)
        if anew.identity.subject != given.identity.subject:
            raise LoginRefusedError("sub")
        return anew

    def left(self, token: str) -> Mapping[str, Any]:
        """What a logout token of the provider's says.

        Raises:
            ProviderError: the provider's keys cannot be had.
            TokenRefusedError: it is not believed.
        """
        return self._says.checked(lambda keys: logged_out(token, keys, self._ours()))

    def farewell(self, given: Given, after: str) -> str | None:
        """Where somebody logs out at the provider too; None: it has no such place.

        Args:
            given: at the login.
            after: our address to be sent back to.
        """
        try:
            there = self._says.about().get("end_session_endpoint")
        except ProviderError:
            return None
        if not isinstance(there, str) or not trusted(there):
            return None
        told = {"post_logout_redirect_uri": after, "client_id": self._login.client_id}
        asked = urlencode({**told, "id_token_hint": given.hint})
        return f"{there}{'&' if '?' in there else '?'}{asked}"

    def _believed(self, answer: Mapping[str, Any], nonce: str | None) -> Given:
        token, now = answer.get("id_token"), self._now()
        if not isinstance(token, str):
            raise LoginRefusedError("id_token")
        try:
            claims = self._says.checked(lambda keys: vouched(token, keys, self._ours(), nonce))
        except TokenRefusedError as refused:
            raise LoginRefusedError(str(refused)) from None
        # By the provider's own clock, so that ours may differ.
        lasts = min(claims["exp"] - claims["iat"], self._login.minutes * 60)
        refresh, sid = answer.get("refresh_token"), claims.get("sid")
        return Given(
            identity=identified(
                claims,
                roles_claim=self._login.roles_claim,
                scope_claim=self._login.scope_claim,
                until=now + timedelta(seconds=lasts),
            ),
            sid=sid if isinstance(sid, str) else None,
            refresh=refresh if isinstance(refresh, str) else None,
            hint=token,
        )

    def _asked(self, way: str, **told: str | None) -> Mapping[str, Any]:
        client, there = self._client(), self._says.about()["token_endpoint"]
        try:
            answer: Mapping[str, Any] = getattr(client, way)(there, **told)
        except OAuthError as refused:
            word = str(refused.error)
            raise LoginRefusedError(word if _PLAIN.fullmatch(word) else "") from None
        except (RequestException, ValueError) as error:
            raise ProviderError(type(error).__name__) from None
        return answer

    def _client(self) -> OAuth2Session:
        """What speaks to the provider, with the way of showing the secret that it knows."""
        known = self._says.about().get("token_endpoint_auth_methods_supported", [_BASIC])
        way = _BASIC if _BASIC in known else "client_secret_post"
        client = OAuth2Session(
            self._login.client_id,
            self._login.secret or None,
            token_endpoint_auth_method=way if self._login.secret else "none",
            scope=self._login.scopes,
            redirect_uri=self._back,
            code_challenge_method="S256",
            default_timeout=SECONDS,
        )
        client.max_redirects = 0
        return client

    def _ours(self) -> Ours:
        return Ours(self._login.issuer, self._login.client_id, self._now())
