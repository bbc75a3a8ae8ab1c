"""The statutory duties of participation as a checklist, and the form that says what is done."""

import streamlit as st

from taskmap.model.followup import FollowUp
from taskmap.model.participation import DutyState
from taskmap.present import participation as words_of
from taskmap.present.participation import ToldDuty
from taskmap.ui import state
from taskmap.ui.parts import gates, voice_form
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import Action, FollowUpCard

DONE, OPEN = ":material/check_box:", ":material/check_box_outline_blank:"


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """Every duty that applies, then the form."""
    words = state.words()
    found = [
        words_of.duty(each, followup, ready.naming) for each in state.mapped().duties(ready.id)
    ]
    st.markdown(words.say("participation.page.duties_how"))
    done = sum(duty.met for duty in found)
    st.markdown(bold(words.say("participation.page.duties_count", done=done, all=len(found))))
    for duty in found:
        _show(duty)
    if not state.may(Action.COMMENT):
        return
    with st.expander(words.say("participation.duty.open")):
        _say(ready, card, followup, {duty.id: duty for duty in found})


def _show(duty: ToldDuty) -> None:
    mark = DONE if duty.met else OPEN
    lines = [f"{mark} {bold(duty.title)}. {plain(duty.asks)}", bold(duty.state)]
    lines += [plain(doubt) for doubt in duty.doubts]
    lines += [gates.source(reference) for reference in duty.references]
    st.markdown("  \n".join(lines))


def _say(ready: Ready, card: FollowUpCard, followup: FollowUp, duties: dict[str, ToldDuty]) -> None:
    words, name = state.words(), form.fresh("duty", ready)
    with st.form(name, border=False):
        duty = st.selectbox(
            words.say("participation.duty.which"), list(duties), key=f"{name}_duty",
            format_func=lambda each: duties[each].title,
        )  # fmt: skip
        done = st.radio(
            words.say("participation.duty.what"), list(DutyState), None, horizontal=True,
            format_func=lambda each: words.say(f"participation.duty.{each}"), key=f"{name}_state",
        )  # fmt: skip
        left, right = st.columns(2)
        with left:
            on = form.day(words.say("participation.form.day"), None, f"{name}_on")
        with right:
            meeting = voice_form.meeting(followup, f"{name}_meeting")
        note = form.text(words.say("followup.column.note"), None, f"{name}_note")
        pressed = st.form_submit_button(words.say("participation.duty.save"), type="primary")
    needed: form.Said = {words.say("participation.duty.what"): done and str(done)}
    if done is DutyState.DONE:
        needed[words.say("participation.form.day")] = on
    if not pressed or form.lacking(needed):
        return
    said: form.Said = {
        "state": done and str(done), "date": on, "meeting": meeting, "note": note,
    }  # fmt: skip
    form.act(
        ready,
        lambda: state.mapped().say_duty(
            ready.id, duty, said, based_on=card.digest, signed=state.signed()
        ),
    )
