"""The groups that meet about a fund: what is open for the next meeting, and what was said."""

import streamlit as st

from taskmap.model.fund import MeetingKind
from taskmap.present import fund as words_of
from taskmap.present.fund import Told
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard


def draw(card: FundCard, told: Told) -> None:
    """Each group's next agenda, its meetings so far, and a form for one that took place."""
    words = state.words()
    found = state.mapped().agendas(card)
    if not found:
        st.markdown(words.say("fund.page.meetings_none"))
    for agenda in found:
        st.subheader(words_of.agenda_title(agenda, words))
        lines = words_of.agenda_lines(agenda, told)
        if lines:
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))
        else:
            st.markdown(words.say("fund.page.agenda_none"))
        _so_far(card, agenda.kind)
        _new(card, agenda.kind)


def _so_far(card: FundCard, kind: MeetingKind) -> None:
    words = state.words()
    for held in (held for each in card.whole.meetings if each.kind is kind for held in each.held):
        st.markdown(words.say("fund.page.held", day=held.on))
        for said in held.comments:
            comment = words.say(
                "fund.page.comment", day=said.on, office=said.office, text=said.text
            )
            st.markdown(plain(comment))


def _new(card: FundCard, kind: MeetingKind) -> None:
    """A meeting that took place; a comment on one already told of goes by its day."""
    words, hall = state.words(), state.mapped()
    name = form.key(f"held_{kind}", card.whole.meetings)
    with st.expander(words.say(f"fund.page.meet.{kind}")), st.form(name, border=False):
        day = form.day(words.say("fund.page.meet_day"), hall.today, f"{name}_day", last=hall.today)
        said = form.text(words.say("fund.page.meet_text"), None, f"{name}_text")
        office = form.line(words.say("fund.page.meet_office"), None, f"{name}_office")
        pressed = st.form_submit_button(words.say("fund.page.meet_save"))
    if not pressed:
        return
    needed: form.Said = {words.say("fund.page.meet_day"): day}
    if said or office:
        needed |= {
            words.say("fund.page.meet_text"): said, words.say("fund.page.meet_office"): office,
        }  # fmt: skip
    if shared_saving.lacking(needed) or day is None:
        return
    comment: form.Said | None = {"date": day, "office": office, "text": said} if said else None
    shared_saving.act(lambda: hall.record_meeting(card, kind, day, comment, state.signed()))
