"""In place of a page where things are changed, for one who reads them elsewhere."""

import streamlit as st

from taskmap.ui import menu, state
from taskmap.ui.looking import REPRESENTATIVE

words = state.words()
st.header(words.say("ui.not_yours.title"))
st.markdown(words.say("ui.not_yours.what"))
for name in (*menu.MENUS[REPRESENTATIVE], *menu.MORE[REPRESENTATIVE]):
    menu.link(name, words.say(f"ui.page.{name}"))
