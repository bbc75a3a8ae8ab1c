"""Asking for a plan: with progress while it is worked out, and words when it cannot be."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain


def plan(ready: Ready, question: Question) -> Plan | None:
    """A plan, remembered from before or worked out now; None where there is none to show.

    Leaving the page ends the calculation: the next report of progress stops this run.
    """
    place = st.empty()
    words = state.words()

    def told(stage: str, share: float) -> None:
        del stage  # one sentence is enough for the second or two it takes
        part = min(max(share, 0.0), 1.0)
        place.progress(part, text=words.say("ui.solving", share=words.percent(part)))

    try:
        return state.workspace().suggest(ready.id, question, told)
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)), icon=":material/error:")
        return None
    finally:
        place.empty()
