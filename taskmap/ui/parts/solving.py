"""Asking for a plan or an analysis: with progress meanwhile, and words when it cannot be."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from taskmap.errors import QuestionImpossible, TaskmapError
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts import clash
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain

Result = TypeVar("Result")
Progress = Callable[[str, float], None]


def plan(ready: Ready, question: Question) -> Plan | None:
    """A plan, remembered from before or worked out now; None where there is none to show."""
    try:
        return _with_progress(
            "ui.solving", lambda told: state.workspace().suggest(ready.id, question, told)
        )
    except QuestionImpossible:
        clash.show(ready, question)
    except TaskmapError as refused:
        _refuse(refused)
    return None


def analysis(work: Callable[[Progress], Result]) -> Result | None:
    """An analysis of a plan; None where it was refused, with words."""
    try:
        return _with_progress("ui.analysing", work)
    except TaskmapError as refused:
        _refuse(refused)
    return None


def _with_progress(key: str, work: Callable[[Progress], Result]) -> Result:
    """Work with a bar that tells how far it has come.

    Leaving the page ends the calculation: the next report of progress stops this run.
    """
    place = st.empty()
    words = state.words()

    def told(stage: str, share: float) -> None:
        del stage  # one sentence is enough for the second or two it takes
        part = min(max(share, 0.0), 1.0)
        place.progress(part, text=words.say(key, share=words.percent(part)))

    try:
        return work(told)
    finally:
        place.empty()


def _refuse(refused: TaskmapError) -> None:
    st.error(plain(refusals.sentence(refused, state.words())), icon=":material/error:")
