"""The mapping in three views: the tasks, their levels, and the task map."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import guard, mapping_levels, mapping_map, mapping_tasks
from taskmap.ui.parts.choice import segments

VIEWS = {
    "tasks": mapping_tasks.draw,
    "levels": mapping_levels.draw,
    "map": mapping_map.draw,
}

ready = guard.unit()
words = state.words()
st.header(words.say("ui.page.mapping"))
view = segments(
    state.VIEW,
    words.say("ui.mapping.view"),
    {name: words.say(f"ui.mapping.view.{name}") for name in VIEWS},
)
VIEWS[view](ready)
