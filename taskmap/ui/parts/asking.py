"""The question to the plan: a preset and three moves, and the rest for those who want it."""

import streamlit as st

from taskmap.model.question import Question
from taskmap.ui import state
from taskmap.ui.parts import (
    asking_demand,
    asking_file,
    asking_limits,
    asking_price,
    asking_ways,
    demand_list,
)
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import Preset


def question(ready: Ready) -> Question:
    """What the page asks: a preset and three moves, unless more is set."""
    words = state.words()
    preset = segments(
        state.PRESET,
        words.say("ui.ask.preset"),
        {p.value: words.say(f"ui.ask.preset.{p.value}") for p in Preset},
    )
    st.markdown(words.say(f"ui.ask.preset.{preset}_means"))
    with st.expander(words.say("ui.ask.more")):
        names = ("limits", "price", "demands", "ways", "file")
        tabs = st.tabs([words.say(f"ui.ask.tab.{name}") for name in names])
        asked = state.workspace().question(Preset(preset))
        with tabs[0]:
            asked = asking_limits.limited(asked)
        with tabs[1]:
            asked = asking_price.priced(asked, ready)
        with tabs[2]:
            asked = asking_demand.demanded(asked, ready)
        with tabs[3]:
            asked = asking_ways.widened(asked)
        with tabs[4]:
            asking_file.show(asked, ready)
    demand_list.show(ready)
    return asked
