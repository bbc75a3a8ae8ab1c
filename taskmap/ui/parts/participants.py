"""Who met about a unit's plan and when, and the form to note it."""

import streamlit as st

from taskmap.model.edit import EditValue
from taskmap.model.followup import FollowUp
from taskmap.model.participation import About, MeetingKind, Party
from taskmap.present import participation as words_of
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import solving, voice_form
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain, quoted
from taskmap.workspace import Action, FollowUpCard, about_said


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """The meetings, then the form for another."""
    words = state.words()
    found = words_of.latest_first(followup)
    if not found:
        st.info(words.say("participation.page.no_meetings"))
    for meeting in found:
        with st.container(border=True, key=f"met_{meeting.id}"):
            st.markdown(f"### {plain(words_of.meeting_name(meeting, words))}")
            for line in words_of.meeting_lines(meeting, followup, ready.naming):
                st.markdown(plain(line))
            if meeting.discussed:
                st.markdown(quoted(meeting.discussed))
    if not state.may(Action.COMMENT):
        return
    folded = st.expander(words.say("participation.meet.open"), key="meet", on_change="rerun")
    if folded.open:
        with folded:
            _note(ready, card, followup)


def _note(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    words, name = state.words(), form.fresh("meeting", ready)
    subjects = voice_form.named(_subjects(ready, followup), followup, ready)
    with st.form(name, border=False):
        left, right = st.columns(2)
        with left:
            on = form.day(words.say("participation.form.day"), state.mapped().today, f"{name}_on")
        with right:
            kind = st.selectbox(
                words.say("participation.column.kind"), list(MeetingKind), None,
                format_func=lambda each: words.say(f"participation.kind.{each}"),
                key=f"{name}_kind", placeholder=words.say("followup.form.choose"),
            )  # fmt: skip
        st.markdown(words.say("participation.meet.present_how"))
        present = _present(name)
        about = st.selectbox(
            words.say("participation.form.about"), list(subjects), key=f"{name}_about",
            format_func=subjects.__getitem__,
        )  # fmt: skip
        discussed = form.text(words.say("participation.column.discussed"), None, f"{name}_text")
        pressed = st.form_submit_button(words.say("participation.meet.save"), type="primary")
    needed = {"participation.form.day": on, "participation.column.kind": kind and str(kind)}
    if not pressed or form.lacking({words.say(key): value for key, value in needed.items()}):
        return
    if not present:
        st.error(words.say("participation.meet.nobody"))
        return
    said: form.Said = {
        "date": on, "kind": str(kind), "present": present, "discussed": discussed,
        "about": about_said(about),
    }  # fmt: skip
    form.act(
        ready,
        lambda: state.mapped().speak(
            ready.id, "meetings", said, based_on=card.digest, signed=state.signed()
        ),
    )


def _subjects(ready: Ready, followup: FollowUp) -> list[About]:
    """What a meeting may be about; the moves of the suggestion on the unit as it is."""
    if state.scenarios():
        return voice_form.spoken_of(followup)
    plan = solving.plan(ready, state.workspace().question())
    return voice_form.spoken_of(followup, plan.moves if plan else ())


def _present(name: str) -> list[EditValue]:
    """A line for each capacity; the offices typed, with commas between."""
    words = state.words()
    found: list[EditValue] = []
    for at, party in enumerate(Party):
        if at % 2 == 0:
            columns = st.columns(2)
        with columns[at % 2]:
            label = words.say(f"participation.party.{party}")
            typed = form.line(label[:1].upper() + label[1:], None, f"{name}_{party}") or ""
        offices = filter(None, (each.strip() for each in typed.split(",")))
        found += [{"party": str(party), "office": office} for office in offices]
    return found
