"""Logging in and out: to the provider and back, and the provider's word that somebody left."""

import logging
import secrets
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from taskmap.serve.book import Book
from taskmap.serve.browsers import Browsers
from taskmap.serve.discovery import ProviderError
from taskmap.serve.login_settings import Login
from taskmap.serve.login_ways import BACK, ENDED, GONE, LOGIN, OVER, page_after
from taskmap.serve.notice import notice
from taskmap.serve.provider import LoginRefusedError, Provider
from taskmap.serve.sessions import Given, RevokedError, Sessions
from taskmap.serve.settings import Settings
from taskmap.serve.tokens import TokenRefusedError
from taskmap.serve.waiting import SECONDS, Errand, Waiting
from taskmap.workspace import Identity

_LOG = logging.getLogger("taskmap")
_KEPT = 2_000  # logout tokens, so that none is taken twice


class _NotLetInError(Exception):
    """Somebody stays outside: what they are told, what the log says of it, and the status."""

    def __init__(self, what: str, reason: str, status: HTTPStatus) -> None:
        self.what, self.reason, self.status = what, reason, status
        super().__init__(what, reason)


class Entrance:
    """The way in and out.

    Args:
        login: at which provider, and for how long.
        settings: where the documents lie, and our own address as people write it.
        browsers: give a browser its cookie.
    """

    def __init__(self, login: Login, settings: Settings, browsers: Browsers) -> None:
        self._public, self._browsers = settings.public.rstrip("/"), browsers
        self._book = Book(settings.documents)
        self._provider = Provider(login, self._public + BACK)
        self._waiting = Waiting()
        self._taken: dict[str, None] = {}
        self._errand_cookie = f"{browsers.cookie}-login"
        self.sessions = Sessions(login, self._renewed, self._book.left)
        self.routes = [
            Route(LOGIN, self._sent_off),
            Route(BACK, self._came_back),
            Route(ENDED, self._ended, methods=["POST"]),
            Route(OVER, self._over),
            Route(GONE, self._gone),
        ]

    def identity(self, key: str) -> Identity | None:
        """Who a session's pages are for now; None: nobody any more."""
        return self.sessions.identity(key)

    def leave(self, key: str) -> str:
        """Log somebody out.

        Returns:
            Where their browser goes on to: to log out at the provider too, where it can.
        """
        given = self.sessions.end(key)
        away = self._provider.farewell(given, self._public + GONE) if given else None
        return away or GONE

    async def _sent_off(self, request: Request) -> Response:
        page = page_after(request.query_params.get("next"))
        token = self._browsers.known(request.headers.get("cookie", ""))
        if await self.sessions.of(token) is not None:
            return RedirectResponse(page, HTTPStatus.SEE_OTHER)
        browser = request.cookies.get(self._errand_cookie, "") or secrets.token_urlsafe(32)
        errand = self._waiting.begin(_digest(browser), page)
        try:
            there = await run_in_threadpool(
                self._provider.address,
                state=errand.state,
                nonce=errand.nonce,
                verifier=errand.verifier,
            )
        except ProviderError as error:
            return _told(request, _NotLetInError("no_answer", str(error), HTTPStatus.BAD_GATEWAY))
        answer = RedirectResponse(there, HTTPStatus.SEE_OTHER)
        self._set(answer, browser, int(SECONDS))
        return answer

    async def _came_back(self, request: Request) -> Response:
        try:
            errand = self._errand(request)
            given = await self._given(request.query_params["code"], errand)
        except _NotLetInError as refused:
            return _told(request, refused)
        return self._let_in(request, given, errand)

    def _errand(self, request: Request) -> Errand:
        """What somebody comes back from, with an answer that is the provider's to this browser."""
        told, browser = request.query_params, request.cookies.get(self._errand_cookie, "")
        errand = self._waiting.finish(told.get("state", ""), _digest(browser))
        if errand is None:
            raise _NotLetInError("stale", "state", HTTPStatus.BAD_REQUEST)
        foreign = told.get("iss") not in {None, self._provider.issuer}  # RFC 9207
        if foreign or "error" in told or not told.get("code"):
            raise _NotLetInError("refused", "answer", HTTPStatus.FORBIDDEN)
        return errand

    async def _given(self, code: str, errand: Errand) -> Given:
        """What the provider gives for somebody who has rights here."""
        try:
            given = await run_in_threadpool(
                self._provider.given, code=code, nonce=errand.nonce, verifier=errand.verifier
            )
        except ProviderError as error:
            raise _NotLetInError("no_answer", str(error), HTTPStatus.BAD_GATEWAY) from None
        except LoginRefusedError as error:
            raise _NotLetInError("refused", str(error), HTTPStatus.FORBIDDEN) from None
        rights = _has_rights(given.identity)
        if not await run_in_threadpool(self._book.came, given.identity, let_in=rights):
            raise _NotLetInError("no_trail", "trail", HTTPStatus.SERVICE_UNAVAILABLE)
        if not rights:
            raise _NotLetInError("no_rights", "rights", HTTPStatus.FORBIDDEN)
        return given

    def _let_in(self, request: Request, given: Given, errand: Errand) -> Response:
        """A new name for the browser: one it had before opens nothing (CWE-384)."""
        self.sessions.ended_by(self._browsers.known(request.headers.get("cookie", "")))
        token = self.sessions.begin(given)
        answer = RedirectResponse(errand.page, HTTPStatus.SEE_OTHER)
        answer.headers.append("set-cookie", self._browsers.set_cookie(token))
        self._set(answer, "", 0)
        return answer

    async def _ended(self, request: Request) -> Response:
        """The provider tells that somebody logged out there, or was thrown out."""
        form = parse_qs((await request.body()).decode("ascii", "replace"))
        (token, *_) = form.get("logout_token", [""])
        try:
            claims = await run_in_threadpool(self._provider.left, token)
        except (ProviderError, TokenRefusedError) as error:
            _LOG.warning("logout not taken: %s", error)
            return JSONResponse({"error": "invalid_request"}, HTTPStatus.BAD_REQUEST)
        if claims["jti"] not in self._taken:
            self._taken[claims["jti"]] = None
            while len(self._taken) > _KEPT:
                del self._taken[next(iter(self._taken))]
            self.sessions.end_all(sid=claims.get("sid"), subject=claims.get("sub"))
        return Response(status_code=HTTPStatus.OK)

    async def _over(self, request: Request) -> Response:
        return notice(request, "ended")

    async def _gone(self, request: Request) -> Response:
        return notice(request, "left")

    async def _renewed(self, given: Given) -> Given:
        try:
            anew = await run_in_threadpool(self._provider.renewed, given)
        except LoginRefusedError:
            raise RevokedError from None
        if not _has_rights(anew.identity):
            raise RevokedError
        return anew

    def _set(self, answer: Response, browser: str, seconds: int) -> None:
        answer.set_cookie(
            self._errand_cookie,
            browser,
            max_age=seconds,
            secure=self._browsers.secure,
            httponly=True,
            samesite="lax",
        )


def _told(request: Request, refused: _NotLetInError) -> Response:
    _LOG.warning("login refused: %s (%s)", refused.what, refused.reason)
    return notice(request, refused.what, refused.status)


def _has_rights(identity: Identity) -> bool:
    """Whether there is anything here that somebody may look at."""
    scope = identity.scope
    return bool(identity.roles) and (scope.everything or bool(scope.organisations or scope.units))


def _digest(browser: str) -> str:
    return sha256(browser.encode()).hexdigest()
