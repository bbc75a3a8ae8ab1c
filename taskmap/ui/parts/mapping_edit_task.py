"""Which task a form below the grid is about."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts.guard import Ready


def chosen(ready: Ready, bench: Bench, form: str) -> str:
    """A task picked from the whole mapping.

    Args:
        ready: the unit's mapping and its names.
        bench: what the grid says.
        form: name of the form, unique among those below the grid.
    """
    task: str = st.selectbox(
        state.words().say("edit.column.name"),
        list(bench.said),
        format_func=ready.naming.whole_task,
        key=f"{form}_task_{bench.forms}",
    )
    return task
