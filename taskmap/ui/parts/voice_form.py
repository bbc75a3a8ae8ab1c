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
from taskmap.workspace import Action, FollowUpCard, about_said

COMMENT, DISSENT, HOLD = "comment", "dissent", "hold"
SPOKEN = (COMMENT, DISSENT, HOLD)


def anything(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """Speak about the whole plan, a measure, or a move somebody has spoken of."""
    if not state.may(Action.COMMENT):
        return
    with st.expander(state.words().say("participation.form.open")):
        _speak(ready, card, spoken_of(followup), "anything")


def spoken_of(followup: FollowUp, moves: Sequence[Move] = ()) -> list[About]:
    """The whole plan, the measures, what somebody has spoken of, then these moves."""
    measures = (About(measure=measure.id) for measure in followup.measures)
    spoken = (each.about for each in words_of.voices(followup))
    met = (each.about for each in followup.participation.meetings)
    found = (WHOLE, *measures, *spoken, *met, *map(words_of.subject_of, moves))
    return list(dict.fromkeys(found))


def named(subjects: Sequence[About], followup: FollowUp, ready: Ready) -> dict[About, str]:
    """What each is called."""
    return {each: words_of.subject(each, followup, ready.naming) for each in subjects}


def meeting(followup: FollowUp, key: str) -> str | None:
    """The meeting where something was said or done, or none."""
    words = state.words()
    meetings = {m.id: words_of.meeting_name(m, words) for m in followup.participation.meetings}
    found: str | None = st.selectbox(
        words.say("participation.duty.meeting"), [None, *meetings], key=key,
        format_func=lambda each: meetings.get(each or "")
        or words.say("participation.duty.no_meeting"),
    )  # fmt: skip
    return found


def about_moves(moves: Sequence[Move], ready: Ready, card: FollowUpCard, name: str) -> None:
    """Speak about one of a card's moves; drawn only when it is open."""
    if not state.may(Action.COMMENT):
        return
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
    if not state.may(Action.COMMENT):
        return
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
    told = labels or named(subjects, followup, ready)
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
        said = _fields(key, followup)
        pressed = st.form_submit_button(words.say("participation.form.save"), type="primary")
    if pressed and _is_whole(what, said):
        _save(ready, card, about, what or COMMENT, said)


def _fields(key: str, followup: FollowUp) -> form.Said:
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
    met = meeting(followup, f"{key}_meeting") if followup.participation.meetings else None
    return {
        "party": party and str(party), "office": office, "text": text, "date": on, "meeting": met,
    }  # fmt: skip


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
