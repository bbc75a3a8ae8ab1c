"""The menu: the pages of the one who looks, in the order they are used."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from taskmap.language import Reader
from taskmap.ui import state
from taskmap.ui.looking import LEADER, PROJECT_LEADER, READER, REPRESENTATIVE
from taskmap.workspace import Action

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
    READER: (OVERVIEW, LOAD, SUGGESTIONS, CASE, PARTICIPATION),
}
MORE: dict[str, tuple[str, ...]] = {
    LEADER: (CASE, PARTICIPATION, EXCHANGE, START),
    PROJECT_LEADER: (OVERVIEW, MAPPING, SUGGESTIONS, LOAD, SCENARIOS, MEASURES),
    REPRESENTATIVE: (OVERVIEW, SUGGESTIONS),
    READER: (),
}
# Pages that are there to change something, and the right that asks for.
CHANGES: dict[str, Action] = {
    **dict.fromkeys((MAPPING, SCENARIOS, EXCHANGE, START), Action.EDIT),
    MEASURES: Action.DECIDE,
    FUNDS: Action.SHARE,
}
# Opened in place of a page the one who looks may not write on.
_NOT_YOURS = PAGES / "not_yours.py"


def pages(reader: Reader, who: str) -> dict[str, list[StreamlitPage]]:
    """The pages of the one who looks, the rest folded; addresses are the same in every language.

    Pages of others are no choice in the menu, but their addresses work, where the one who looks may
    do what they are for.
    """
    first, more = (
        [_page(name, reader) for name in of[who] if is_open(name, who)] for of in (MENUS, MORE)
    )
    found = {"": [*first, *_by_address(reader, who)]}
    return found | ({reader.say("ui.page.more"): more} if more else {})


def is_open(name: str, who: str) -> bool:
    """Whether a page may be opened by the one who looks."""
    return state.may(CHANGES.get(name, Action.LOOK), who)


def link(name: str, label: str) -> None:
    """A way to a page, with what is chosen; none where it is not open to the one who looks."""
    if is_open(name, state.who()):
        st.page_link(PAGES / f"{name}.py", label=label, icon=":material/arrow_forward:")


def go(name: str) -> None:
    """On to a page."""
    st.switch_page(PAGES / f"{name}.py")


def _by_address(reader: Reader, who: str) -> Iterator[StreamlitPage]:
    shown = {name for name in (*MENUS[who], *MORE[who]) if is_open(name, who)}
    every = chain.from_iterable((*MENUS.values(), *MORE.values()))
    for name in dict.fromkeys(every):
        if name not in shown:
            yield _page(name, reader, visibility="hidden", opens=is_open(name, who))


def _page(
    name: str,
    reader: Reader,
    *,
    visibility: Literal["visible", "hidden"] = "visible",
    opens: bool = True,
) -> StreamlitPage:
    return st.Page(
        PAGES / f"{name}.py" if opens else _NOT_YOURS,
        title=reader.say(f"ui.page.{name}"),
        url_path=name,
        default=name == OVERVIEW,
        visibility=visibility,
    )
