"""Who and what is let through to Streamlit."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from taskmap.serve import talking
from taskmap.serve.allowance import Allowance
from taskmap.serve.browsers import Browsers
from taskmap.serve.login_ways import login_for
from taskmap.serve.page import Page
from taskmap.serve.sessions import Session, Sessions
from taskmap.serve.settings import Settings
from taskmap.serve.ways import Kind, Way, way

# RFC 6455 7.4.1, and the registry of close codes kept with it.
_REFUSED, _TOO_MUCH, _LATER = 1008, 1008, 1013
_FOR_SOMEBODY = frozenset({Kind.PAGE, Kind.MADE, Kind.SENT})


class Guard:
    """Closed paths, foreign hosts, too much at once, and files of other browsers.

    Args:
        app: Streamlit.
        settings: the limits.
        page: handed out for every page's address.
        browsers: who is who.
        sessions: who is logged in; None: whoever reaches the service is let in.
    """

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        page: Page,
        browsers: Browsers,
        sessions: Sessions | None = None,
    ) -> None:
        self._app = app
        self._settings = settings
        self._page = page
        self._browsers = browsers
        self._sessions = sessions
        self._asked = Allowance(settings.burst, settings.requests_per_second)
        self._clicked = Allowance(settings.burst, settings.requests_per_second)
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, answer, or pass on."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._talk(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        here = way(scope["path"], self._settings.upload_megabytes)
        token = self._browsers.known(headers.get("cookie", ""))
        if here.kind in _FOR_SOMEBODY and await self._session(token) is None and self._sessions:
            token = None
        refused = self._refusal(scope, headers, here, token)
        if refused is not None:
            await refused(scope, receive, send)
        elif here.kind is Kind.PAGE:
            await self._handed_out(scope, headers, token)(scope, receive, send)
        else:
            await self._app(scope, _measured(receive, here.most), send)

    def _refusal(
        self, scope: Scope, headers: Headers, here: Way, token: str | None
    ) -> Response | None:
        """The answer to what is not let through; None: it is."""
        made = here.kind is Kind.MADE
        length = headers.get("content-length", "0")
        refusals: tuple[tuple[Callable[[], bool], int], ...] = (
            (lambda: not self._is_ours(headers.get("host", "")), 421),
            (lambda: here.kind is Kind.CLOSED, 404),
            (lambda: here.kind is Kind.LOGIN and self._sessions is None, 404),
            (lambda: scope["method"] not in here.methods, 405),
            (lambda: made and not self._browsers.may_fetch(token, scope["path"]), 404),
            (lambda: here.kind is Kind.SENT and token is None, 403),
            (lambda: not length.isdecimal() or int(length) > here.most, 413),
            (lambda: here.kind is Kind.SENT and not self._is_of(token, scope["path"]), 403),
            (lambda: here.kind is not Kind.OWN_FILE and not self._may_ask(scope, token), 429),
        )
        found = next((status for applies, status in refusals if applies()), None)
        return None if found is None else PlainTextResponse(HTTPStatus(found).phrase, found)

    def _is_of(self, token: str | None, path: str) -> bool:
        """Whether a file is handed in to a page of this browser's own."""
        return token is not None and self._browsers.had_page(token, path.split("/")[3])

    def _may_ask(self, scope: Scope, token: str | None) -> bool:
        client = scope.get("client")
        return self._asked.take(token or (client[0] if client else ""))

    def _handed_out(self, scope: Scope, headers: Headers, token: str | None) -> Response:
        query = scope["query_string"].decode("latin-1")
        if token is None and self._sessions is not None:
            return RedirectResponse(login_for(scope["path"], query), HTTPStatus.SEE_OTHER)
        text = self._page.text(query, headers.get("accept-language"))
        answer = Response(text, media_type="text/html")
        answer.headers["vary"] = "Accept-Language, Cookie"
        if token is None:
            answer.headers["set-cookie"] = self._browsers.set_cookie(self._browsers.new())
        return answer

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What a page and the server tell each other; only with our own page's cookie."""
        headers = Headers(scope=scope)
        token = self._browsers.known(headers.get("cookie", ""))
        here = way(scope["path"], self._settings.upload_megabytes)
        origin = urlsplit(headers.get("origin", "")).netloc
        ours = self._is_ours(headers.get("host", "")) and self._is_ours(origin)
        session = await self._session(token, acting=False)
        outside = self._sessions and session is None and token != self._browsers.own
        ours = ours and here.kind is Kind.TALK
        if ours and outside and self._may_ask(scope, token):
            await talking.shown_out(scope, receive, send)
        elif token is None or not ours or outside:
            await send({"type": "websocket.close", "code": _REFUSED})
        elif self._open >= self._settings.sessions:
            await send({"type": "websocket.close", "code": _LATER})
        else:
            key = session.key if session else ""
            begun = talking.addressed(scope, key, token, self._browsers)
            await self._talked(token, begun, receive, send)

    async def _talked(self, token: str, scope: Scope, receive: Receive, send: Send) -> None:
        begun, last = False, None

        async def sent(message: Message) -> None:
            nonlocal begun
            if message["type"] == "websocket.send" and message.get("bytes"):
                self._browsers.told(token, message["bytes"])
                page = None if begun else talking.page_begun(message)
                if page is not None:
                    self._browsers.begun(token, page)
                    begun = True
            await send(message)

        async def received() -> Message:
            nonlocal last
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                if not self._clicked.take(token):
                    await send({"type": "websocket.close", "code": _TOO_MUCH})
                    return {"type": "websocket.disconnect", "code": _TOO_MUCH}
                if self._sessions is not None:
                    last = talking.without_click(message) or last
                heard = await self._heard(token, message, last)
                if heard is not None:
                    return heard

        self._open += 1
        try:
            await self._app(scope, received, sent)
        finally:
            self._open -= 1

    async def _heard(self, token: str, message: Message, last: Message | None) -> Message | None:
        """A message as Streamlit may hear it; None: not at all.

        Args:
            token: the browser's name.
            message: as it came.
            last: the page asked for last, with nothing that was done on it.
        """
        if self._sessions is None:
            return message
        acting = talking.is_act(message)
        if await self._session(token, acting=acting) is not None:
            return message
        return last if acting else None

    async def _session(self, token: str | None, *, acting: bool = True) -> Session | None:
        """Who is logged in with a browser; None: nobody, or nobody does here."""
        return await self._sessions.of(token, acting=acting) if self._sessions else None

    def _is_ours(self, host: str) -> bool:
        """Whether a host, with its port or without, is a name of this server."""
        try:
            return (urlsplit(f"//{host}").hostname or "") in self._settings.hosts
        except ValueError:
            return False


def _measured(receive: Receive, most: int) -> Receive:
    """What is sent, cut off where more comes than may."""
    taken = 0

    async def measured() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= most else {"type": "http.disconnect"}

    return measured
