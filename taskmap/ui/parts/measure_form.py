"""Fields of the forms about measures, and what a press on their button does."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.edit import EditValue
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts import mapping_edit_saving
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import Edited, FollowUpCard

DATES = {"nb": "DD.MM.YYYY", "sv": "YYYY-MM-DD", "en": "YYYY-MM-DD"}
FAR = 10  # years a date may lie from today
Said = dict[str, EditValue]


def key(name: str, said: object) -> str:
    """Key of a form's field: new where what is said is new, so that nothing old is written back."""
    mark = sha256(repr(said).encode()).hexdigest()[:8]
    return f"{name}@{mark}@{state.language()}"


def fresh(name: str, ready: Ready) -> str:
    """Key of a form that adds something: new once something was saved here, so that it is empty.

    What others save meanwhile leaves what is typed.
    """
    return f"{name}@{state.bench(ready.id).forms}@{state.language()}"


def day(label: str, value: date | None, name: str, *, last: date | None = None) -> date | None:
    """A date, or none; at most ``last`` where that is said."""
    today = state.mapped().today
    found: date | None = st.date_input(
        label, value, key=name, format=DATES[state.language()],
        min_value=min(value or today, today.replace(year=today.year - FAR, day=1)),
        max_value=last or max(value or today, today.replace(year=today.year + FAR, day=1)),
    )  # fmt: skip
    return found


def line(label: str, value: str | None, name: str, like: str = "") -> str | None:
    """A line of text, or none."""
    typed = st.text_input(label, value or "", key=name, max_chars=200, placeholder=like or None)
    return typed.strip() or None


def text(label: str, value: str | None, name: str) -> str | None:
    """Some lines of text, or none."""
    typed = st.text_area(label, value or "", key=name, max_chars=4000, height=90)
    return typed.strip() or None


def number(label: str, value: int | None, name: str, *, low: int, high: int) -> int | None:
    """A whole number, or none."""
    found: int | None = st.number_input(
        label, low, high, value, step=1, key=name, placeholder=f"{low}\N{EN DASH}{high}"
    )
    return found


def lacking(needed: Mapping[str, EditValue]) -> bool:
    """Whether something must be said first; then it is told, all at once."""
    words = state.words()
    labels = [label for label, value in needed.items() if not value]
    if labels:
        st.error(words.say("followup.form.needs", fields=words.list(labels)))
    return bool(labels)


def save(ready: Ready, card: FollowUpCard, measure: str, fields: Mapping[str, EditValue]) -> None:
    """Write fields of a measure, or tell why not."""
    act(
        ready,
        lambda: state.mapped().record(
            ready.id, measure, fields, based_on=card.digest, signed=state.signed()
        ),
    )


def act(ready: Ready, work: Callable[[], Edited]) -> None:
    """Do what a button asks, and show the page with it; or tell why not."""
    try:
        done = work()
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, state.words())))
        return
    if done.findings:
        st.error(plain(" ".join(mapping_edit_saving.told(ready, done.findings))))
        return
    state.bench(ready.id).forms += 1
    st.rerun()
