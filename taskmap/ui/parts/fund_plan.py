"""How a fund's money is divided: in sentences, then what is in, what is out, who gets what."""

import streamlit as st

from taskmap.present import fund as words_of
from taskmap.present.fund import Told
from taskmap.ui import state
from taskmap.ui.parts import fund_budget, tables
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard


def draw(card: FundCard, told: Told) -> None:
    """The plan, worked out anew for what the document says now."""
    found = state.mapped().divided(card)
    for line in words_of.summary(found, told):
        st.markdown(plain(line))
    for name, table in {
        "fund_planned": words_of.plan_table(found, told),
        "fund_left": words_of.left_table(found, told),
        "fund_years": words_of.years_table(found, told),
        "fund_given": words_of.given_table(found, told),
        "fund_areas": words_of.areas_table(found, told),
    }.items():
        if not table.rows:
            continue
        st.subheader(table.title)
        if name == "fund_given":
            st.markdown(plain(words_of.rules(told)))
        if table.summary:
            st.markdown(plain(table.summary))
        tables.show(table, name)
    fund_budget.draw(card)
