"""The form for the cases of a task: the name of each, its share of the times, how long it takes."""

import streamlit as st

from taskmap.model.said import CaseSaid, TaskSaid
from taskmap.present import task_grid
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import mapping_edit_saving, mapping_edit_task
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import CaseTyped, cases_typed


def draw(ready: Ready, bench: Bench) -> None:
    """Choose a task, and a line for each case."""
    words = state.words()
    task = mapping_edit_task.chosen(ready, bench, "cases")
    said = bench.said[task]
    st.markdown(words.say("ui.form.cases_how"))
    with st.form(f"cases_{bench.forms}_{task}", border=True):
        # A task has two cases or none, so the first two are asked for at once.
        new = [None] * max(1, 2 - len(said.cases))
        rows = [_row(bench, task, at, case) for at, case in enumerate((*said.cases, *new))]
        if st.form_submit_button(words.say("ui.form.cases_do"), type="primary"):
            _save(ready, said, rows)


def _row(bench: Bench, task: str, at: int, case: CaseSaid | None) -> CaseTyped:
    words = state.words()
    key = f"{bench.forms}_{task}_{case.id if case else at}"
    name, share, minutes = st.columns([3, 2, 2])
    return CaseTyped(
        name.text_input(
            words.say("ui.form.case_name", number=at + 1), case.name if case else "",
            key=f"case_name_{key}",
        ),
        share.text_input(
            words.say("ui.form.case_share"), case.share if case else "",
            key=f"case_share_{key}", placeholder=words.say("ui.form.case_share_like"),
        ),
        minutes.text_input(
            words.say("ui.form.minutes"),
            task_grid.minutes(case.minutes, words) if case else "",
            key=f"case_minutes_{key}", placeholder=words.say("ui.form.case_minutes_like"),
        ),
        case.id if case else None,
    )  # fmt: skip


def _save(ready: Ready, said: TaskSaid, rows: list[CaseTyped]) -> None:
    if any(row.lacks for row in rows):
        st.error(state.words().say("ui.form.case_needs"))
        return
    found = cases_typed(said, rows)
    if found.findings:
        st.error(" ".join(mapping_edit_saving.told(ready, found.findings)))
        return
    mapping_edit_saving.save(ready, found.edits)
    state.bench(ready.desk).draw_anew()
    st.rerun()
