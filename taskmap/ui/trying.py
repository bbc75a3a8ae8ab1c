"""Turning scenarios on and off, and what was done with one by the last click."""

import streamlit as st

from taskmap.ui import state


def try_out(*scenarios: str) -> None:
    """Let scenarios be on, or none; only in a callback or before the page begins."""
    state.keep(state.SCENARIO, ",".join(scenarios) or None)


def turn_on(scenario: str) -> None:
    """Let one scenario be on; only in a callback."""
    try_out(scenario)
    st.session_state[state.widget(state.SCENARIO)] = [scenario]


def turn_off() -> None:
    """Let everything be as it is mapped; only in a callback."""
    try_out()
    st.session_state[state.widget(state.SCENARIO)] = []


def adopt(scenario: str | None, *, done: bool = False) -> None:
    """Remember which scenario is about to be taken into use, or that one was."""
    st.session_state[state.ADOPTING], st.session_state[state.ADOPTED] = scenario, done


def adopting() -> str | None:
    """The scenario somebody is about to take into use."""
    found: str | None = st.session_state.get(state.ADOPTING)
    return found


def adopted() -> bool:
    """Whether the last click took a scenario into use."""
    return bool(st.session_state.get(state.ADOPTED))


def remove(scenario: tuple[str, str] | None) -> None:
    """Remember unit and file of a scenario taken away; None: it is back."""
    st.session_state[state.REMOVED] = scenario


def removed() -> tuple[str, str] | None:
    """Unit and file of the scenario taken away last."""
    found: tuple[str, str] | None = st.session_state.get(state.REMOVED)
    return found
