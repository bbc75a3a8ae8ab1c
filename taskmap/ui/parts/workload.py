"""Parts of the page on workload: each a table with the words that say what its figures are."""

import streamlit as st

from taskmap.model.plan import Plan
from taskmap.model.pressure import PressureBands
from taskmap.model.question import Question
from taskmap.model.workload import Workload
from taskmap.present import continuity, evidence, graph
from taskmap.present import workload as told
from taskmap.present.table import Table
from taskmap.present.workload_moves import both_table
from taskmap.ui import state
from taskmap.ui.parts import tables
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain


def needs(found: Workload, bands: PressureBands, ready: Ready) -> None:
    """How many the mapped work requires."""
    told_table(told.needs_table(found, bands, ready.naming), "needs")


def hours(found: Workload, ready: Ready) -> None:
    """Work and time by band today, and by the hour where something has a set time."""
    folded(told.bands_table(found, ready.naming), "bands")
    peaks = told.peaks_table(found, ready.naming)
    if peaks.rows:
        told_table(peaks, "peaks")
        folded(told.hours_table(found, ready.naming), "hours")


def both(plan: Plan, ready: Ready) -> None:
    """What each move does to the one who gives and the one who takes."""
    if plan.moves:
        told_table(both_table(plan, ready.naming), "both")


def mix(plan: Plan | None, found: Workload, ready: Ready) -> None:
    """Registered professionals' part, with what studies say for and against."""
    if plan is None:
        told_table(told.mixes_table(found, ready.naming), "mix")
    else:
        told_table(continuity.mix_table(plan, ready.naming), "mix")
    folded(evidence.evidence_table(ready.naming), "evidence")


def hanging(question: Question, ready: Ready) -> None:
    """Tasks that hang on one role, and on one person."""
    judged = state.workspace().graph(ready.id, question)
    for name, make in (("one_person", graph.one_person_table), ("one_role", graph.one_role_table)):
        found = make(judged, ready.naming)
        if found.rows:
            folded(found, name)


def posts(found: Workload, ready: Ready) -> None:
    """Vacant and hired posts; hired hours and overtime in hours and money, beside the load."""
    told_table(told.posts_table(found, ready.naming), "posts")
    hire = told.hire_table(found, ready.naming)
    if hire.rows:
        told_table(hire, "hire")


def sick(found: Workload, ready: Ready) -> None:
    """The unit's sick leave beside the published figure."""
    st.subheader(state.words().say("workload.sick.title"))
    for line in told.sick_lines(found, ready.naming):
        st.markdown(plain(line))


def told_table(table: Table, name: str) -> None:
    """A table under its title, with what its figures are."""
    st.subheader(table.title)
    if table.summary:
        st.markdown(plain(table.summary))
    tables.show(table, name)


def folded(table: Table, name: str) -> None:
    """The same, one click away."""
    with st.expander(table.title):
        if table.summary:
            st.markdown(plain(table.summary))
        tables.show(table, name)
