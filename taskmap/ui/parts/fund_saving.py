"""What a press in a fund's forms does: tells what is lacking, saves, or tells why not."""

from collections.abc import Callable, Mapping

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.edit import EditValue
from taskmap.present import findings as told_findings
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts import tables
from taskmap.ui.parts.text import plain
from taskmap.workspace import Edited


def lacking(needed: Mapping[str, EditValue]) -> bool:
    """Whether something must be said first; then it is told, all at once."""
    words = state.words()
    labels = [label.rstrip("?") for label, value in needed.items() if value in (None, "")]
    if labels:
        st.error(words.say("fund.page.needs", fields=words.list(labels)))
    return bool(labels)


def act(work: Callable[[], Edited]) -> None:
    """Save, and show the page with it; or tell why not."""
    words = state.words()
    try:
        done = work()
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)))
        return
    if done.findings:
        tables.paper(told_findings.findings_table(done.findings, words))
        return
    st.rerun()
