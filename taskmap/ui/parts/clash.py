"""When a question is impossible: the smallest clash in the user's words, and ways out of it."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.demand import Demand, listed
from taskmap.model.explanations import Step
from taskmap.model.question import Question
from taskmap.present.freeing import step as told_step
from taskmap.ui import state
from taskmap.ui.parts import demand_list
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain


def show(ready: Ready, question: Question) -> None:
    """What cannot all be had at once, with a button to take each of it away."""
    words = state.words()
    try:
        steps = state.workspace().clash(ready.id, question)
    except TaskmapError:
        steps = ()
    demands = listed(question.demands)
    st.error(words.say("ui.clash" if steps else "ui.clash.unknown"), icon=":material/error:")
    with st.container(border=True, key="clash"):
        if not steps:
            demand_list.lines(demands, ready, "clash")
        for at, step in enumerate(steps):
            found = of(step, demands)
            if found:
                demand_list.lines(found, ready, f"clash{at}")
            else:
                _line(step, ready)


def _line(step: Step, ready: Ready) -> None:
    """A part of a clash that is no demand; the limit on changes can be lifted beside it."""
    told = plain(told_step(step, ready.naming))
    if step.code != "clash.max_changes":
        st.markdown(told)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="clash_limit"):
        st.markdown(told, width="stretch")
        st.button(
            state.words().say("ui.demands.take_away"),
            key="clash_no_limit",
            icon=":material/close:",
            help=state.words().say("ui.demands.take_away_this", demand=told),
            on_click=state.ask_for,
            args=(None,),
        )


def of(step: Step, demands: tuple[Demand, ...]) -> tuple[Demand, ...]:
    """The demands a part of a clash is about: of its kind, and about what it names."""
    field = step.code.removeprefix("clash.")
    named = {name: value for name, value in step.values.items() if name in ABOUT}
    return tuple(
        one
        for one in demands
        if one.field == field and all(one.values.get(n) == v for n, v in named.items())
    )


ABOUT = frozenset({"leaf", "role", "gate", "course", "band"})
