"""Participation: who took part, what they said word for word, what waits, which duties are met."""

import streamlit as st

from taskmap.present import participation as words_of
from taskmap.ui import state
from taskmap.ui.parts import duty_list, guard, measure_board, participants, statements, voice_form
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.text import plain

PARTS = {
    "said": statements.draw,
    "meetings": participants.draw,
    "duties": duty_list.draw,
}

ready = guard.mapped()
words = state.words()
st.header(words.say("ui.page.participation"))
st.markdown(words.say("participation.page.how"))
card = state.mapped().followup(ready.id)
followup = measure_board.sound(card, ready)
st.markdown(plain(words_of.counts(followup, words)))
part = segments(
    state.PARTICIPATION,
    words.say("participation.page.part"),
    {name: words.say(f"participation.page.part.{name}") for name in PARTS},
    hidden=True,
)
PARTS[part](ready, card, followup)
if part == "said":
    voice_form.anything(ready, card, followup)
