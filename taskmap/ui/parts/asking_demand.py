"""One more demand: what sort, about what, how much."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from taskmap.model.demand import SUBJECTS, WITHOUT_AMOUNT, Demand
from taskmap.model.question import Question
from taskmap.model.ruling import Gate
from taskmap.present import demands as told_demands
from taskmap.ui import state
from taskmap.ui.parts import demanding
from taskmap.ui.parts.guard import Ready

# By field: least, most, at first, step; the words say the unit.
AMOUNTS = {
    "forced": (0, 100, 100, 5),
    "cap_leaf": (0, 100, 50, 5),
    "cap_role": (0, 500, 5, 1),
    "cap_gate": (0, 200, 2, 1),
    "training_kroner": (0, 10_000_000, 20_000, 1000),
    "training_hours": (0, 10_000, 40, 5),
    "seats": (0, 500, 4, 1),
    "registered_floor": (0, 100, 30, 5),
    "taken_out": (0, 500, 5, 1),
}
SCALES = {"forced": 0.01, "cap_leaf": 0.01, "registered_floor": 0.01, "cap_role": 60}


def demanded(asked: Question, ready: Ready) -> Question:
    """The question with everything demanded, and a form for one more."""
    words = state.words()
    field = st.selectbox(
        words.say("ui.ask.demand"),
        list(SUBJECTS),
        format_func=lambda field: told_demands.kind(field, ready.naming),
        key=state.widget(state.DEMAND_FORM),
    )
    about = tuple(_choose(name, ready) for name in SUBJECTS[field])
    amount = None if field in WITHOUT_AMOUNT else _amount(field)
    if None not in about:
        one = Demand(field=field, about=tuple(map(str, about)), amount=amount)
        st.button(
            words.say("ui.ask.add"),
            icon=":material/add:",
            key="add_demand",
            on_click=demanding.add,
            args=(ready, one),
        )
    return replace(asked, demands=demanding.demands(ready))


def _choose(name: str, ready: Ready) -> str | None:
    options = _options(name, ready)
    return st.selectbox(
        state.words().say(f"ui.ask.about.{name}"),
        list(options),
        format_func=lambda option: options.get(option, option),
        key=state.widget(f"{state.DEMAND_FORM}_{name}"),
    )


def _options(name: str, ready: Ready) -> Mapping[str, str]:
    naming = ready.naming
    if name == "leaf":
        found = {leaf.id: naming.task(leaf.id) for leaf in ready.mapping.leaves}
    elif name == "role":
        found = {role: naming.short_role(role) for role in ready.mapping.by_role}
    elif name == "course":
        found = {course: naming.course(course) for course in ready.catalogue.courses}
    else:
        gates = {gate.value: naming.reader.say(f"word.gate.{gate}") for gate in Gate}
        return gates if name == "gate" else {b: naming.band(b) for b in ready.mapping.band_ids}
    return dict(sorted(found.items(), key=lambda item: item[1].casefold()))


def _amount(field: str) -> float:
    least, most, first, step = AMOUNTS[field]
    chosen = st.number_input(
        state.words().say(f"ui.ask.amount.{field}"),
        min_value=least,
        max_value=most,
        value=first,
        step=step,
        key=f"{state.DEMAND_FORM}_{field}",
        width=320,
    )
    return round(chosen * SCALES.get(field, 1), 6)
