"""Needs and ideas sent to a fund: all of them, one opened, and a new one."""

import streamlit as st

from taskmap.model.fund import Need, NeedKind, Payer, Status
from taskmap.present import fund as words_of
from taskmap.present.fund import Told
from taskmap.ui import state
from taskmap.ui.parts import fund_application, fund_events, shared_saving, tables
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard


def draw(card: FundCard, told: Told) -> None:
    """The inbox, then the need that is opened, then a new one."""
    words, needs = state.words(), card.whole.needs
    tables.show(words_of.inbox_table(needs, told), "fund_inbox")
    if needs:
        labels = {need.id: f"{need.name} · {told.who(need)}" for need in needs}
        chosen = pick(state.NEED, words.say("fund.page.one"), labels, width=560)
        need = card.whole.need(chosen or needs[0].id)
        if need is not None:
            _one(card, need, told)
    _new(card, told)


def _one(card: FundCard, need: Need, told: Told) -> None:
    words = state.words()
    st.subheader(plain(need.name))
    sent = words.say("fund.page.sent", day=need.on, office=need.office, who=told.who(need))
    st.markdown(plain(sent))
    st.markdown(plain(need.text))
    if need.answer is not None:
        said = need.answer
        told_answer = words.say(
            "fund.page.answered", day=said.on, office=said.office, text=said.text
        )
        st.markdown(plain(told_answer))
    else:
        st.markdown(words.say("fund.page.no_answer"))
    fund_events.so_far(need, told)
    _decide(card, need)
    fund_events.forms(card, need)
    with st.expander(words.say("fund.application.title")):
        payer = need.application.to if need.application is not None else Payer.OTHER
        fund_application.draw(card, need, payer)


def _decide(card: FundCard, need: Need) -> None:
    """An answer to the sender, and what was decided."""
    words, fund = state.words(), card.whole
    name = form.key(f"need_{need.id}", need)
    with st.form(name, border=True):
        st.markdown(words.say("fund.page.answer"))
        status = st.selectbox(
            words.say("fund.page.new_status"), list(Status), list(Status).index(need.status),
            key=f"{name}_status", format_func=lambda each: words.say(f"fund.status.{each}"),
        )  # fmt: skip
        year: int | None = st.selectbox(
            words.say("fund.page.grant_year"), fund.years, _first_year(card, need),
            key=f"{name}_year",
        )  # fmt: skip
        text = form.text(words.say("fund.page.answer_text"), None, f"{name}_text")
        office = form.line(words.say("fund.page.new_office"), None, f"{name}_office", "HR")
        pressed = st.form_submit_button(words.say("fund.page.save"), type="primary")
    if not pressed:
        return
    needed = {words.say("fund.page.answer_text"): text, words.say("fund.page.new_office"): office}
    if shared_saving.lacking(needed) or not text or not office:
        return
    today = state.mapped().today
    fields: form.Said = {
        "status": str(status), "answer": {"date": today, "office": office, "text": text},
    }  # fmt: skip
    if status is not Status.GRANTED:
        fields["grant"] = None
    elif need.grant is None or need.grant.year != year:
        fields["grant"] = {"date": today, "office": office, "year": year}
    shared_saving.act(lambda: state.mapped().record_need(card, need.id, fields, state.signed()))


def _new(card: FundCard, told: Told) -> None:
    words = state.words()
    homes = _homes(card)
    name = form.key("new_need", len(card.whole.needs))
    with st.expander(words.say("fund.page.new")), st.form(name, border=False):
        kind = st.radio(
            words.say("fund.page.new_kind"), list(NeedKind), key=f"{name}_kind", horizontal=True,
            format_func=lambda each: words.say(f"fund.kind.{each}"),
        )  # fmt: skip
        called = form.line(words.say("fund.page.new_name"), None, f"{name}_name")
        text = form.text(words.say("fund.page.new_text"), None, f"{name}_text")
        who = st.selectbox(
            words.say("fund.page.new_who"), list(homes), None,
            format_func=told.called, key=f"{name}_who",
            placeholder=words.say("followup.form.choose"),
        )  # fmt: skip
        office = form.line(words.say("fund.page.new_office"), None, f"{name}_office")
        area, persons = _about(card, name)
        cost = form.number(
            words.say("fund.page.new_cost"), None, f"{name}_cost", low=0, high=10_000_000_000
        )
        hours = form.number(
            words.say("fund.page.new_hours"), None, f"{name}_hours", low=0, high=10_000_000
        )
        pressed = st.form_submit_button(words.say("fund.page.send"), type="primary")
    if not pressed:
        return
    needed = {
        words.say("fund.page.new_name"): called, words.say("fund.page.new_text"): text,
        words.say("fund.page.new_who"): who, words.say("fund.page.new_office"): office,
    }  # fmt: skip
    if shared_saving.lacking(needed) or who is None:
        return
    fields: form.Said = {
        "name": called, "text": text, "organisation": homes[who], "office": office,
        "unit": who if who != homes[who] else None,
        "date": state.mapped().today, "cost": cost, "area": area, "persons": persons,
        "kind": "idea" if kind is NeedKind.IDEA else None,
        "effect": None if hours is None else {"hours": hours, "basis": "stated"},
    }  # fmt: skip
    given = {key: value for key, value in fields.items() if value is not None}
    shared_saving.act(lambda: state.mapped().new_need(card, given, state.signed())[1])


def _about(card: FundCard, name: str) -> tuple[str | None, int | None]:
    """What the money would be for, and how many it reaches."""
    words, areas = state.words(), card.whole.areas
    area: str | None = None
    if areas:
        area = st.selectbox(
            words.say("fund.page.new_area"), list(areas), None, key=f"{name}_area",
            format_func=areas.__getitem__, placeholder=words.say("followup.form.choose"),
        )  # fmt: skip
    persons = form.number(
        words.say("fund.page.new_persons"), None, f"{name}_persons", low=1, high=1_000_000
    )
    return area, persons


def _homes(card: FundCard) -> dict[str, str]:
    """Who may send in, by id, each with its organisation: members, then each one's units.

    Without a partnership everybody who has asked before.
    """
    partnership = state.mapped().partnership(card.whole.partnership)
    if partnership is None:
        return {need.organisation: need.organisation for need in card.whole.needs}
    members = [(member.organisation.id, member.units) for member in partnership.members]
    homes = {home: home for home, _ in members}
    return homes | {unit: home for home, units in members for unit in units}


def _first_year(card: FundCard, need: Need) -> int:
    """Where among the years its money begins; the first where nothing is decided."""
    years = card.whole.years
    if need.grant is None or need.grant.year not in years:
        return 0
    return years.index(need.grant.year)
