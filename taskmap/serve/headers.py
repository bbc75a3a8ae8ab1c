"""Headers every answer carries."""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_A_YEAR = "max-age=31536000"
_LASTING = "/static/"  # Streamlit's own files, which have their content in their names


class Headers:
    """Sets what a browser is told about every answer.

    Args:
        app: what answers.
        policy: what the page may load and run.
        secure: whether people reach it over TLS.
    """

    def __init__(self, app: ASGIApp, policy: str, *, secure: bool) -> None:
        self._app = app
        own = _ALWAYS | {"content-security-policy": policy}
        if secure:
            own["strict-transport-security"] = _A_YEAR
        self._own = [(name.encode(), value.encode()) for name, value in own.items()]
        self._names = {name for name, _ in self._own} | {b"server", b"access-control-allow-origin"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and set the headers as the answer begins."""
        lasting = scope["type"] == "http" and scope["path"].startswith(_LASTING)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._with(message["headers"], lasting=lasting)}
            await send(message)

        await self._app(scope, receive, sent if scope["type"] == "http" else send)

    def _with(
        self, given: Iterable[tuple[bytes, bytes]], *, lasting: bool
    ) -> list[tuple[bytes, bytes]]:
        kept = [(name, value) for name, value in given if name.lower() not in self._names]
        if not lasting:
            kept = [(name, value) for name, value in kept if name.lower() != b"cache-control"]
            kept.append((b"cache-control", b"no-store"))
        return [*kept, *self._own]
