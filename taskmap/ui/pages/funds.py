"""Money of a partnership: how it is divided, what people ask for, who meets, who there will be."""

import streamlit as st

from taskmap.present import findings as told_findings
from taskmap.ui import state
from taskmap.ui.parts import (
    fund_inbox,
    fund_meetings,
    fund_plan,
    fund_supply,
    shared_saving,
    tables,
)
from taskmap.ui.parts.choice import pick, segments

PARTS = {
    "plan": fund_plan.draw,
    "inbox": fund_inbox.draw,
    "meetings": fund_meetings.draw,
    "supply": fund_supply.draw,
}

words, hall = state.words(), state.mapped()
st.header(words.say("ui.page.funds"))
st.markdown(words.say("fund.page.what"))
cards = {card.id: card for card in hall.funds()}
if not cards:
    st.info(words.say("fund.page.none"))
    st.stop()
labels = {id_: card.fund.name if card.fund else card.file for id_, card in cards.items()}
chosen = pick(state.FUND, words.say("fund.page.which"), labels, width=560)
card = cards[chosen or next(iter(cards))]
if card.fund is None:
    st.error(words.say("fund.page.errors"))
    tables.paper(told_findings.findings_table(card.findings, words))
    st.stop()
if card.fund.illustrative:
    st.info(words.say("fund.page.illustrative"), icon=":material/info:")
if card.findings:
    tables.paper(told_findings.findings_table(card.findings, words))
part = segments(
    state.FUND_PART,
    words.say("fund.page.part"),
    {name: words.say(f"fund.page.part.{name}") for name in PARTS},
    hidden=True,
)
PARTS[part](card, hall.named(card, words))
shared_saving.take_back(
    hall.last_of_fund(card), "fund", lambda: hall.take_back_fund(card, state.signed())
)
