"""The SVG component: a drawing whose boxes are reached by Tab and opened by Enter or a click."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from taskmap.present.figures.drawing import Drawing
from taskmap.ui import state
from taskmap.ui.parts import tables
from taskmap.ui.parts.text import plain

_HERE = Path(__file__).parent

# role and tabindex: a picture wider than the screen is scrolled with the arrow keys.
_SVG = st.components.v2.component(
    "taskmap_drawing",
    html='<div class="legend"></div><p class="swipe"></p>'
    '<div class="frame" role="region" tabindex="0"></div>',
    css=(_HERE / "drawing.css").read_text(encoding="utf-8"),
    js=(_HERE / "drawing.js").read_text(encoding="utf-8"),
)


def show(drawing: Drawing, name: str, opened: Callable[[str], None]) -> None:
    """A drawing with its words above and its table below.

    Args:
        drawing: what to show.
        name: unique on the page.
        opened: gets the id of a box that was opened.
    """

    def told() -> None:
        box = st.session_state[name].get("opened")
        if box in {b.id for b in drawing.boxes if b.id}:
            opened(box)

    st.markdown(plain(drawing.summary))
    swipe = state.words().say("ui.swipe")
    data = {**drawing.as_data(), "title": drawing.table.title, "swipe": swipe}
    _SVG(key=name, data=data, on_opened_change=told)
    with st.expander(state.words().say("ui.as_table", title=plain(drawing.table.title))):
        tables.show(drawing.table, f"{name}_table")
