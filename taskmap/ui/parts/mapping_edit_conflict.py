"""Where two changed the same: both values, and a button for each."""

import streamlit as st

from taskmap.present import versions
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import Stands


def draw(ready: Ready, bench: Bench) -> None:
    """The box; nothing where nothing is asked."""
    if not bench.conflicts or bench.choose is None:
        return
    words = state.words()
    with st.container(border=True, key="conflict"):
        st.warning(words.say("ui.conflict.lead"))
        for conflict in bench.conflicts:
            st.markdown(bold(versions.place(conflict.path, ready.naming)))
            mine, theirs = (
                versions.value(each, ready.naming) for each in (conflict.mine, conflict.theirs)
            )
            st.markdown(plain(words.say("ui.conflict.mine", value=mine)))
            st.markdown(plain(words.say("ui.conflict.theirs", value=theirs)))
        with st.container(horizontal=True):
            for stands in Stands:
                st.button(
                    words.say(f"ui.conflict.keep.{stands}"),
                    key=f"keep_{stands}_{bench.digest[:8]}",
                    on_click=bench.choose,
                    args=(stands,),
                )
