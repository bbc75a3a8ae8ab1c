"""Runs of courses that were held or cancelled: all of them, one more, one out, the way back."""

from collections.abc import Sequence

import streamlit as st

from taskmap.model.edit import EditValue
from taskmap.present import training as words_of
from taskmap.present.training import Told
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving, tables
from taskmap.ui.parts.course_boxes import choose, places
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action, ProgrammeCard, vocabulary

_HELD, _CANCELLED, _HIRED = "held", "cancelled", "hired"
_MOST = 1_000_000  # persons in one line, as the document's own bound
_LINES = 3  # at least


def draw(card: ProgrammeCard) -> None:
    """What was held so far, and the forms of whoever may write there."""
    words = state.words()
    told = state.mapped().naming(card, words)
    table = words_of.held_table(told)
    with st.expander(table.title):
        st.markdown(plain(table.summary))
        if table.rows:
            tables.show(table, "runs_held")
        else:
            st.markdown(words.say("training.held.none"))
        if not state.may(Action.SHARE):
            return
        _new(card, told)
        _drop(card, told)


def _new(card: ProgrammeCard, told: Told) -> None:
    """A form for one more run."""
    words, year = state.words(), card.whole
    name = form.key("run", card.digest)
    more = st.toggle(words.say("training.run.more"), key=f"{name}_more")
    with st.form(name, border=True):
        st.markdown(words.say("training.run.new"))
        courses = sorted((each.id for each in year.courses), key=told.course)
        course = choose("course", courses, told.course, "followup.form.choose", name)
        today = state.mapped().today
        day = form.day(
            words.say("training.run.day"), today if today.year == year.year else None, f"{name}_day"
        )
        happened = st.radio(
            words.say("training.run.happened"), (_HELD, _CANCELLED), key=f"{name}_happened",
            format_func=lambda each: words.say(f"training.held.{each}").capitalize(),
            horizontal=True,
        )  # fmt: skip
        rooms = {each.id: f"{each.name}, {told.member(each.organisation)}" for each in year.venues}
        venue = choose("venue", list(rooms), rooms.__getitem__, "training.run.no_venue", name)
        lecturers = _lecturers(told)
        lecturer = choose(
            "lecturer", list(lecturers), lecturers.__getitem__, "training.run.not_said", name
        )
        st.markdown(words.say("training.run.came"))
        came = _came(card, told, name, more=more)
        pressed = st.form_submit_button(words.say("training.run.save"), type="primary")
    held = happened == _HELD
    if not pressed or shared_saving.lacking(_needed(course, day, came, held=held)):
        return
    said: form.Said = {
        "course": course, "on": day, "cancelled": None if held else True, "venue": venue,
        "lecturer": None if lecturer == _HIRED else lecturer,
        "hired": True if lecturer == _HIRED else None, "came": came or None,
    }  # fmt: skip
    fields = {key: value for key, value in said.items() if value is not None}
    shared_saving.act(lambda: state.mapped().record_run(card, fields, state.signed()))


def _lecturers(told: Told) -> dict[str, str]:
    """Own lecturers by member, and one from outside."""
    say = told.reader.say
    own = {id_: say("training.run.own", member=told.member(id_)) for id_ in told.members}
    return own | {_HIRED: say("training.run.hired")}


def _needed(
    course: str | None, day: EditValue, came: list[EditValue], *, held: bool
) -> dict[str, EditValue]:
    """What must be said of a run, by what it is called."""
    say = state.words().say
    needed: dict[str, EditValue] = {
        say("training.run.course"): course,
        say("training.run.day"): day,
    }
    if held and not came:
        needed[say("training.run.persons")] = None
    if any(isinstance(line, dict) and line.get("from") is None for line in came):
        needed[say("training.run.from")] = None
    return needed


def _came(card: ProgrammeCard, told: Told, name: str, *, more: bool) -> list[EditValue]:
    """Lines of where they came from, what they work as, and how many; those with a number."""
    words = state.words()
    homes = places(card, told)
    roles = [role for role in vocabulary(card.partnership.country).roles.values() if role.is_staff]
    called = {role.id: words.role(role) for role in roles}
    found: list[EditValue] = []
    lines = max(_LINES, len(told.members)) * (2 if more else 1)
    for at in range(lines):
        left, middle, right = st.columns([3, 3, 2])
        with left:
            first = told.members[at] if at < len(told.members) else None
            home = choose("from", list(homes), homes.__getitem__, "followup.form.choose",
                           f"{name}_{at}", first=first)  # fmt: skip
        with middle:
            ordered = sorted(called, key=called.__getitem__)
            role = choose(
                "role", ordered, called.__getitem__, "training.run.not_said", f"{name}_{at}"
            )
        persons = right.number_input(
            words.say("training.run.persons"), 1, _MOST, None, step=1, key=f"{name}_{at}_persons"
        )
        if persons is not None:
            line = {"from": home, "persons": persons, "role": role}
            found.append({key: value for key, value in line.items() if value or key == "from"})
    return found


def _drop(card: ProgrammeCard, told: Told) -> None:
    """One that was written down by mistake, taken out."""
    words, runs = state.words(), card.whole.held
    if not runs:
        return
    labels = [words_of.run_name(run, told) for run in runs]
    with st.form(form.key("drop_run", card.digest), border=True):
        st.markdown(words.say("training.run.wrong"))
        at = st.selectbox(
            words.say("training.run.which"), range(len(runs)), None, format_func=labels.__getitem__,
            placeholder=words.say("followup.form.choose"), key=form.key("run_out", card.digest),
        )  # fmt: skip
        pressed = st.form_submit_button(words.say("training.run.drop"))
    if pressed and not shared_saving.lacking({words.say("training.run.which"): _said(at, labels)}):
        shared_saving.act(lambda: state.mapped().drop_run(card, at or 0, state.signed()))


def _said(at: int | None, labels: Sequence[str]) -> str | None:
    return None if at is None else labels[at]
