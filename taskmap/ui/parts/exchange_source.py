"""Where a foreign file goes, and where it comes from: a file, or cells that were copied."""

from dataclasses import dataclass

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.present import refusals
from taskmap.ui import menu, state
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import Incoming

HERE, NEW = "here", "new"
_FILE, _PASTE = "file", "paste"
_MOST_MEGABYTES = 20  # as much as is read


@dataclass(frozen=True, slots=True)
class _Held:
    """A file somebody uploaded, kept while other pages are looked at."""

    name: str
    data: bytes


def target() -> str:
    """Into the unit chosen, or as a new one."""
    words = state.words()
    first = (NEW, HERE) if state.unit() is None else (HERE, NEW)
    choices = {name: words.say(f"incoming.into.{name}") for name in first}
    chosen = segments(state.INTO, words.say("incoming.into"), choices)
    if chosen == NEW:
        st.markdown(words.say("incoming.new_how"))
        menu.link(menu.START, words.say("ui.page.start"))
    elif state.unit() is None:
        st.info(words.say("incoming.choose_unit"), icon=":material/info:")
    return chosen


def waiting_list() -> bool:
    """Whether a file waits for the unit that is about to be started; told where one does."""
    file: _Held | None = state.now_in(state.HELD)
    if file is None or state.kept(state.INTO) != NEW:
        return False
    told = state.words().say("incoming.waits", file=file.name)
    st.info(plain(told), icon=":material/info:")
    return True


def read(ready: Ready | None, into: str) -> Incoming | None:
    """What somebody uploaded or pasted, read; None before that, and where it was refused."""
    if into == HERE and ready is None:
        return None
    words = state.words()
    choices = {name: words.say(f"incoming.from.{name}") for name in (_FILE, _PASTE)}
    source = segments(state.SOURCE, words.say("incoming.from"), choices)
    unit = ready.id if ready is not None and into == HERE else None
    hall = state.mapped()
    try:
        with st.spinner(words.say("incoming.reading")):
            if source == _PASTE:
                text = st.text_area(
                    words.say("incoming.paste"), key=state.PASTED, height=150,
                    persist_state="session",
                )  # fmt: skip
                name = words.say("incoming.pasted")
                return hall.pasted(text, name, unit, words) if (text or "").strip() else None
            st.file_uploader(
                words.say("incoming.file"), key=state.FOREIGN, max_upload_size=_MOST_MEGABYTES,
                on_change=_hold,
            )  # fmt: skip
            file: _Held | None = state.now_in(state.HELD)
            if file is None:
                return None
            _told_held(file)
            return hall.incoming(file.data, file.name, unit, words)
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)), icon=":material/error:")
        return None


def _hold() -> None:
    """Keep what was uploaded while the session lasts, or let it go with the field."""
    file = state.now_in(state.FOREIGN)
    state.put(state.HELD, _Held(file.name, file.getvalue()) if file else None)


def _told_held(file: _Held) -> None:
    """Which file is meant, where somebody left the page and came back to an empty field."""
    words = state.words()
    if state.now_in(state.FOREIGN) is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(words.say("incoming.held", file=file.name)))
            st.button(
                words.say("incoming.let_go"), key="let_go_of_file", on_click=state.put,
                args=(state.HELD, None),
            )  # fmt: skip


def told_created() -> None:
    """That the unit chosen was made from a file here."""
    unit = state.unit()
    if unit is not None and state.created() == unit:
        told = state.words().say("incoming.created", unit=unit)
        st.success(plain(told), icon=":material/check_circle:")
