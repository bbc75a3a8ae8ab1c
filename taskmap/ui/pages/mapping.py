"""The mapping in views: the tasks, their levels, the task map; edited; and its versions."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import (
    guard,
    inputs,
    mapping_edit,
    mapping_history,
    mapping_levels,
    mapping_map,
    mapping_tasks,
    meeting,
    papers,
)
from taskmap.ui.parts.choice import segments

VIEWS = {
    "tasks": mapping_tasks.draw,
    "edit": lambda _: mapping_edit.alone(),
    "meeting": meeting.draw,
    "inputs": inputs.draw,
    "levels": mapping_levels.draw,
    "map": mapping_map.draw,
    "history": mapping_history.draw,
}
OF_THE_MAPPING = ("edit", "meeting", "inputs", "history")  # never of a scenario

ready = guard.unit()
words = state.words()
st.header(words.say("ui.page.mapping"))
view = segments(
    state.VIEW,
    words.say("ui.mapping.view"),
    {name: words.say(f"ui.mapping.view.{name}") for name in VIEWS},
)
papers.draw(ready)
if view in OF_THE_MAPPING and state.scenarios():
    st.info(words.say("scenario.page.mapping_itself"), icon=":material/info:")
    ready = guard.mapped()
VIEWS[view](ready)
