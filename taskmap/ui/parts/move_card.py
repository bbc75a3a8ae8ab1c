"""One changed task as a card: what moves always seen, the explanation one click away."""

from collections.abc import Sequence

import streamlit as st

from taskmap.model.explanations import Sureness
from taskmap.model.plan import Move, Plan
from taskmap.present import moves, sureness
from taskmap.present.changes import Change, crumbs_line, is_crumb, small_line
from taskmap.present.figures.net import net
from taskmap.present.figures.picture import Picture
from taskmap.present.waterfall import minutes_from
from taskmap.ui import state
from taskmap.ui.parts import decide, demand_buttons, gates, statements, tables, voice_form
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.pictures import QUIET
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import FollowUpCard


def show(  # noqa: PLR0913, PLR0917 - everything a card tells
    rank: int,
    change: Change,
    plan: Plan,
    ready: Ready,
    sure: Sureness | None,
    decisions: FollowUpCard,
) -> None:
    """The card of one task; its explanation is drawn only when it is open.

    Args:
        rank: its place in the list, from 1; the first is open.
        change: the task and its moves.
        plan: decides why it pays, and how much each role gets.
        ready: the unit.
        sure: how each move fares in other samples, where somebody has asked.
        decisions: taken so far about the unit.
    """
    words = state.words()
    with st.container(border=True):
        st.markdown(f"#### {rank}\\. {plain(ready.naming.whole_task(change.task))}")
        if change.repairs:
            st.badge(words.say("ui.move.repair"), icon=":material/gavel:", color="orange")
        lines = tuple(moves.line(move, ready.naming) for move in change.listed)
        rest = crumbs_line(change, ready.naming)
        st.markdown(listed((*lines, rest) if rest else lines))
        told = sureness.task_line(change.moves, sure, ready.naming) if sure else ""
        if told:
            st.markdown(f":material/query_stats: {plain(told)}")
        decide.told(change.moves, ready, decisions)
        statements.of_moves(change.moves, ready, decisions)
        name = f"{state.language()}@{plan.question.price}@{change.task}"
        demand_buttons.for_moves(change.moves, plan, ready, name)
        card = st.expander(
            words.say("ui.move.explain"), expanded=rank == 1, key=f"card@{name}", on_change="rerun"
        )
        if card.open:
            with card:
                _explained(_one(change, ready, name), plan, ready)
        decide.draw(change.moves, plan, ready, decisions, name)
        voice_form.about_moves(change.moves, ready, decisions, name)


def small(changes: Sequence[Change], ready: Ready, decisions: FollowUpCard) -> None:
    """Tasks with small moves only, gathered in one list; what was decided about them below it."""
    st.markdown(listed(tuple(small_line(change, ready.naming) for change in changes)))
    for change in changes:
        decide.told(change.moves, ready, decisions)
        statements.of_moves(change.moves, ready, decisions)


def _one(change: Change, ready: Ready, name: str) -> Move:
    """The move to explain: the only one, or the one chosen of several."""
    if len(change.moves) == 1:
        return change.moves[0]
    offered = sorted(change.moves, key=is_crumb)
    chosen = st.pills(
        state.words().say("ui.move.part"),
        range(len(offered)),
        format_func=lambda at: moves.pair(offered[at], ready.naming),
        default=0,
        required=True,
        key=f"part@{name}@{len(offered)}",
        wrap=True,
    )
    return offered[chosen or 0]


def _explained(move: Move, plan: Plan, ready: Ready) -> None:
    words = state.words()
    told = moves.told(move, plan, ready.naming)
    st.markdown(plain(told.effect))
    st.markdown(f"{bold(words.say('ui.move.why'))}\n\n{listed((*told.reasons, *told.limits))}")
    if told.training:
        st.markdown(f"{bold(words.say('ui.move.training'))}\n\n{listed(told.training)}")
    for caution in told.cautions:
        st.warning(plain(caution), icon=":material/warning:")
    st.markdown(bold(words.say("ui.move.net")))
    waterfall(net(move, ready.naming), move.leaf)
    st.markdown(plain(minutes_from(move, ready.naming)))
    st.markdown(bold(words.say("ui.move.gates")))
    gates.show(told.rulings)


def waterfall(picture: Picture, name: str) -> None:
    """From gross to net: the bars, and the arithmetic beside them."""
    left, right = st.columns([3, 2])
    with left:
        st.plotly_chart(
            picture.figure, key=f"net@{name}", config=QUIET, theme=None, alt=picture.summary
        )
    with right:
        tables.paper(picture.table)


def listed(lines: tuple[str, ...]) -> str:
    """Lines of a card as a list."""
    return "\n".join(f"- {plain(line)}" for line in lines)
