"""Units side by side: figures, questions, tasks, levels, and how far each is."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import comparing
from taskmap.ui.parts.choice import segments

PARTS = {
    "figures": comparing.figures,
    "asked": comparing.questions,
    "tasks": comparing.tasks,
    "matrices": comparing.levels,
    "progress": comparing.progress,
}

words = state.words()
st.header(words.say("ui.page.compare"))
st.markdown(words.say("compare.page.how"))
chosen = comparing.choose()
if len(chosen) < 2:
    st.info(words.say("compare.page.too_few"))
    st.stop()
with st.spinner(words.say("ui.reading")):
    found = state.mapped().compare(chosen)
comparing.told(found)
part = segments(
    state.COMPARING,
    words.say("compare.page.part"),
    {name: words.say(f"compare.page.part.{name}") for name in PARTS},
    hidden=True,
)
PARTS[part](found, comparing.names_of(found))
