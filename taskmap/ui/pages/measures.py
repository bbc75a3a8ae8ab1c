"""Measures of a unit: what was decided, what is missing, what is due, and what came of it."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import (
    guard,
    indicator_list,
    measure_board,
    measure_list,
    measure_new,
    measure_one,
)
from taskmap.ui.parts.choice import segments

PARTS = {
    "list": measure_list.draw,
    "board": measure_board.draw,
    "one": measure_one.draw,
    "new": measure_new.draw,
    "indicators": indicator_list.draw,
}

ready = guard.mapped()
words = state.words()
st.header(words.say("ui.page.measures"))
st.markdown(words.say("followup.page.how"))
card = state.mapped().followup(ready.id)
followup = measure_board.sound(card, ready)
part = segments(
    state.MEASURES,
    words.say("followup.page.part"),
    {name: words.say(f"followup.page.part.{name}") for name in PARTS},
    hidden=True,
)
PARTS[part](ready, card, followup)
measure_list.take_back(ready, card)
