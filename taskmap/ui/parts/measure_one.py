"""One measure: what was decided, what is missing, and the forms that say it."""

import streamlit as st

from taskmap.model.edit import EditValue
from taskmap.model.followup import (
    FollowUp,
    FreedFor,
    Instruction,
    Measure,
    MeasureKind,
    RiskAssessment,
    Score,
)
from taskmap.present import followup as words_of
from taskmap.present import participation as words_of_voices
from taskmap.present.risks import risk_matrix
from taskmap.ui import state
from taskmap.ui.parts import decide, measure_results, statements, tables
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.measure_list import EVERY
from taskmap.ui.parts.move_card import listed
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import FollowUpCard

INSTRUCTION = (
    "purpose", "training", "check", "steps", "procedure", "supervision", "call_for_help",
)  # fmt: skip
SHORT = frozenset({"procedure"})


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """Choose a measure, see how it stands, say what is missing."""
    words = state.words()
    if not followup.measures:
        st.info(words.say("followup.none"))
        return
    names = {m.id: words_of.title(m, ready.naming) for m in followup.measures}
    chosen = pick(state.MEASURE, words.say("followup.page.which"), names, width=560)
    measure = card.measure(chosen or EVERY) or followup.measures[0]
    st.subheader(plain(names[measure.id]))
    _stands(ready, measure, card, followup)
    with st.expander(words.say("followup.section.decision")):
        _decision(ready, card, measure)
    if measure.kind not in {MeasureKind.COURSE, MeasureKind.RECRUITMENT}:
        with st.expander(words.say("followup.section.risk")):
            _risk(ready, card, measure)
    if measure.kind is MeasureKind.MOVE:
        with st.expander(words.say("followup.section.instruction")):
            _instruction(ready, card, measure)
        with st.expander(words.say("followup.section.people")):
            _people(ready, card, measure)
    st.subheader(words.say("followup.section.results"))
    measure_results.draw(ready, card, measure)
    with st.expander(words.say("followup.drop.open")):
        _drop(ready, card, measure)


def _stands(ready: Ready, measure: Measure, card: FollowUpCard, followup: FollowUp) -> None:
    words, today = state.words(), state.mapped().today
    st.markdown(f"{bold(words_of.stage_word(measure, today, words))}")
    statements.show(words_of_voices.of_measure(measure, followup), measure.holds, followup)
    st.markdown(f"{decide.MARKS[measure.decision]} {plain(words_of.decided(measure, words))}")
    st.markdown(plain(words_of.baseline(measure, card.mapping, words)))
    for line in state.mapped().waiting(ready.id, measure, words):
        st.markdown(f":material/school: {plain(line)}")
    missing = words_of.missing(measure, words)
    if missing:
        lead = words.say("followup.missing")
        st.warning(f"{lead}\n\n{listed(missing)}", icon=":material/error:")
    unsaid = words_of.not_said(measure, words)
    if unsaid:
        lead = words.say("followup.unsaid")
        st.info(f"{lead}\n\n{listed(unsaid)}", icon=":material/help:")


