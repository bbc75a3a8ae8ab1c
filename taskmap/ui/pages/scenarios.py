"""Scenarios: what a unit would be if something were otherwise; made, changed, compared, used."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import guard, scenario_compare, scenario_edit, scenario_list
from taskmap.ui.parts.choice import segments

PARTS = {
    "list": scenario_list.draw,
    "edit": scenario_edit.draw,
    "compare": scenario_compare.draw,
}

ready = guard.mapped()
words = state.words()
st.header(words.say("ui.page.scenarios"))
st.markdown(words.say("scenario.page.how"))
part = segments(
    state.PART,
    words.say("scenario.page.part"),
    {name: words.say(f"scenario.page.part.{name}") for name in PARTS},
    hidden=True,
)
PARTS[part](ready)
