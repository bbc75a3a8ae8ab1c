"""Good examples: real units where a task is done otherwise, on what terms and with what result."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import example_cards, example_try

words = state.words()
st.header(words.say("ui.page.precedents"))
st.markdown(words.say("precedent.page.how"))
with st.spinner(words.say("ui.reading")):
    chosen = example_cards.examples()
example_try.offer(chosen)
st.header(words.say("precedent.page.moves_title"))
example_cards.suggested()
