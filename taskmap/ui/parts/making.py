"""A paper made when somebody asks, then fetched; why it could not be made is told in words."""

from collections.abc import Callable

import streamlit as st

from taskmap.ui import once, state
from taskmap.ui.parts import solving
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action

MIME = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ics": "text/calendar",
}


def button(label: str, file: str, content: str, work: Callable[[], bytes]) -> None:
    """One place that first makes a file and then gives it.

    Args:
        label: what is made, in the middle of a sentence.
        file: its name, with its ending.
        content: all that what is in it depends on; with another it is made anew.
        work: makes it, or refuses.
    """
    if not state.may(Action.EXPORT):
        return
    words, place = state.words(), st.empty()
    named, key = plain(label), f"make_{file}"
    made = once.made(file, content)
    if made is None and place.button(
        words.say("ui.paper.make", paper=named), key=key, icon=":material/print:"
    ):
        made = solving.analysis(lambda _: work())
        if made is not None:
            once.keep_made(file, content, made)
    if made is not None:
        place.download_button(
            words.say("ui.paper.fetch", paper=named),
            made,
            file_name=file,
            mime=MIME[file[file.rindex(".") :]],
            icon=":material/download:",
            key=f"fetch_{file}",
            on_click="ignore",
            type="primary",
        )
