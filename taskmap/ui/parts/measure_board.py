"""Measures as a board: a column for how far they are."""

from collections.abc import Sequence

import streamlit as st

from taskmap.model.followup import FollowUp, Measure
from taskmap.present import findings as told_findings
from taskmap.present import followup as words_of
from taskmap.ui import state
from taskmap.ui.parts import tables
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.measure_list import of_theme
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import FollowUpCard


def draw(ready: Ready, _card: FollowUpCard, followup: FollowUp) -> None:
    """Five columns, each with its measures."""
    words, today = state.words(), state.mapped().today
    found = of_theme(followup)
    if not found:
        return
    board = words_of.board(found, today)
    for place, (name, measures) in zip(st.columns(len(board)), board.items(), strict=True):
        with place:
            st.markdown(f"### {words.say(f'followup.board.{name}')} ({len(measures)})")
            _column(measures, ready)


def _column(measures: Sequence[Measure], ready: Ready) -> None:
    words, today = state.words(), state.mapped().today
    if not measures:
        st.markdown(words.say("followup.board.empty"))
    for measure in measures:
        with st.container(border=True, key=f"board_{measure.id}"):
            st.markdown(bold(words_of.title(measure, ready.naming)))
            for line in words_of.card_lines(measure, today, words):
                st.markdown(plain(line))
            st.button(
                words.say("followup.page.open"), key=f"open_{measure.id}",
                on_click=open_one, args=(measure.id,),
            )  # fmt: skip


def sound(card: FollowUpCard, ready: Ready) -> FollowUp:
    """What the document says, its findings told; where it cannot be read the page ends here."""
    words = state.words()
    if card.findings:
        st.warning(words.say("followup.page.findings"), icon=":material/error:")
        tables.paper(told_findings.findings_table(card.findings, words, ready.naming))
    if card.followup is None:
        st.stop()
    return card.followup


def open_one(measure: str) -> None:
    """Show one measure; only in a callback."""
    state.choose(state.MEASURE, measure)
    state.choose(state.MEASURES, "one")
