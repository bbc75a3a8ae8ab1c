"""Asking for a plan or an analysis: with progress meanwhile, and words when it cannot be."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from taskmap.errors import QuestionImpossible, TaskmapError
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.present import at_once as told_at_once
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts import clash
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import WAITING

Result = TypeVar("Result")
Progress = Callable[[str, float], None]


def plan(ready: Ready, question: Question) -> Plan | None:
    """A plan, remembered from before or worked out now; None where there is none to show.

    While it is worked out, the first plan found stands in its place, said to be the first.
    """
    bar, place = st.empty(), st.empty()

    def at_once(found: Plan) -> None:
        with place.container():
            _first(found, ready)

    def work(told: Progress) -> Plan:
        return state.workspace().suggest(ready.id, question, told, at_once)

    try:
        return _with_progress("ui.solving", bar, work)
    except QuestionImpossible:
        clash.show(ready, question)
    except TaskmapError as refused:
        _refuse(refused)
    finally:
        place.empty()
    return None


def _first(found: Plan, ready: Ready) -> None:
    st.info(plain(told_at_once.lead(found, ready.naming)), icon=":material/hourglass_top:")
    first, *rest = told_at_once.lines(found, ready.naming)
    st.markdown(plain(first))
    st.markdown("\n".join(f"- {plain(line)}" for line in rest))


def analysis(work: Callable[[Progress], Result]) -> Result | None:
    """An analysis of a plan; None where it was refused, with words."""
    try:
        return _with_progress("ui.analysing", st.empty(), work)
    except TaskmapError as refused:
        _refuse(refused)
    return None


def _with_progress(key: str, place: DeltaGenerator, work: Callable[[Progress], Result]) -> Result:
    """Work with a bar that tells how far it has come.

    Leaving the page ends the calculation: the next report of progress stops this run.
    """
    words = state.words()

    def told(stage: str, share: float) -> None:
        part = min(max(share, 0.0), 1.0)
        # Of the work one sentence is enough for the second or two it takes.
        text = (
            words.say("ui.waiting_for_turn")
            if stage == WAITING
            else words.say(key, share=words.percent(part))
        )
        place.progress(part, text=text)

    try:
        return work(told)
    finally:
        place.empty()


def _refuse(refused: TaskmapError) -> None:
    st.error(plain(refusals.sentence(refused, state.words())), icon=":material/error:")
