"""The view of levels: a ladder for one task group at a time."""

import streamlit as st

from taskmap.present.figures.ladder import ladder
from taskmap.ui import once, state
from taskmap.ui.parts import pictures
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready


def draw(ready: Ready) -> None:
    """Choose a group, see its ladder."""
    words, naming = state.words(), ready.naming
    question = state.workspace().question(max_changes=None)
    levels = {level.leaf: level for level in state.workspace().levels(ready.id, question)}
    group = pick(
        state.GROUP,
        words.say("ui.levels.group"),
        {code: naming.group(code) for code in naming.groups},
        width=430,
    )
    if group is None:
        st.info(words.say("ui.tasks.none"))
        return
    st.markdown(words.say("ui.levels.how"))
    leaves = tuple(leaf.id for leaf in naming.groups[group])
    content = (ready.opened.digest, question, "ladder", group)
    pictures.show(once.drawn(content, lambda: ladder(leaves, levels, naming)), "ladder")
