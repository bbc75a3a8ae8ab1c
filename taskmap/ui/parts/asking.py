"""The question to the plan: a preset, and the rest for those who want it."""

from dataclasses import replace
from typing import Any

import streamlit as st

from taskmap.model.question import Question
from taskmap.model.ruling import Condition
from taskmap.ui import state
from taskmap.ui.parts.choice import segments
from taskmap.workspace import Preset
from taskmap.workspace.presets import DEFAULT_MOVES


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
        value=DEFAULT_MOVES,
        key="most_moves",
        persist_state="session",
        disabled=everything,
        width=260,
    )
    return None if everything else int(most)


# Name in the words and in the session, field of the question, least, most, step.
LIMITS = (
    ("ceiling", "staff_ceiling", 50, 100, 1),
    ("smallest", "min_move", 0, 600, 15),
    ("risk", "risk_limit", 1, 25, 1),
)
IN_PERCENT = "staff_ceiling"  # a share, asked for in per cent


def _limits(asked: Question) -> Question:
    """Ceiling, smallest move, highest risk and conditions; as they are until somebody sets them."""
    limits: dict[str, Any] = {}
    for column, (name, field, least, most, step) in zip(st.columns(3), LIMITS, strict=True):
        scale = 100 if field == IN_PERCENT else 1
        with column:
            chosen = _number(name, round(getattr(asked, field) * scale), (least, most), step)
        limits[field] = chosen if scale == 1 else chosen / scale
    limits["accepted"] = _accepted(asked)
    return replace(asked, **limits)


def _number(name: str, value: int, bounds: tuple[int, int], step: int) -> int:
    words = state.words()
    least, most = bounds
    chosen = st.number_input(
        words.say(f"ui.ask.{name}"),
        min_value=least,
        max_value=most,
        value=value,
        step=step,
        key=name,
        persist_state="session",
        help=words.say(f"ui.ask.{name}_means"),
    )
    return int(chosen)


def _accepted(asked: Question) -> frozenset[Condition]:
    words = state.words()
    chosen = st.multiselect(
        words.say("ui.ask.accepted"),
        [condition.value for condition in Condition],
        default=[condition.value for condition in Condition if condition in asked.accepted],
        format_func=lambda condition: words.say(f"word.condition.{condition}"),
        key=state.widget("accepted"),
        persist_state="session",
        help=words.say("ui.ask.accepted_means"),
    )
    return frozenset(map(Condition, chosen))
