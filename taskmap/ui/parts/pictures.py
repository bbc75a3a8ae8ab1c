"""A picture on the page: the figure, its words, and its table one click away."""

from collections.abc import Callable

import streamlit as st

from taskmap.present.figures.picture import Picture
from taskmap.ui import state
from taskmap.ui.parts import tables
from taskmap.ui.parts.text import plain

QUIET = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


def show(picture: Picture, name: str, *, width: str = "wide") -> None:
    """A figure nobody clicks in.

    Args:
        picture: what to show.
        name: unique on the page.
        width: "wide" or "mid": how much of its width it keeps on a narrow screen, where it
            scrolls so that words stay readable.
    """
    st.markdown(plain(picture.summary))
    with st.container(key=f"{width}_{name}"):
        st.plotly_chart(
            picture.figure, key=f"{name}_figure", config=QUIET, theme=None, alt=picture.summary
        )
    beside(picture, name)


def show_clickable(picture: Picture, name: str, clicked: Callable[[str], None]) -> None:
    """A figure whose marks can be clicked; ``clicked`` gets the first of their custom data."""
    key = f"{name}_figure"

    def told() -> None:
        points = st.session_state[key].selection.points
        if points:
            clicked(str(points[0]["customdata"][0]))

    with st.container(key=f"mid_{name}"):
        st.plotly_chart(
            picture.figure,
            key=key,
            config=QUIET,
            theme=None,
            alt=picture.summary,
            on_select=told,
            selection_mode="points",
        )


def beside(picture: Picture, name: str) -> None:
    """The picture's table, folded."""
    with st.expander(state.words().say("ui.as_table", title=plain(picture.table.title))):
        tables.show(picture.table, f"{name}_table")
