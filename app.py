"""The Streamlit entry: frame, page list and lasting pickers."""

import streamlit as st

from taskmap.ui import menu, process, state
from taskmap.ui.parts import address, frame, login

st.set_page_config(page_title="Taskmap", page_icon=str(menu.ICON), layout="wide")
login.required()
page = st.navigation(menu.pages(state.words(), state.who()), position="top")
with process.seen_to(), address.written():
    frame.draw()
    page.run()
