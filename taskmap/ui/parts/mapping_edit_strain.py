"""The forms for what makes a task hard beside its minutes, and for what that weighs here."""

import streamlit as st

from taskmap.model.edit import Edit, SetField, SetUnitField
from taskmap.model.strain import Strain
from taskmap.present.phrases import capital
from taskmap.present.strain import mark_name
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import mapping_edit_saving, mapping_edit_task
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain

HIGHEST, STEP = 10.0, 0.1
COLUMNS = 3


def draw(ready: Ready, bench: Bench) -> None:
    """Choose a task and its marks; then, one click away, what every mark weighs."""
    words, marks = state.words(), ready.naming.catalogue.strain
    task = mapping_edit_task.chosen(ready, bench, "strain")
    marked = ready.mapping.by_task[task].strain
    st.markdown(words.say("ui.form.strain_how"))
    with st.form(f"strain_{bench.forms}_{task}", border=True):
        chosen = st.multiselect(
            words.say("ui.form.strain_label"), list(marks), list(marked),
            format_func=lambda mark: mark_name(mark, ready.naming),
            key=f"strain_marks_{bench.forms}_{task}", placeholder=words.say("ui.form.strain_none"),
        )  # fmt: skip
        sent = st.form_submit_button(words.say("ui.form.strain_do"), type="primary")
    if sent and set(chosen) != set(marked):
        kept = [mark.value for mark in marks if mark in chosen]
        _save(ready, SetField(task, "strain", kept or None))
    with st.expander(words.say("ui.form.weights")):
        _weights(ready, bench)


def _weights(ready: Ready, bench: Bench) -> None:
    """A number for every mark; what is as in the catalogue is not written down."""
    words, marks = state.words(), ready.naming.catalogue.strain
    own = ready.mapping.strain_weights
    st.markdown(words.say("ui.form.weights_how"))
    with st.form(f"weights_{bench.forms}", border=False):
        places = st.columns(COLUMNS)
        said: dict[Strain, float] = {
            mark: places[at % COLUMNS].number_input(
                plain(capital(mark_name(mark, ready.naming))), 0.0, HIGHEST,
                float(own.get(mark, known.weight)), STEP, format="%.2f",
                key=f"weight_{mark}_{bench.forms}",
            )
            for at, (mark, known) in enumerate(marks.items())
        }  # fmt: skip
        sent = st.form_submit_button(words.say("ui.form.weights_do"))
    differ = {mark: round(n, 2) for mark, n in said.items() if round(n, 2) != marks[mark].weight}
    if sent and differ != {mark: n for mark, n in own.items() if n != marks[mark].weight}:
        table = {mark.value: n for mark, n in differ.items()}
        _save(ready, SetUnitField("strain_weights", table or None))


def _save(ready: Ready, edit: Edit) -> None:
    mapping_edit_saving.save(ready, [edit])
    state.bench(ready.desk).draw_anew()
    st.rerun()
