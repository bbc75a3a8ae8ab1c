"""Good examples: real units where a task is done otherwise, on what terms and with what result."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import example_cards

words = state.words()
st.header(words.say("ui.page.precedents"))
st.markdown(words.say("precedent.page.how"))
with st.spinner(words.say("ui.reading")):
    example_cards.examples()
st.header(words.say("precedent.page.moves_title"))
example_cards.suggested()
