"""What a press in a shared document's forms does: tells what lacks, saves, or tells why not."""

from collections.abc import Callable, Mapping

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.edit import EditValue
from taskmap.model.version import Version
from taskmap.present import findings as told_findings
from taskmap.present import refusals, versions
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


def take_back(last: Version | None, name: str, work: Callable[[], Edited]) -> None:
    """The offer to take back what was saved last; nothing where it cannot be."""
    if last is None:
        return
    words = state.words()
    label = words.say("followup.take_back", when=versions.when(last.at, words))
    if st.button(label, key=f"take_back_{name}", icon=":material/undo:"):
        act(work)
