"""A draft of an application: what it lacks, a form that says it, and the draft to take along."""

import streamlit as st

from taskmap.model.fund import Application, Need, Payer
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard, application_lacks, application_to


def draw(card: FundCard, need: Need, payer: Payer) -> None:
    """Who is asked, what is missing, the form for it, and the files."""
    words = state.words()
    asked = st.radio(
        words.say("fund.application.title"), list(Payer), list(Payer).index(payer),
        format_func=lambda each: application_to(each, words), horizontal=True,
        key=f"application_{need.id}@{state.language()}", label_visibility="collapsed",
    )  # fmt: skip
    payer = asked or payer
    st.markdown(plain(application_lacks(need, payer, words)))
    _form(card, need, payer)
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


def _form(card: FundCard, need: Need, payer: Payer) -> None:
    """What an application says beside the need itself."""
    words, there = state.words(), need.application or Application(to=payer)
    name = form.key(f"apply_{need.id}_{payer}", need)

    def say(what: str) -> str:
        return words.say(f"fund.application.{what}")

    with st.form(name, border=True):
        measure = form.text(say("measure"), need.measure, f"{name}_measure")
        said: form.Said = {"group": form.text(say("group"), there.group, f"{name}_group")}
        if payer is Payer.OMSTALLNINGSFONDEN:
            said["aid"] = form.line(say("aid"), there.aid, f"{name}_aid")
        said["participants"] = form.number(
            say("participants"), there.participants or need.persons, f"{name}_participants",
            low=1, high=1_000_000,
        )  # fmt: skip
        said["performer"] = form.text(say("performer"), there.performer, f"{name}_performer")
        said["from"] = form.day(say("begins"), there.start, f"{name}_from")
        said["until"] = form.day(say("ends"), there.until, f"{name}_until")
        if payer is Payer.OMSTALLNINGSFONDEN:
            said["beyond"] = form.text(say("beyond"), there.beyond, f"{name}_beyond")
        pressed = st.form_submit_button(say("save"))
    if pressed:
        kept = {"aid": there.aid, "beyond": there.beyond} | said | {"to": str(payer)}
        application: form.Said = {key: value for key, value in kept.items() if value is not None}
        fields: form.Said = {"measure": measure, "application": application}
        hall = state.mapped()
        shared_saving.act(lambda: hall.record_need(card, need.id, fields, state.signed()))
