"""The forms in which somebody speaks, disagrees, holds something back, or lets it go on."""

from collections.abc import Sequence

import streamlit as st

from taskmap.model.followup import FollowUp
from taskmap.model.participation import MAY_HOLD, WHOLE, About, Hold, Party
from taskmap.model.plan import Move
from taskmap.present import moves as words_of_moves
from taskmap.present import participation as words_of
from taskmap.present.changes import is_crumb
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import FollowUpCard, about_said

COMMENT, DISSENT, HOLD = "comment", "dissent", "hold"
SPOKEN = (COMMENT, DISSENT, HOLD)


def anything(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """Speak about the whole plan, a measure, or a move somebody has spoken of."""
    words = state.words()
    measures = (About(measure=measure.id) for measure in followup.measures)
    spoken = (each.about for each in words_of.voices(followup))
    subjects = list(dict.fromkeys((WHOLE, *measures, *spoken)))
    with st.expander(words.say("participation.form.open")):
        _speak(ready, card, subjects, "anything")


def about_moves(moves: Sequence[Move], ready: Ready, card: FollowUpCard, name: str) -> None:
    """Speak about one of a card's moves; drawn only when it is open."""
    words = state.words()
    label = words.say("participation.form.open")
    folded = st.expander(label, key=f"speak@{name}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if state.scenarios():
            st.info(words.say("participation.form.scenario_on"))
        elif card.followup is not None:
            ordered = sorted(moves, key=is_crumb)
            labels = {words_of.subject_of(m): words_of_moves.pair(m, ready.naming) for m in ordered}
            _speak(ready, card, list(labels), name, labels)


def lift(ready: Ready, card: FollowUpCard, hold: Hold) -> None:
    """Let something that was on hold go on, with a reason."""
    words = state.words()
    name = form.fresh(f"lift_{hold.id}", ready)
    label = words.say("participation.lift.open", what=hold.office)
    with st.expander(label), st.form(name, border=False):
        why = form.text(words.say("participation.lift.why"), None, f"{name}_why")
        on = form.day(words.say("participation.form.day"), state.mapped().today, f"{name}_on")
        pressed = st.form_submit_button(words.say("participation.lift.save"))
    needed = {"participation.lift.why": why, "participation.form.day": on}
    if not pressed or form.lacking({words.say(key): value for key, value in needed.items()}):
        return
    if on is not None:
        form.act(
            ready,
            lambda: state.mapped().lift(
                ready.id, hold.id, on, why, based_on=card.digest, signed=state.signed()
            ),
        )


def _speak(
    ready: Ready,
    card: FollowUpCard,
    subjects: Sequence[About],
    name: str,
    labels: dict[About, str] | None = None,
) -> None:
    words, followup = state.words(), card.followup
    if followup is None:
        return
    told = labels or {each: words_of.subject(each, followup, ready.naming) for each in subjects}
    key = form.fresh(f"speak_{name}", ready)
    st.markdown(words.say("participation.form.hold_how"))
    with st.form(key, border=False):
        about = subjects[0]
        if len(subjects) > 1:
            about = st.selectbox(
                words.say("participation.form.about"), subjects, format_func=told.__getitem__,
                key=f"{key}_about",
            )  # fmt: skip
        what = st.radio(
            words.say("participation.form.what"), SPOKEN, None, horizontal=True,
            format_func=lambda each: words.say(f"participation.form.what.{each}"),
            key=f"{key}_what",
        )  # fmt: skip
        said = _fields(key)
        pressed = st.form_submit_button(words.say("participation.form.save"), type="primary")
    if pressed and _is_whole(what, said):
        _save(ready, card, about, what or COMMENT, said)


def _fields(key: str) -> form.Said:
    words = state.words()
    left, right = st.columns(2)
    with left:
        party = st.selectbox(
            words.say("participation.form.party"), list(Party), None, key=f"{key}_party",
            format_func=lambda each: words.say(f"participation.party.{each}"),
            placeholder=words.say("followup.form.choose"),
        )  # fmt: skip
    with right:
        office = form.line(
            words.say("participation.form.office"), None, f"{key}_office",
            words.say("participation.form.office_like"),
        )  # fmt: skip
    text = form.text(words.say("participation.form.text"), None, f"{key}_text")
    on = form.day(words.say("participation.form.day"), state.mapped().today, f"{key}_day")
    return {"party": party and str(party), "office": office, "text": text, "date": on}


def _is_whole(what: str | None, said: form.Said) -> bool:
    words = state.words()
    labels = {"party": "party", "office": "office", "text": "text", "date": "day"}
    needed = {words.say(f"participation.form.{labels[key]}"): said[key] for key in labels}
    if form.lacking({words.say("participation.form.what"): what, **needed}):
        return False
    if what == HOLD and said["party"] not in MAY_HOLD:
        st.error(words.say("participation.form.who_may_hold"))
        return False
    return True


def _save(ready: Ready, card: FollowUpCard, about: About, what: str, said: form.Said) -> None:
    fields: form.Said = {**said, "about": about_said(about)}
    text = fields.pop("text")
    if what == HOLD:
        part, fields = "holds", {**fields, "reason": text}
    else:
        part, fields = "comments", {**fields, "text": text, "dissent": what == DISSENT or None}
    form.act(
        ready,
        lambda: state.mapped().speak(
            ready.id, part, fields, based_on=card.digest, signed=state.signed()
        ),
    )
