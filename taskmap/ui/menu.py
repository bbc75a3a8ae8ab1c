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
SCENARIOS = "scenarios"
MEASURES = "measures"
LOAD = "load"
EXCHANGE = "exchange"
START = "start"

LEADER = "leader"
MENUS = {LEADER: (OVERVIEW, MAPPING, SUGGESTIONS, LOAD, SCENARIOS, MEASURES)}
MORE = {LEADER: (EXCHANGE, START)}


def pages(reader: Reader) -> dict[str, list[StreamlitPage]]:
    """The pages of the one who looks, the rest folded; addresses are the same in every language."""
    return {
        "": [_page(name, reader) for name in MENUS[LEADER]],
        reader.say("ui.page.more"): [_page(name, reader) for name in MORE[LEADER]],
    }


def link(name: str, label: str) -> None:
    """A way to a page, with what is chosen."""
    st.page_link(PAGES / f"{name}.py", label=label, icon=":material/arrow_forward:")


def go(name: str) -> None:
    """On to a page."""
    st.switch_page(PAGES / f"{name}.py")


def _page(name: str, reader: Reader) -> StreamlitPage:
    return st.Page(
        PAGES / f"{name}.py",
        title=reader.say(f"ui.page.{name}"),
        url_path=name,
        default=name == OVERVIEW,
    )
