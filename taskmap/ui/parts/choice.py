"""Choices that last: over pages, over a change of language, and in the address."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import streamlit as st

from taskmap.ui import state


def pick(
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    default: str | None = None,
    empty: bool = False,
    **looks: Any,
) -> str | None:
    """A select box over ids with labels.

    Args:
        name: of the choice, in session and address.
        label: above the box.
        options: label by id.
        default: chosen at first; None: the first option, or nothing where ``empty``.
        empty: nothing needs to be chosen.
        looks: how Streamlit shows it: placeholder, help, width.
    """
    _prepare(name, options, default, empty=empty)
    told = _told_apart(options)
    value: str | None = st.selectbox(
        label,
        list(options),
        index=None if empty else 0,
        format_func=lambda option: told.get(option, option),
        key=state.widget(name),
        **looks,
    )
    state.keep(name, value)
    return value


def segments(name: str, label: str, options: Mapping[str, str], *, hidden: bool = False) -> str:
    """A row of buttons of which one is pressed."""
    _prepare(name, options, None, empty=False)
    value: str | None = st.segmented_control(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=state.widget(name),
        required=True,
        label_visibility="collapsed" if hidden else "visible",
        wrap=True,
    )
    chosen = value if value is not None and value in options else next(iter(options))
    state.keep(name, chosen)
    return chosen


def _told_apart(options: Mapping[str, str]) -> dict[str, str]:
    """Equal labels with their ids behind: a select box finds its choice again by the label."""
    times = Counter(options.values())
    return {
        option: f"{label} ({option})" if times[label] > 1 else label
        for option, label in options.items()
    }


def _prepare(name: str, options: Mapping[str, str], default: str | None, *, empty: bool) -> None:
    """Give the widget its value before it is drawn, where it has none that still is an option."""
    key = state.widget(name)
    if st.session_state.get(key) in options or (empty and key in st.session_state):
        return
    first = default if default in options or empty else next(iter(options), None)
    wanted = state.kept(name)
    st.session_state[key] = wanted if wanted in options else first
