"""What takes time is worked out when somebody asks for it, and then for exactly this question."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from taskmap.model.explanations import Freeing, Sureness
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.ui import once, state
from taskmap.ui.parts import solving
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.solving import Progress
from taskmap.workspace import write_question

Result = TypeVar("Result")


def on_request(
    name: str,
    ready: Ready,
    question: Question,
    work: Callable[[Progress], Result],
    *,
    place: str = "closer",
) -> Result | None:
    """The analysis once somebody has asked for it; until then a button that asks.

    Args:
        name: of the analysis; the button's words are ``ui.run.<name>``.
        ready: the unit.
        question: whose answer is analysed; another question is asked for anew.
        work: does it, or finds it remembered.
        place: where on the page the button stands.
    """
    content = f"{ready.opened.digest}\n{write_question(question, ready.id)}"
    if once.wanted(name, content):
        return solving.analysis(work)
    st.button(
        state.words().say(f"ui.run.{name}"),
        key=f"run_{name}_{place}",
        icon=":material/calculate:",
        on_click=once.want,
        args=(name, content),
    )
    return None


def sureness(plan: Plan, ready: Ready, place: str) -> Sureness | None:
    """How sure the plan is; asked for at its summary, so that every card can say it."""
    return on_request(
        "sure",
        ready,
        plan.question,
        lambda told: state.workspace().sureness(ready.id, plan.question, progress=told),
        place=place,
    )


def freeings(plan: Plan, ready: Ready) -> tuple[Freeing, ...] | None:
    """What would free the most valuable of the tasks that stay."""
    return on_request(
        "free",
        ready,
        plan.question,
        lambda told: state.workspace().freeings(ready.id, plan.question, progress=told),
        place="held",
    )
