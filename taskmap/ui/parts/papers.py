"""The unit on paper: what can be printed, made when it is asked for."""

from functools import partial

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import PAPERS


def draw(ready: Ready) -> None:
    """A button that opens the choice of papers."""
    words, workspace = state.words(), state.workspace()
    question = workspace.question(max_changes=None)
    with st.popover(words.say("ui.paper"), icon=":material/print:"):
        st.markdown(words.say("ui.paper.how"))
        blank = st.checkbox(words.say("ui.paper.blank"), key="paper_blank")
        for kind in PAPERS:
            st.download_button(
                words.say(f"ui.paper.{kind}"),
                partial(workspace.paper, ready.id, kind, question, words, blank=blank),
                file_name=f"{ready.id}-{words.say(f'ui.paper.name.{kind}')}.pdf",
                mime="application/pdf",
                icon=":material/download:",
                key=f"paper_{kind}",
                on_click="ignore",
                width="stretch",
            )
