"""In place of a page where things are changed, for one who reads them elsewhere."""

import streamlit as st

from taskmap.ui import menu, state

words = state.words()
st.header(words.say("ui.not_yours.title"))
several = len(state.lookers()) > 1
st.markdown(words.say("ui.not_yours.what" if several else "ui.not_yours.by_rights"))
for name in (*menu.MENUS[state.who()], *menu.MORE[state.who()]):
    menu.link(name, words.say(f"ui.page.{name}"))
