"""What is computed, drawn or written once: what was asked for and made before."""

from collections.abc import Callable
from typing import TypeVar, cast

import streamlit as st
from plotly.graph_objects import Figure

from taskmap.present.figures.drawing import Drawing
from taskmap.present.figures.picture import Picture
from taskmap.ui import state

Shown = TypeVar("Shown", Picture, Drawing)


def made(file: str, content: str) -> bytes | None:
    """A file made before of exactly this content; None where there is none."""
    held = _files().get((file, state.language()))
    return held[1] if held is not None and held[0] == content else None


def keep_made(file: str, content: str, data: bytes) -> None:
    """Remember a file that was made, in place of an earlier one of its name."""
    st.session_state[state.MADE] = {**_files(), (file, state.language()): (content, data)}


def _files() -> dict[tuple[str, str], tuple[str, bytes]]:
    """What each file made last was made of, and its bytes, by name and language."""
    found: dict[tuple[str, str], tuple[str, bytes]] = st.session_state.get(state.MADE, {})
    return found


def want(analysis: str, content: str) -> None:
    """Remember that somebody asked for an analysis of exactly this content."""
    st.session_state[state.WANTED] = wanted_so_far() | {(analysis, content)}


def wanted(analysis: str, content: str) -> bool:
    """Whether an analysis of exactly this content was asked for."""
    return (analysis, content) in wanted_so_far()


def wanted_so_far() -> frozenset[tuple[str, str]]:
    """Every analysis asked for in this session."""
    found: frozenset[tuple[str, str]] = st.session_state.get(state.WANTED, frozenset())
    return found


def drawn(key: tuple[object, ...], draw: Callable[[], Shown]) -> Shown:
    """A picture, drawn once for the same content, question and language.

    Args:
        key: the mapping's digest or hash, the whole question or its hash, and what is drawn.
        draw: draws it.
    """
    return cast("Shown", _drawn((*map(repr, key), state.language()), draw))


@st.cache_resource(max_entries=300, show_spinner=False)
def _drawn(key: tuple[object, ...], _draw: Callable[[], object]) -> object:
    del key  # what the cache goes by: Streamlit reads it, we do not
    made = _draw()
    if isinstance(made, Picture):
        _told_once(made.figure)
    return made


def _told_once(figure: Figure) -> None:
    """Let a figure nobody changes any longer be copied for the browser once, not for each page."""
    told = figure.to_dict()
    setattr(figure, "to_dict", lambda: told)  # noqa: B010 - a method, which mypy guards
