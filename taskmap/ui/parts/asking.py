"""The question to the plan: a preset, and the rest for those who want it."""

from dataclasses import replace

import streamlit as st

from taskmap.model.question import Question
from taskmap.model.ruling import Condition
from taskmap.ui import state
from taskmap.ui.parts.choice import segments
from taskmap.workspace import Preset

FEW = 3


def question() -> Question:
    """What the page asks: a preset and three moves, unless more is set."""
    words = state.words()
    preset = segments(
        state.PRESET,
        words.say("ui.ask.preset"),
        {p.value: words.say(f"ui.ask.preset.{p.value}") for p in Preset},
    )
    st.markdown(words.say(f"ui.ask.preset.{preset}_means"))
    with st.expander(words.say("ui.ask.more")):
        changes = _changes()
        asked = state.workspace().question(Preset(preset), changes)
        return _limits(asked)


def _changes() -> int | None:
    words = state.words()
    everything = st.toggle(words.say("ui.ask.all"), key="all_moves", persist_state="session")
    most = st.number_input(
        words.say("ui.ask.most"),
        min_value=0,
        max_value=50,
        value=FEW,
        key="most_moves",
        persist_state="session",
        disabled=everything,
        width=260,
    )
    return None if everything else int(most)


def _limits(asked: Question) -> Question:
    """Ceiling, smallest move and highest risk; as they are until somebody sets them."""
    words = state.words()
    left, middle, right = st.columns(3)
    ceiling = left.number_input(
        words.say("ui.ask.ceiling"),
        min_value=50,
        max_value=100,
        value=round(asked.staff_ceiling * 100),
        key="ceiling",
        persist_state="session",
        help=words.say("ui.ask.ceiling_means"),
    )
    smallest = middle.number_input(
        words.say("ui.ask.smallest"),
        min_value=0,
        max_value=600,
        value=asked.min_move,
        step=15,
        key="smallest",
        persist_state="session",
        help=words.say("ui.ask.smallest_means"),
    )
    risk = right.number_input(
        words.say("ui.ask.risk"),
        min_value=1,
        max_value=25,
        value=asked.risk_limit,
        key="risk",
        persist_state="session",
        help=words.say("ui.ask.risk_means"),
    )
    conditions = st.multiselect(
        words.say("ui.ask.accepted"),
        [condition.value for condition in Condition],
        default=[condition.value for condition in Condition if condition in asked.accepted],
        format_func=lambda condition: words.say(f"word.condition.{condition}"),
        key=state.widget("accepted"),
        persist_state="session",
        help=words.say("ui.ask.accepted_means"),
    )
    return replace(
        asked,
        staff_ceiling=ceiling / 100,
        min_move=int(smallest),
        risk_limit=int(risk),
        accepted=frozenset(Condition(condition) for condition in conditions),
    )
