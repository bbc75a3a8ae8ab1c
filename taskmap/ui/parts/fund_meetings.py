"""The groups that meet about a fund: what is open for the next meeting, and what was said."""

import streamlit as st

from taskmap.present import fund as words_of
from taskmap.present.fund import Told
from taskmap.ui import state
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard


def draw(card: FundCard, told: Told) -> None:
    """Each group's next agenda, and its meetings so far."""
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
        for meetings in (each for each in card.whole.meetings if each.kind is agenda.kind):
            for held in meetings.held:
                st.markdown(words.say("fund.page.held", day=held.on))
                for said in held.comments:
                    comment = words.say(
                        "fund.page.comment", day=said.on, office=said.office, text=said.text
                    )
                    st.markdown(plain(comment))
