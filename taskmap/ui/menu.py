"""The menu: the pages that work, in the order they are used."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from taskmap.language import Reader

PAGES = Path(__file__).parent / "pages"
ICON = Path(__file__).parent / "icon.svg"
OVERVIEW = "overview"
MAPPING = "mapping"
SUGGESTIONS = "suggestions"

LEADER = "leader"
MENUS = {LEADER: (OVERVIEW, MAPPING, SUGGESTIONS)}


def pages(reader: Reader) -> list[StreamlitPage]:
    """The pages of the one who looks; addresses are the same in every language."""
    return [
        st.Page(
            PAGES / f"{name}.py",
            title=reader.say(f"ui.page.{name}"),
            url_path=name,
            default=name == OVERVIEW,
        )
        for name in MENUS[LEADER]
    ]
