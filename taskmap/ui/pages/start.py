"""A new mapping from nothing: the unit, its week, its professions and what the mapping is for."""

import streamlit as st

from taskmap.ui import menu, state
from taskmap.ui.parts import exchange_source, meeting_start

words = state.words()
st.header(words.say("ui.page.start"))
st.markdown(words.say("meeting.start.how"))
waits = exchange_source.waiting_list()
unit = meeting_start.draw()
if unit is not None and waits:
    state.choose_next({state.UNIT: unit, state.INTO: exchange_source.HERE})
    menu.go(menu.EXCHANGE)
elif unit is not None:
    state.choose_next({state.UNIT: unit, state.VIEW: "meeting"})
    menu.go(menu.MAPPING)
