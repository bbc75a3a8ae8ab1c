"""The menu: the pages of the one who looks, in the order they are used."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from taskmap.language import Reader
from taskmap.ui import state
from taskmap.ui.looking import LEADER, PROJECT_LEADER, REPRESENTATIVE

PAGES = Path(__file__).parent / "pages"
ICON = Path(__file__).parent / "icon.svg"
OVERVIEW = "overview"
MAPPING = "mapping"
SUGGESTIONS = "suggestions"
SCENARIOS = "scenarios"
MEASURES = "measures"
LOAD = "load"
PARTICIPATION = "participation"
CASE = "case"
COOPERATION = "cooperation"
FUNDS = "funds"
EXCHANGE = "exchange"
COMPARE = "compare"
TRAINING = "training"
PRECEDENTS = "precedents"
START = "start"

# At most six each; a page is named here when its file is there.
MENUS: dict[str, tuple[str, ...]] = {
    LEADER: (OVERVIEW, MAPPING, SUGGESTIONS, LOAD, SCENARIOS, MEASURES),
    PROJECT_LEADER: (COOPERATION, COMPARE, TRAINING, FUNDS, PRECEDENTS),
    REPRESENTATIVE: (LOAD, CASE, PARTICIPATION),
}
MORE: dict[str, tuple[str, ...]] = {
    LEADER: (CASE, PARTICIPATION, EXCHANGE, START),
    PROJECT_LEADER: (OVERVIEW, MAPPING, SUGGESTIONS, LOAD, SCENARIOS, MEASURES),
    REPRESENTATIVE: (OVERVIEW, SUGGESTIONS),
}
# Opened in place of a page the one who looks may not write on.
_NOT_YOURS = PAGES / "not_yours.py"


def pages(reader: Reader, who: str) -> dict[str, list[StreamlitPage]]:
    """The pages of the one who looks, the rest folded; addresses are the same in every language.

    Pages of others are no choice in the menu, but their addresses work; for representatives only
    those where nothing can be changed.
    """
    return {
        "": [*(_page(name, reader) for name in MENUS[who]), *_by_address(reader, who)],
        reader.say("ui.page.more"): [_page(name, reader) for name in MORE[who]],
    }


def lookers() -> tuple[str, ...]:
    """Who has a menu of their own."""
    return tuple(who for who, names in MENUS.items() if names)


def is_open(name: str, who: str) -> bool:
    """Whether a page may be opened by the one who looks."""
    return who != REPRESENTATIVE or name in {*MENUS[who], *MORE[who]}


def link(name: str, label: str) -> None:
    """A way to a page, with what is chosen; none where it is not open to the one who looks."""
    if is_open(name, state.who()):
        st.page_link(PAGES / f"{name}.py", label=label, icon=":material/arrow_forward:")


def go(name: str) -> None:
    """On to a page."""
    st.switch_page(PAGES / f"{name}.py")


def _by_address(reader: Reader, who: str) -> Iterator[StreamlitPage]:
    shown = {*MENUS[who], *MORE[who]}
    every = chain.from_iterable((*MENUS.values(), *MORE.values()))
    for name in dict.fromkeys(every):
        if name not in shown:
            yield _page(name, reader, visibility="hidden", is_open=is_open(name, who))


def _page(
    name: str,
    reader: Reader,
    *,
    visibility: Literal["visible", "hidden"] = "visible",
    is_open: bool = True,
) -> StreamlitPage:
    return st.Page(
        PAGES / f"{name}.py" if is_open else _NOT_YOURS,
        title=reader.say(f"ui.page.{name}"),
        url_path=name,
        default=name == OVERVIEW,
        visibility=visibility,
    )
