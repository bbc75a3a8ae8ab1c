"""What the user has demanded, one line each, with a button that takes it away."""

from collections.abc import Iterable

import streamlit as st

from taskmap.model.demand import Demand, listed
from taskmap.present.demands import sentence
from taskmap.ui import state
from taskmap.ui.parts import demanding
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain


def show(ready: Ready) -> None:
    """Everything demanded; nothing where nothing is."""
    words, found = state.words(), listed(demanding.demands(ready))
    if not found:
        return
    with st.container(border=True, gap="small"):
        st.markdown(bold(words.say("ui.demands")))
        lines(found, ready, "demand")
        if len(found) > 1:
            st.button(
                words.say("ui.demands.take_all_away"),
                key="demand_all",
                icon=":material/delete_sweep:",
                on_click=demanding.take_away,
                args=(ready, *found),
            )


def lines(found: Iterable[Demand], ready: Ready, name: str) -> None:
    """One line a demand, its button beside it.

    Args:
        found: the demands.
        ready: the unit.
        name: of the list, unique on the page.
    """
    words = state.words()
    for one in found:
        told = sentence(one, ready.naming)
        at = "-".join((name, one.field, *one.about))
        with st.container(horizontal=True, vertical_alignment="center", key=f"line_{at}"):
            st.markdown(plain(told), width="stretch")
            st.button(
                words.say("ui.demands.take_away"),
                key=f"take_{at}",
                icon=":material/close:",
                help=words.say("ui.demands.take_away_this", demand=plain(told)),
                on_click=demanding.take_away,
                args=(ready, one),
            )
