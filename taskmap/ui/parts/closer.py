"""A closer look at a plan, one view at a time: the path, the front, how sure, what if."""

from dataclasses import replace

import streamlit as st

from taskmap.model.explanations import Front
from taskmap.model.plan import Plan
from taskmap.present import continuity, stress, worth
from taskmap.present import sureness as told_sureness
from taskmap.present.figures.front import front
from taskmap.present.figures.path import path
from taskmap.present.figures.spread import spread
from taskmap.present.front import name as point_name
from taskmap.present.table import Table
from taskmap.ui import state
from taskmap.ui.parts import front_choice, pictures, tables
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.request import on_request, sureness
from taskmap.ui.parts.text import bold, plain


def show(plan: Plan, ready: Ready) -> None:
    """Choose a view, see it; what takes time waits for a click."""
    words = state.words()
    st.subheader(words.say("ui.closer"))
    view = segments(
        state.CLOSER,
        words.say("ui.closer.view"),
        {name: words.say(f"ui.closer.{name}") for name in VIEWS},
        hidden=True,
    )
    st.markdown(words.say(f"ui.closer.{view}_means"))
    VIEWS[view](plan, ready)


def _path(plan: Plan, ready: Ready) -> None:
    """The way to everything that pays, also where the plan above is only its beginning."""
    whole = replace(plan.question, max_changes=None)
    found = on_request(
        "path", ready, whole, lambda told: state.workspace().path(ready.id, whole, progress=told)
    )
    if found is not None:
        pictures.show(path(found, whole, ready.naming), "path", width="mid")


def _front(plan: Plan, ready: Ready) -> None:
    """Every plan from the fewest changes to all that pay; a choice leaves the picture as it is."""
    whole = replace(
        plan.question,
        max_changes=None,
        demands=replace(plan.question.demands, training_kroner=None),
    )
    soon = st.empty()

    def at_once(first: Front) -> None:
        if not first.points:
            return
        with soon.container():
            st.info(state.words().say("ui.front.at_once"), icon=":material/hourglass_top:")
            picture = front(first, plan.question, ready.naming)
            pictures.show(picture, "front_soon", width="mid")

    found = on_request(
        "front",
        ready,
        whole,
        lambda told: state.workspace().front(ready.id, whole, progress=told, at_once=at_once),
    )
    soon.empty()
    if found is None:
        return
    picture = front(found, plan.question, ready.naming)
    st.markdown(plain(picture.summary))
    if not found.points:
        return
    front_choice.box(
        found, plan.question, ready, [point_name(p, found, ready.naming) for p in found.points]
    )
    pictures.show_clickable(
        picture, "front", lambda key: front_choice.choose(found.points[int(key)], ready)
    )
    pictures.beside(picture, "front")


def _sure(plan: Plan, ready: Ready) -> None:
    found = sureness(plan, ready, "closer")
    if found is None:
        return
    st.markdown(plain(told_sureness.summary(found, ready.naming)))
    _titled(told_sureness.measure_table(found, plan.question, ready.naming), "measure")
    _titled(told_sureness.sureness_table(found, ready.naming), "sureness")


def _stress(plan: Plan, ready: Ready) -> None:
    asked = plan.question
    found = on_request(
        "stress",
        ready,
        asked,
        lambda told: state.workspace().stress(ready.id, asked, progress=told),
    )
    if found is None:
        return
    for one in found:
        mark = ":material/check_circle:" if one.holds else ":material/error:"
        what = bold(stress.what(one, ready.naming))
        st.markdown(f"{mark} {what}  \n{plain(stress.verdict(one, ready.naming))}")
    table = stress.stress_table(found, ready.naming)
    with st.expander(state.words().say("ui.as_table", title=plain(table.title))):
        tables.show(table, "stress")


def _worth(plan: Plan, ready: Ready) -> None:
    asked = plan.question
    found = on_request(
        "worth", ready, asked, lambda told: state.workspace().worth(ready.id, asked, progress=told)
    )
    if found is not None:
        _titled(worth.worth_table(found, plan.question, ready.naming), "worth")


def _spread(plan: Plan, ready: Ready) -> None:
    asked = plan.question
    found = on_request(
        "spread",
        ready,
        asked,
        lambda told: state.workspace().spread(ready.id, asked, progress=told),
    )
    if found is not None:
        pictures.show(spread(found, plan.question, ready.naming), "spread", width="mid")


def _patients(plan: Plan, ready: Ready) -> None:
    """Who the patient meets, and the mix of professions: known from the plan itself."""
    _titled(continuity.faces_table(plan, ready.naming), "faces")
    _titled(continuity.mix_table(plan, ready.naming), "mix")


def _titled(table: Table, name: str) -> None:
    st.markdown(bold(table.title))
    if table.summary:
        st.markdown(plain(table.summary))
    if table.rows:
        tables.show(table, name)


VIEWS = {
    "path": _path,
    "front": _front,
    "patients": _patients,
    "sure": _sure,
    "stress": _stress,
    "worth": _worth,
    "spread": _spread,
}
