"""Who there will be, as a fund and the units' mappings tell it: table, picture, each step."""

import streamlit as st

from taskmap.present import supply as words_of
from taskmap.present.figures.supply import supply as picture_of
from taskmap.present.fund import Told
from taskmap.ui import state
from taskmap.ui.parts import pictures, shared_saving, tables
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard, vocabulary


def draw(card: FundCard, told: Told) -> None:
    """The roles, then the one chosen year by year."""
    words, hall, fund = state.words(), state.mapped(), card.whole
    if fund.supply is None:
        st.markdown(words.say("fund.page.supply_none"))
        return
    catalogue = vocabulary(fund.country)
    st.markdown(words.say("fund.page.supply_how"))
    st.markdown(words_of.due(fund.supply, hall.today, words))
    moves = st.toggle(words.say("fund.page.supply_moves"), key="supply_moves")
    with st.spinner(words.say("ui.reading")):
        found = hall.supply(card, with_moves=moves)
    if found is None:
        return
    if not moves:
        st.markdown(words.say("fund.page.supply_moves_off"))
    tables.show(words_of.roles_table(found.roles, catalogue, words), "supply_roles")
    for name, units in (("supply_units", found.units), ("supply_left_out", found.left_out)):
        if units:
            listed = words.list(told.called(unit) for unit in units)
            st.markdown(plain(words.say(f"fund.page.{name}", units=listed)))
    st.download_button(
        words.say("supply.paper"),
        state.later(lambda hall: hall.supply_paper(card, found.roles, words, with_moves=moves)),
        file_name=f"{fund.id}-{words.say('supply.paper.name')}.pdf", mime="application/pdf",
        on_click="ignore", key="supply_paper", icon=":material/download:",
    )  # fmt: skip
    if st.button(words.say("fund.page.supply_done"), key="supply_done"):
        shared_saving.act(lambda: hall.record_supply(card, hall.today, state.signed()))
    roles = {role.role: role for role in found.roles}
    labels = {name: words_of.role_name(name, catalogue, words) for name in roles}
    chosen = pick(state.SUPPLY_ROLE, words.say("fund.page.supply_role"), labels, width=430)
    role = roles[chosen or next(iter(roles))]
    st.subheader(words_of.years_table(role, catalogue, words).title)
    pictures.show(picture_of(role, catalogue, words), "supply_years", width="mid")
