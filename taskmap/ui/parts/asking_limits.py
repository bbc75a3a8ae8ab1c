"""How much may change, and within which limits."""

from dataclasses import replace
from typing import Any

import streamlit as st

from taskmap.model.question import Question
from taskmap.model.ruling import Condition
from taskmap.ui import state
from taskmap.workspace.presets import DEFAULT_MOVES

# Name in the words and in the session, field of the question, least, most, step.
LIMITS = (
    (state.SMALLEST, "min_move", 0, 10_080, 15),
    (state.TOLERANCE, "few_moves", 0, 100, 1),
    (state.CEILING, "staff_ceiling", 1, 100, 1),
    (state.RISK, "risk_limit", 1, 25, 1),
    (state.HORIZON, "horizon_weeks", 1, 520, 4),
)
IN_PERCENT = "staff_ceiling"  # a share, asked for in per cent
IN_A_ROW = 3
MOST = 20_000  # tasks; as many as a question may ask for
NO_LIMIT = "all"  # in the address


def limited(asked: Question) -> Question:
    """The question with the limits set here; as they are until somebody sets them."""
    limits: dict[str, Any] = {"max_changes": _changes()}
    for start in range(0, len(LIMITS), IN_A_ROW):
        row = LIMITS[start : start + IN_A_ROW]
        for column, (name, field, least, most, step) in zip(
            st.columns(IN_A_ROW), row, strict=False
        ):
            scale = 100 if field == IN_PERCENT else 1
            with column:
                chosen = _number(name, round(getattr(asked, field) * scale), (least, most), step)
            limits[field] = chosen if scale == 1 else chosen / scale
    limits["few_moves"] = float(limits["few_moves"])
    limits["accepted"] = _accepted(asked)
    return replace(asked, **limits)


def _changes() -> int | None:
    words = state.words()
    _from_address()
    everything = st.toggle(words.say("ui.ask.all"), key=state.ALL_MOVES, persist_state="session")
    most = st.number_input(
        words.say("ui.ask.most"),
        min_value=0,
        max_value=MOST,
        key=state.MOST_MOVES,
        persist_state="session",
        disabled=everything,
        help=words.say("ui.ask.most_means"),
        width=260,
    )
    state.keep(state.LIMIT, NO_LIMIT if everything else str(int(most)))
    return None if everything else int(most)


def _from_address() -> None:
    """The limit a shared address has, before the widgets are drawn for the first time."""
    asked = state.kept(state.LIMIT) or ""
    known = asked.isascii() and asked.isdigit() and int(asked) <= MOST
    if state.MOST_MOVES not in st.session_state:
        state.put(state.MOST_MOVES, int(asked) if known else DEFAULT_MOVES)
    if state.ALL_MOVES not in st.session_state:
        state.put(state.ALL_MOVES, asked == NO_LIMIT)


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
        key=state.widget(state.ACCEPTED),
        persist_state="session",
        help=words.say("ui.ask.accepted_means"),
    )
    return frozenset(map(Condition, chosen))
