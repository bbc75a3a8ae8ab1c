"""Which other solutions than a move the plan may use."""

from dataclasses import replace

import streamlit as st

from taskmap.model.alternative import AlternativeKind
from taskmap.model.question import Question
from taskmap.ui import state


def widened(asked: Question) -> Question:
    """The question with the other solutions accepted, and whether work may move up."""
    words = state.words()
    st.markdown(words.say("ui.ask.ways_how"))
    chosen = st.multiselect(
        words.say("ui.ask.ways"),
        [kind.value for kind in AlternativeKind],
        format_func=lambda kind: words.say(f"ui.ask.way.{kind}"),
        key=state.widget(state.ALTERNATIVES),
        persist_state="session",
        placeholder=words.say("ui.ask.ways_none"),
    )
    upwards = st.toggle(
        words.say("ui.ask.upwards"),
        key=state.UPWARDS,
        persist_state="session",
        help=words.say("ui.ask.upwards_means"),
    )
    kinds = frozenset(map(AlternativeKind, chosen))
    return replace(asked, alternatives=kinds, upwards=upwards)
