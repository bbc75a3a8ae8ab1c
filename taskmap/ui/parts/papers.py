"""The unit on paper: what can be printed, made when it is asked for."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import PAPERS

MIME = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def draw(ready: Ready) -> None:
    """A button that opens the choice of papers, and of their tables as workbooks."""
    words, workspace = state.words(), state.workspace()
    question = workspace.question(max_changes=None)
    with st.popover(words.say("ui.paper"), icon=":material/print:"):
        st.markdown(words.say("ui.paper.how"))
        blank = st.checkbox(words.say("ui.paper.blank"), key="paper_blank")
        for kind in PAPERS:
            made = partial(workspace.paper, ready.id, kind, question, words, blank=blank)
            _button(words.say(f"ui.paper.{kind}"), made, ready, kind, ".pdf")
        for kind in (kind for kind, endings in PAPERS.items() if ".xlsx" in endings):
            made = partial(workspace.book, ready.id, kind, question, words)
            _button(words.say(f"ui.paper.book.{kind}"), made, ready, kind, ".xlsx")


def _button(label: str, made: Callable[[], bytes], ready: Ready, kind: str, ending: str) -> None:
    st.download_button(
        label,
        made,
        file_name=f"{ready.id}-{state.words().say(f'ui.paper.name.{kind}')}{ending}",
        mime=MIME[ending],
        icon=":material/download:",
        key=f"paper_{kind}{ending}",
        on_click="ignore",
        width="stretch",
    )
