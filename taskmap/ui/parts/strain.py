"""Who has the work that wears, and who gets more of it."""

import streamlit as st

from taskmap.model.plan import Plan
from taskmap.present import limits, strain
from taskmap.ui import menu, state
from taskmap.ui.parts import tables, workload
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain


def warn(plan: Plan, ready: Ready) -> None:
    """That a plan wears on those of the lowest level, or passes limits of rest and intensity."""
    for caution in (strain.caution(plan, ready.naming), *limits.lines(plan, ready.naming)):
        if caution:
            st.warning(plain(caution), icon=":material/warning:")


def show(plan: Plan | None, ready: Ready) -> None:
    """By mark over the week, and by part of the week; that no task is marked where it is so."""
    found = strain.strain_table(ready.naming, plan)
    by_mark = strain.marks_table(ready.naming, plan)
    st.subheader(by_mark.title)
    if plan is not None:
        warn(plan, ready)
    if not found.rows:
        st.markdown(state.words().say("workload.page.unmarked"))
        menu.link(menu.MAPPING, state.words().say("ui.page.mapping"))
        return
    tables.show(by_mark, "marks")
    workload.folded(found, "strain")
