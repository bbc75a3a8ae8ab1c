"""One move as a card: a headline always seen, the explanation one click away."""

import streamlit as st

from taskmap.model.plan import Move
from taskmap.model.question import Question
from taskmap.present import moves
from taskmap.present.figures.net import net
from taskmap.ui import state
from taskmap.ui.parts import gates, tables
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.pictures import QUIET
from taskmap.ui.parts.text import bold, plain


def show(rank: int, move: Move, question: Question, ready: Ready, *, opened: bool) -> None:
    """The card of one move; drawn in full only when it is open.

    Args:
        rank: its place in the list, from 1.
        move: what is suggested.
        question: what was asked; decides why it pays.
        ready: the unit.
        opened: open at first.
    """
    words = state.words()
    told = moves.told(move, question, ready.naming)
    with st.container(border=True):
        st.markdown(f"{bold(f'{rank}. {told.headline}')}  \n{plain(told.effect)}")
        card = st.expander(
            words.say("ui.move.explain"),
            expanded=opened,
            key=f"move_{state.language()}_{question.price}_{move.leaf}_{move.giver}_{move.receiver}",
            on_change="rerun",
        )
        if card.open:
            with card:
                _explained(told, move, ready)


def _explained(told: moves.ToldMove, move: Move, ready: Ready) -> None:
    words = state.words()
    st.markdown(bold(words.say("ui.move.why")))
    st.markdown(_listed((*told.reasons, *told.limits)))
    if told.training:
        st.markdown(bold(words.say("ui.move.training")))
        st.markdown(_listed(told.training))
    for caution in told.cautions:
        st.warning(plain(caution), icon=":material/warning:")
    st.markdown(bold(words.say("ui.move.net")))
    picture = net(move, ready.naming)
    st.plotly_chart(
        picture.figure,
        key=f"net_{move.leaf}_{move.giver}_{move.receiver}",
        config=QUIET,
        theme=None,
        alt=picture.summary,
    )
    tables.show(picture.table, "steps")
    st.markdown(bold(words.say("ui.move.gates")))
    gates.show(told.rulings)


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)
