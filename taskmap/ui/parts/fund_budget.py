"""The budget of a fund year by year, to be changed as money comes and goes."""

from collections.abc import Iterator

import streamlit as st

from taskmap.model.fund import BudgetYear, Fund
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving
from taskmap.workspace import FundCard

_MOST = 100_000_000_000  # kroner in a year, as the document's own bound


def draw(card: FundCard) -> None:
    """A form with every year, and one more at the end."""
    words = state.words()
    name = form.key("budget", card.digest)
    with st.expander(words.say("fund.page.budget")), st.form(name, border=False):
        st.markdown(words.say("fund.page.budget_how"))
        years = list(_years(card.whole, name))
        pressed = st.form_submit_button(words.say("fund.page.save"), type="primary")
    if pressed:
        shared_saving.act(lambda: state.mapped().record_budget(card, years, state.signed()))


def _years(fund: Fund, name: str) -> Iterator[BudgetYear]:
    """The years that have an amount."""
    words = state.words()
    there = {each.year: each for each in fund.budget}
    for number in (*fund.years, fund.years[-1] + 1):
        now, year = there.get(number), str(number)
        left, right = st.columns(2)
        with left:
            amount = form.number(
                words.say("fund.page.budget_amount", year=year), now.amount if now else None,
                f"{name}_{year}_amount", low=0, high=_MOST,
            )  # fmt: skip
        with right:
            reserve = form.number(
                words.say("fund.page.budget_reserve", year=year), now.reserve if now else None,
                f"{name}_{year}_reserve", low=0, high=_MOST,
            )  # fmt: skip
        if amount is not None:
            yield BudgetYear(year=number, amount=amount, reserve=reserve or 0)