def _drop(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    words = state.words()
    st.markdown(words.say("followup.drop.how"))
    if st.button(words.say("followup.drop.do"), key=f"drop_{measure.id}", icon=":material/delete:"):
        form.act(
            ready,
            lambda: state.mapped().drop(
                ready.id, measure.id, based_on=card.digest, signed=state.signed()
            ),
        )


def _decision(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    words = state.words()
    name = form.key(f"decision_{measure.id}", measure)
    with st.form(name, border=False):
        said = decide.fields(measure, name)
        pressed = st.form_submit_button(words.say("followup.decide.save"), type="primary")
    if pressed and decide.is_whole(said):
        form.save(ready, card, measure.id, said)


def _risk(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    words, risk = state.words(), measure.risk or RiskAssessment()
    name = form.key(f"risk_{measure.id}", risk)
    st.markdown(words.say("followup.risk.how"))
    if risk.before or risk.after:
        tables.show(risk_matrix(risk, words), f"matrix_{measure.id}")
    with st.form(name, border=False):
        before = _score("before", risk.before, name)
        done = form.text(words.say("followup.lack.risk_measure"), risk.measure, f"{name}_done")
        after = _score("after", risk.after, name)
        owner = form.line(
            words.say("followup.lack.risk_owner"), risk.owner, f"{name}_owner",
            words.say("followup.field.owner_like"),
        )  # fmt: skip
        left, right = st.columns(2)
        with left:
            on = form.day(words.say("followup.lack.risk_date"), risk.on, f"{name}_on")
        with right:
            review = form.day(words.say("followup.lack.risk_review"), risk.review, f"{name}_review")
        pressed = st.form_submit_button(words.say("followup.form.save_risk"), type="primary")
    if not pressed:
        return
    if any(len([n for n in each.values() if n]) == 1 for each in (before, after)):
        st.error(words.say("followup.risk.both"))
        return
    said = {
        "before": _whole(before), "measure": done, "after": _whole(after), "owner": owner,
        "date": on, "review": review,
    }  # fmt: skip
    form.save(ready, card, measure.id, {"risk": {k: v for k, v in said.items() if v} or None})


def _score(when: str, found: Score | None, name: str) -> dict[str, int | None]:
    """Likelihood and consequence, and what they make where both are said."""
    words = state.words()
    st.markdown(bold(words.say(f"followup.lack.risk_{when}")))
    left, right = st.columns(2)
    with left:
        likelihood = form.number(
            words.say("followup.risk.likelihood"), found.likelihood if found else None,
            f"{name}_{when}_likelihood", low=1, high=5,
        )  # fmt: skip
    with right:
        consequence = form.number(
            words.say("followup.risk.consequence"), found.consequence if found else None,
            f"{name}_{when}_consequence", low=1, high=5,
        )  # fmt: skip
    if found is not None:
        st.markdown(plain(words_of.score(found, words)))
    return {"likelihood": likelihood, "consequence": consequence}


def _whole(score: dict[str, int | None]) -> dict[str, int | None] | None:
    return score if all(score.values()) else None


def _instruction(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    words, told = state.words(), measure.instruction or Instruction()
    name = form.key(f"instruction_{measure.id}", told)
    said: dict[str, EditValue] = {}
    with st.form(name, border=False):
        for part in INSTRUCTION:
            label = words.say(f"followup.instruction.{part}")
            field = form.line if part in SHORT else form.text
            said[part] = field(label, getattr(told, part), f"{name}_{part}")
        left, right = st.columns(2)
        with left:
            label = words.say("followup.instruction.version")
            said["version"] = form.line(label, told.version, f"{name}_version", "1.0")
        with right:
            label = words.say("followup.instruction.review")
            said["review"] = form.day(label, told.review, f"{name}_review")
        pressed = st.form_submit_button(words.say("followup.form.save_instruction"), type="primary")
    if pressed:
        kept = {part: value for part, value in said.items() if value}
        form.save(ready, card, measure.id, {"instruction": kept or None})


def _people(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    words = state.words()
    so_far = (measure.freed_for, measure.job_description, measure.pay, measure.gives_up)
    name = form.key(f"people_{measure.id}", so_far)
    with st.form(name, border=False):
        freed = st.multiselect(
            words.say("followup.lack.freed_for"), list(FreedFor), list(measure.freed_for),
            format_func=lambda each: words.say(f"followup.freed_for.{each}"), key=f"{name}_freed",
            placeholder=words.say("followup.form.choose"),
        )  # fmt: skip
        gives_up = form.text(
            words.say("followup.lack.gives_up"), measure.gives_up, f"{name}_gives_up"
        )
        left, right = st.columns(2)
        with left:
            job = form.day(
                words.say("followup.lack.job_description"), measure.job_description, f"{name}_job"
            )
        with right:
            pay = form.day(words.say("followup.lack.pay"), measure.pay, f"{name}_pay")
        pressed = st.form_submit_button(words.say("followup.form.save_people"), type="primary")
    if pressed:
        said: dict[str, EditValue] = {
            "freed_for": [str(each) for each in freed] or None, "gives_up": gives_up,
            "job_description": job, "pay": pay,
        }  # fmt: skip
        form.save(ready, card, measure.id, said)
