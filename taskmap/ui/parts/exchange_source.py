"""Where a foreign file goes, and where it comes from: a file, or cells that were copied."""

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
                text = st.text_area(words.say("incoming.paste"), key=state.PASTED, height=150)
                name = words.say("incoming.pasted")
                return hall.pasted(text, name, unit, words) if (text or "").strip() else None
            file = st.file_uploader(
                words.say("incoming.file"), key=state.FOREIGN, max_upload_size=_MOST_MEGABYTES
            )
            return hall.incoming(file.getvalue(), file.name, unit, words) if file else None
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)), icon=":material/error:")
        return None


def told_created() -> None:
    """That the unit chosen was made from a file here."""
    unit = state.unit()
    if unit is not None and state.created() == unit:
        told = state.words().say("incoming.created", unit=unit)
        st.success(plain(told), icon=":material/check_circle:")
