"""One task done in another way, as a card: what instead, what it frees, and why it may be."""

import streamlit as st

from taskmap.model.plan import Chosen, Plan
from taskmap.present import alternatives
from taskmap.present.figures.net import net_of_alternative
from taskmap.ui import state
from taskmap.ui.parts import demand_buttons, gates
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.move_card import listed, waterfall
from taskmap.ui.parts.text import bold, plain


def show(chosen: Chosen, plan: Plan, ready: Ready) -> None:
    """The card of one task; its explanation is drawn only when it is open."""
    words = state.words()
    told = alternatives.told(chosen, plan.question, ready.naming)
    name = f"{state.language()}@{plan.question.price}@{chosen.task}@{chosen.alternative}"
    with st.container(border=True):
        st.markdown(f"#### {plain(told.title)}")
        st.badge(plain(told.kind), icon=":material/alt_route:", color="blue")
        st.markdown(plain(told.effect))
        st.markdown(listed(told.lines))
        demand_buttons.for_task(chosen.task, ready, name)
        card = st.expander(words.say("ui.move.explain"), key=f"card@{name}", on_change="rerun")
        if card.open:
            with card:
                if told.training:
                    st.markdown(f"{bold(words.say('ui.move.training'))}\n\n{listed(told.training)}")
                st.markdown(bold(words.say("ui.move.net")))
                waterfall(net_of_alternative(chosen, ready.naming), name)
                st.markdown(bold(words.say("ui.alternative.gates")))
                gates.show(told.rulings)
