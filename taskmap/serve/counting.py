"""Counts what passes to and from the pages, and hands the counts out on a port of their own."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from taskmap.errors import PortTaken
from taskmap.serve.figures import TYPE, Figures

OWN = "127.0.0.1"  # figures are for the machine's own monitor
_SHORT = 200  # bytes: the word that a page is there is told in fewer
_THERE = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class Counting:
    """Lies around everything that answers.

    Args:
        app: what answers.
        figures: what is counted.
    """

    def __init__(self, app: ASGIApp, figures: Figures) -> None:
        self._app, self._figures = app, figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and count."""
        if scope["type"] == "websocket":
            await self._talk(scope, receive, send)
        else:
            await self._app(scope, receive, self._counted(send))

    def _counted(self, send: Send) -> Send:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._figures.answered(message["status"])
            await send(message)

        return sent

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked: float | None = None
        opened = 0

        async def received() -> Message:
            nonlocal asked
            message = await receive()
            if asked is None and _asks_for_page(message):
                asked = monotonic()
            return message

        async def sent(message: Message) -> None:
            nonlocal asked, opened
            if message["type"] == "websocket.accept":
                opened = 1
                self._figures.opened(1)
            elif asked is not None and _page_is_there(message):
                self._figures.ran(monotonic() - asked)
                asked = None
            await send(message)

        try:
            await self._app(scope, received, sent)
        finally:
            self._figures.opened(-opened)


def told(figures: Figures, port: int) -> ThreadingHTTPServer:
    """Hand the figures out at ``/metrics``, to this machine alone, while the service runs.

    Raises:
        PortTaken: something else listens there.
    """

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/metrics":
                self.send_error(404)
                return
            text = figures.text().encode()
            self.send_response(200)
            self.send_header("Content-Type", TYPE)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """No line for a request."""

    try:
        server = ThreadingHTTPServer((OWN, port), Answer)
    except OSError as error:
        raise PortTaken(port=str(port)) from error
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def _asks_for_page(message: Message) -> bool:
    """Whether a page, or a part of one, is asked for."""
    said = BackMsg()
    try:
        said.ParseFromString(message.get("bytes") or b"")
    except DecodeError:
        return False
    return bool(said.HasField("rerun_script"))


def _page_is_there(message: Message) -> bool:
    """Whether a page was told to its end, and not begun anew in the middle."""
    told = message.get("bytes") or b""
    if not 0 < len(told) < _SHORT:
        return False
    said = ForwardMsg.FromString(told)
    return said.HasField("script_finished") and said.script_finished in _THERE
