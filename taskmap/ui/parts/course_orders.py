"""Places on courses that are ordered beside what plans ask for: all of them, and a form."""

import streamlit as st

from taskmap.model.programme import HALVES, Ordered
from taskmap.present import training as words_of
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving, tables
from taskmap.ui.parts.course_boxes import choose, places
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action, ProgrammeCard

_MOST = 1_000_000  # persons, as the document's own bound


def draw(card: ProgrammeCard) -> None:
    """What is ordered, and the form of whoever may order."""
    told = state.mapped().naming(card, state.words())
    homes = places(card, told)
    told.units.update({id_: name for id_, name in homes.items() if id_ not in told.members})
    table = words_of.orders_table(told)
    with st.expander(table.title):
        st.markdown(plain(table.summary))
        if table.rows:
            tables.show(table, "courses_ordered")
        else:
            st.markdown(state.words().say("training.orders.none"))
        if state.may(Action.SHARE):
            _form(card, told, homes)


def _form(card: ProgrammeCard, told: words_of.Told, homes: dict[str, str]) -> None:
    """So many places for somebody on a course, in place of what was ordered before."""
    words = state.words()
    name = form.key("order", card.digest)
    with st.form(name, border=True):
        st.markdown(words.say("training.orders.new"))
        courses = sorted((each.id for each in card.whole.courses), key=told.course)
        course = choose("course", courses, told.course, "followup.form.choose", name)
        who = choose("from", list(homes), homes.__getitem__, "followup.form.choose", name)
        by = st.radio(
            words.say("training.orders.by"), HALVES, len(HALVES) - 1, format_func=told.half,
            key=f"{name}_by",
        )  # fmt: skip
        persons = form.number(
            words.say("training.orders.persons"), None, f"{name}_persons", low=0, high=_MOST
        )
        pressed = st.form_submit_button(words.say("training.orders.save"), type="primary")
    needed: form.Said = {
        words.say("training.run.course"): course, words.say("training.run.from"): who,
        words.say("training.orders.persons"): persons,
    }  # fmt: skip
    if not pressed or shared_saving.lacking(needed) or not course or not who or persons is None:
        return
    home = next((m for m in card.partnership.members if who in m.units), None)
    ordered = Ordered(
        course=course, by=by, persons=persons, unit=who if home else None,
        organisation=home.organisation.id if home else who,
    )  # fmt: skip
    shared_saving.act(lambda: state.mapped().order(card, ordered, state.signed()))
