"""What a page and the server say to each other, as far as the guard must understand it."""

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from taskmap.serve.browsers import Browsers
from taskmap.serve.login_ways import OVER
from taskmap.ui.login import SESSION

_WAYS = "sec-websocket-protocol"
_PAGE = 2  # place of the page somebody wants back among the ways of speaking


def addressed(scope: Scope, key: str, token: str, browsers: Browsers) -> Scope:
    """The beginning of a talk as Streamlit may hear it.

    Args:
        scope: as it came.
        key: of the session it belongs to; empty: of none. What came under that name is not heard.
        token: the browser's name.
        browsers: know which pages were a browser's; what is left of another's is not given back.
    """
    headers = MutableHeaders(raw=list(scope["headers"]))
    headers[SESSION] = key
    ways = [way.strip() for way in headers.get(_WAYS, "").split(",")]
    if len(ways) > _PAGE and not browsers.had_page(token, ways[_PAGE]):
        headers[_WAYS] = ", ".join(ways[:_PAGE])
    return {**scope, "headers": headers.raw}


def page_begun(message: Message) -> str | None:
    """Streamlit's name of a page, from the message that begins it."""
    said = ForwardMsg.FromString(message["bytes"])
    begun = said.new_session.initialize.session_id if said.HasField("new_session") else ""
    return str(begun) or None


async def shown_out(scope: Scope, receive: Receive, send: Send) -> None:
    """Send a page away that connects again after its session, and hear nothing of it.

    Refused, it would try for ever, and tell its reader that it will come back by itself.
    """
    first, *_ = Headers(scope=scope).get(_WAYS, "").split(",")
    away = ForwardMsg()
    away.auth_redirect.url = OVER
    await receive()
    await send({"type": "websocket.accept", "subprotocol": first.strip() or None})
    await send({"type": "websocket.send", "bytes": away.SerializeToString()})
    await send({"type": "websocket.close", "code": 1000})


def is_act(message: Message) -> bool:
    """Whether somebody did something, rather than the browser by itself."""
    said = _said(message)
    return said is not None and said.WhichOneof("type") not in {None, "app_heartbeat"}


def without_click(message: Message) -> Message | None:
    """The page asked for, with nothing that was done on it; None: no page was asked for.

    So nothing takes effect that somebody did after their session was over, and the page can say so.
    """
    said = _said(message)
    if said is None or not said.HasField("rerun_script"):
        return None
    asked = said.rerun_script
    for name in ("widget_states", "fragment_id", "is_auto_rerun"):
        asked.ClearField(name)
    return {"type": "websocket.receive", "bytes": said.SerializeToString()}


def _said(message: Message) -> BackMsg | None:
    said = BackMsg()
    try:
        said.ParseFromString(message.get("bytes") or b"")
    except DecodeError:
        return None
    return said
