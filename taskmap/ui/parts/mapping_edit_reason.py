"""The form for why a task is done by those who do it, which others ask when units are compared."""

import streamlit as st

from taskmap.model.edit import SetField
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import mapping_edit_saving, mapping_edit_task
from taskmap.ui.parts.guard import Ready

MOST = 500  # letters: a sentence or three


def draw(ready: Ready, bench: Bench) -> None:
    """Choose a task, and say why; an empty field takes the reason away."""
    words = state.words()
    task = mapping_edit_task.chosen(ready, bench, "reason")
    written = ready.mapping.by_task[task].reason or ""
    st.markdown(words.say("ui.form.reason_how"))
    with st.form(f"reason_{bench.forms}_{task}", border=True):
        reason = st.text_area(
            words.say("ui.form.reason_label"), written, key=f"reason_text_{bench.forms}_{task}",
            max_chars=max(MOST, len(written)), height=110,
        )  # fmt: skip
        sent = st.form_submit_button(words.say("ui.form.reason_do"), type="primary")
    said = " ".join((reason or "").split())
    if sent and said != " ".join(written.split()):
        mapping_edit_saving.save(ready, [SetField(task, "reason", said or None)])
        state.bench(ready.desk).draw_anew()
        st.rerun()
