"""Headers every answer carries."""

from collections.abc import Iterable, Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_A_YEAR = "max-age=31536000; includeSubDomains"
_LASTING = "/static/"  # Streamlit's own files, which have their content in their names
_MADE = "/media/"
# What was made for somebody is looked at or saved, and never a page of its own.
_NO_PAGE = (
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; sandbox"
)


class Headers:
    """Sets what a browser is told about every answer.

    Args:
        app: what answers.
        policy: what the page may load and run.
        secure: whether people reach it over TLS.
    """

    def __init__(self, app: ASGIApp, policy: str, *, secure: bool) -> None:
        self._app = app
        self._secure = secure
        always = _ALWAYS | ({"strict-transport-security": _A_YEAR} if secure else {})
        self._own = _encoded(always | {"content-security-policy": policy})
        self._of_made = _encoded(always | {"content-security-policy": _NO_PAGE})
        self._names = {name for name, _ in self._own} | {b"server", b"access-control-allow-origin"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and set the headers as the answer begins."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._with(message["headers"], scope["path"])}
            await send(message)

        await self._app(scope, receive, sent if scope["type"] == "http" else send)

    def _with(self, given: Iterable[tuple[bytes, bytes]], path: str) -> list[tuple[bytes, bytes]]:
        kept = [(name.lower(), value) for name, value in given if name.lower() not in self._names]
        if not path.startswith(_LASTING):
            kept = [(name, value) for name, value in kept if name != b"cache-control"]
            kept.append((b"cache-control", b"no-store"))
        if self._secure:
            kept = [(name, _bound(name, value)) for name, value in kept]
        return [*kept, *(self._of_made if path.startswith(_MADE) else self._own)]


def _encoded(told: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in told.items()]


def _bound(name: bytes, value: bytes) -> bytes:
    """A header's value; a cookie comes along over TLS alone, which Streamlit cannot know of."""
    bound = name != b"set-cookie" or b"; secure" in value.lower()
    return value if bound else value + b"; Secure"
