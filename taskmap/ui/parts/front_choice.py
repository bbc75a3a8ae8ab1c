"""Choosing a point of the front: the page then asks the question that gives that plan."""

from collections.abc import Sequence

import streamlit as st

from taskmap.model.demand import Demand
from taskmap.model.explanations import Front, FrontPoint
from taskmap.model.question import Question
from taskmap.present.figures.front import is_asked
from taskmap.ui import state
from taskmap.ui.parts import demanding
from taskmap.ui.parts.guard import Ready


def box(found: Front, question: Question, ready: Ready, names: Sequence[str]) -> None:
    """The same choice as a click in the picture, for those who do not click.

    Args:
        found: the plans to choose from.
        question: what is asked for now.
        ready: the unit.
        names: of the points, in their order.
    """
    words = state.words()
    key = state.widget(state.POINT)
    now = (at for at, point in enumerate(found.points) if is_asked(point, question))
    st.session_state[key] = next(now, None)

    def told() -> None:
        at = st.session_state[key]
        if at is not None:
            choose(found.points[at], ready)

    st.selectbox(
        words.say("ui.front.choose"),
        range(len(found.points)),
        format_func=lambda at: names[at],
        index=None,
        placeholder=words.say("ui.front.placeholder"),
        key=key,
        on_change=told,
    )


def choose(point: FrontPoint, ready: Ready) -> None:
    """Ask for a point's plan: so many changes, so much for courses. Only in a callback."""
    state.ask_for(point.max_changes)
    budget = Demand(field="training_kroner", amount=point.training_kroner or 0.0)
    if point.training_kroner is None:
        demanding.take_away(ready, budget)
    else:
        demanding.add(ready, budget)
