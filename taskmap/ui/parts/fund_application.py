"""A draft of an application: what it lacks, and the draft to take along."""

import streamlit as st

from taskmap.model.fund import Need, Payer
from taskmap.ui import state
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard, application_lacks, application_to


def draw(card: FundCard, need: Need, payer: Payer) -> None:
    """Who is asked, what is missing, and the files."""
    words = state.words()
    asked = st.radio(
        words.say("fund.application.title"), list(Payer), list(Payer).index(payer),
        format_func=lambda each: application_to(each, words), horizontal=True,
        key=f"application_{need.id}@{state.language()}", label_visibility="collapsed",
    )  # fmt: skip
    payer = asked or payer
    st.markdown(plain(application_lacks(need, payer, words)))
    name = f"{need.id}-{words.say('fund.application.file')}"
    with st.container(horizontal=True):
        st.download_button(
            words.say("fund.application.pdf"),
            state.later(lambda hall: hall.application(card, need, payer, words)),
            file_name=f"{name}.pdf", mime="application/pdf", on_click="ignore",
            key=f"application_pdf_{need.id}",
        )  # fmt: skip
        st.download_button(
            words.say("fund.application.text"),
            state.later(lambda hall: hall.application_text(card, need, payer, words).encode()),
            file_name=f"{name}.md", mime="text/markdown", on_click="ignore",
            key=f"application_text_{need.id}",
        )  # fmt: skip
