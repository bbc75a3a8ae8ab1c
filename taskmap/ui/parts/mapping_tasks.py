"""The view of tasks: search and filter, one long table, and who does what."""

import streamlit as st

from taskmap.present.figures.division import division
from taskmap.present.figures.inventory import Wish, asked, inventory
from taskmap.ui import once, state
from taskmap.ui.parts import pictures, tables, task_filter
from taskmap.ui.parts.guard import Ready

MOST_ROWS = 40  # of the matrix: more than this is a wall; the table holds them all


def draw(ready: Ready) -> None:
    """Search, table, matrix."""
    words, naming = state.words(), ready.naming
    question = state.workspace().question(max_changes=None)
    levels = {level.leaf: level for level in state.workspace().levels(ready.id, question)}
    wish = _wish(ready)
    leaves = asked(naming, levels, wish)
    st.markdown(words.say("ui.tasks.found", n=len(leaves), all=len(ready.mapping.leaves)))
    if not leaves:
        st.info(words.say("ui.tasks.none"))
        return
    if len({leaf.task_id for leaf in leaves}) < len(leaves):
        st.markdown(words.say("ui.tasks.split"))
    tables.grid(inventory(leaves, levels, naming), "inventory")
    st.subheader(words.say("ui.tasks.division"))
    st.markdown(words.say("ui.tasks.division_how"))
    if len(leaves) > MOST_ROWS:
        st.markdown(words.say("ui.tasks.division_first", n=MOST_ROWS))
    shown = leaves[:MOST_ROWS]
    rulings = state.workspace().rulings(ready.id, question)
    picture = once.drawn(
        (ready.opened.digest, question, "division", *(leaf.id for leaf in shown)),
        lambda: division(shown, levels, rulings, naming),
    )
    pictures.show(picture, "division")


def _wish(ready: Ready) -> Wish:
    words = state.words()
    left, middle, right = st.columns([2, 2, 2])
    with left:
        text = st.text_input(words.say("ui.tasks.search"), key="search", persist_state="session")
    group, role = task_filter.group_and_role(ready, middle, right)
    lower = st.toggle(words.say("ui.tasks.only_lower"), key="only_lower", persist_state="session")
    return Wish(text=text or "", group=group, role=role, only_lower=lower)
