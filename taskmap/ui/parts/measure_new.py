"""A new measure that moves no task: a course, recruitment, a digital solution and the like."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.followup import FollowUp, MeasureKind, Theme
from taskmap.present import refusals
from taskmap.ui import menu, state
from taskmap.ui.parts import decide, mapping_edit_saving
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import FollowUpCard


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """What it is, and what was decided about it."""
    words = state.words()
    st.markdown(words.say("followup.new.how"))
    menu.link(menu.SUGGESTIONS, words.say("followup.page.to_suggestions"))
    name = form.key("new_measure", len(followup.measures))
    with st.form(name, border=True):
        called = form.line(
            words.say("followup.field.name"), None, f"{name}_name",
            words.say("followup.field.name_like"),
        )  # fmt: skip
        left, right = st.columns(2)
        kinds = [kind for kind in MeasureKind if kind is not MeasureKind.MOVE]
        kind = left.selectbox(
            words.say("followup.column.kind"), kinds, None, key=f"{name}_kind",
            format_func=lambda each: words.say(f"followup.kind.{each}"),
            placeholder=words.say("followup.form.choose"),
        )  # fmt: skip
        theme = right.selectbox(
            words.say("followup.theme"), list(Theme), None, key=f"{name}_theme",
            format_func=lambda each: words.say(f"followup.theme.{each}"),
            placeholder=words.say("followup.form.choose"), help=words.say("followup.theme.source"),
        )  # fmt: skip
        said = decide.fields(None, name)
        pressed = st.form_submit_button(words.say("followup.new.save"), type="primary")
    if not pressed:
        return
    needed = {words.say("followup.field.name"): called, words.say("followup.column.kind"): kind}
    if form.lacking(needed) | (not decide.is_whole(said)):
        return
    fields = {
        "kind": str(kind), "name": called, "theme": theme and str(theme), **said,
    }  # fmt: skip
    _save(ready, card, fields)


def _save(ready: Ready, card: FollowUpCard, fields: form.Said) -> None:
    try:
        made, done = state.mapped().new_measure(
            ready.id, fields, based_on=card.digest, signed=state.signed()
        )
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, state.words())))
        return
    if done.findings:
        st.error(plain(" ".join(mapping_edit_saving.told(ready, done.findings))))
        return
    state.choose_next({state.MEASURE: made, state.MEASURES: "one"})
    st.rerun()
