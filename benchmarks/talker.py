"""Somebody at a page, without a browser: asks for pages and presses what is on them as one does.

Speaks what a page and the server speak (Streamlit's protocol, from the installed package).
"""

import asyncio
import http.client
from contextlib import closing
from dataclasses import dataclass, field
from time import perf_counter
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

SECONDS = 120.0  # waited for a page before it is an error


class PageLost(Exception):
    """A page did not come, or came with a fault."""


@dataclass(slots=True)
class Shown:
    """What a page holds, as far as somebody here presses it.

    Args:
        pages: Streamlit's name of each page, by its address.
        choices: choosers with the words to choose from, by Streamlit's name of them.
    """

    pages: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Talker:
    """One open page.

    Args:
        port: of the service on this machine.
        unit: looked at.
    """

    def __init__(self, port: int, unit: str) -> None:
        self._host = f"127.0.0.1:{port}"
        self._query = f"lang=nb&unit={unit}"
        self._page = ""
        self.shown = Shown()

    async def __aenter__(self) -> Self:
        """Open the page as a browser does: the page itself, with its cookie, then the talk."""
        try:
            cookie = await asyncio.to_thread(self._fetched)
            self._line: ClientConnection = await connect(
                f"ws://{self._host}/_stcore/stream",
                origin=Origin(f"http://{self._host}"),
                additional_headers={"Cookie": cookie},
                proxy=None,
                max_size=None,
                open_timeout=SECONDS,
            )
        except (OSError, WebSocketException) as lost:
            raise PageLost(type(lost).__name__) from lost
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        """Close the page."""
        await self._line.close()

    async def open(self, page: str) -> float:
        """Go to a page by the menu; the first time, to whatever the address opens.

        Returns:
            Seconds until it was there.
        """
        self._page = self.shown.pages.get(page, "")
        return await self._run(BackMsg())

    async def choose(self, words: str) -> float:
        """Press a choice by its words.

        Returns:
            Seconds until the page was there.

        Raises:
            PageLost: there is none such on the page.
        """
        for name, options in self.shown.choices.items():
            if words in options:
                asked = BackMsg()
                state = asked.rerun_script.widget_states.widgets.add()
                state.id = name
                state.string_array_value.data.append(words)
                return await self._run(asked)
        raise PageLost(words)

    async def _run(self, asked: BackMsg) -> float:
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_script_hash = self._page
        begun = perf_counter()
        try:
            await self._line.send(asked.SerializeToString())
            await asyncio.wait_for(self._there(), SECONDS)
        except (TimeoutError, OSError, WebSocketException) as lost:
            raise PageLost(type(lost).__name__) from lost
        return perf_counter() - begun

    async def _there(self) -> None:
        """Read until the page was told to its end."""
        self.shown.choices.clear()
        while True:
            told = ForwardMsg.FromString(await self._line.recv(decode=False))
            self._note(told)
            if not told.HasField("script_finished"):
                continue
            if told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return
            if told.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise PageLost("compile")

    def _note(self, told: ForwardMsg) -> None:
        if told.HasField("navigation"):
            self.shown.pages = {
                p.url_pathname: p.page_script_hash for p in told.navigation.app_pages
            }
            self._page = told.navigation.page_script_hash
        elif told.HasField("delta"):
            element = told.delta.new_element
            if element.HasField("exception"):
                raise PageLost(element.exception.type)
            if element.HasField("button_group"):
                group = element.button_group
                self.shown.choices[group.id] = tuple(option.content for option in group.options)

    def _fetched(self) -> str:
        """The cookie that comes with the page."""
        with closing(http.client.HTTPConnection(self._host, timeout=SECONDS)) as asked:
            asked.request("GET", "/")
            answer = asked.getresponse()
            answer.read()
            return (answer.getheader("set-cookie") or "").split(";")[0]
