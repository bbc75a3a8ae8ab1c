"""Whether the service does what people come for: a page can talk with it, and documents are there.

Streamlit's own health answers while no page can connect, behind a proxy that passes no websockets.
"""

import asyncio
import json
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

from taskmap.serve.browsers import Browsers
from taskmap.serve.settings import Settings
from taskmap.workspace import storing

SECONDS = 5.0  # an answer is good for so long, and tried for so long


class Health:
    """The page ``/health``: 200 when all is well, 503 when not, and what of it.

    Args:
        settings: where the service listens and where documents lie.
        browsers: know the name the service tries itself with.
    """

    def __init__(self, settings: Settings, browsers: Browsers) -> None:
        self._settings = settings
        self._browsers = browsers
        self._known: tuple[float, dict[str, bool]] | None = None
        self._trying = asyncio.Lock()

    async def answer(self, _request: Request) -> Response:
        """What is well; looked up at most every few seconds, whoever asks."""
        async with self._trying:
            if self._known is None or monotonic() - self._known[0] > SECONDS:
                self._known = (monotonic(), await self._tried())
        found = self._known[1]
        status = 200 if all(found.values()) else 503
        return Response(json.dumps(found), status, media_type="application/json")

    async def _tried(self) -> dict[str, bool]:
        documents = run_in_threadpool(storing.answers, self._settings.documents)
        talk, there = await asyncio.gather(self._talks(), documents)
        return {"websocket": talk, "documents": there}

    async def _talks(self) -> bool:
        """Whether a page could connect now."""
        address = self._settings.address
        host = f"[{address}]" if ":" in address else address
        at = f"{host}:{self._settings.port}"
        headers = {"Cookie": f"{self._browsers.cookie}={self._browsers.own}"}
        try:
            async with connect(
                f"ws://{at}/_stcore/stream",
                origin=Origin(f"http://{at}"),
                additional_headers=headers,
                open_timeout=SECONDS,
                proxy=None,
            ) as opened:
                await asyncio.wait_for(await opened.ping(), SECONDS)
        except (OSError, TimeoutError, WebSocketException):
            return False
        return True
