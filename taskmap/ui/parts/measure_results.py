"""What came of a measure: counted after some months, against how it was and what was promised."""

import streamlit as st

from taskmap.model.followup import Judgement, Measure, Result
from taskmap.present import followup as words_of
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import tables
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import MEASURED_AFTER, FollowUpCard

MOST = 1_000_000  # minutes a week


def draw(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    """What was counted, and a form for the next count; first how it was, where nobody said."""
    words = state.words()
    if measure.baseline is None:
        st.markdown(words.say("followup.results.no_baseline"))
        with st.expander(words.say("followup.results.freeze")):
            _freeze(ready, card, measure)
        return
    found = words_of.gain_table(measure, words)
    if found.rows:
        tables.show(found, "gains")
    else:
        st.markdown(words.say("followup.results.none"))
    with st.expander(words.say("followup.results.count")):
        _count(ready, card, measure)


def _freeze(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    words, name = state.words(), form.key(f"baseline_{measure.id}", measure.baseline)
    with st.form(name, border=False):
        minutes = form.number(
            words.say("followup.field.minutes"), None, f"{name}_minutes", low=0, high=MOST
        )
        promised = form.number(
            words.say("followup.field.promised"), None, f"{name}_promised", low=0, high=MOST
        )
        pressed = st.form_submit_button(words.say("followup.results.freeze_do"), type="primary")
    if not pressed:
        return
    if minutes is None:
        form.lacking({words.say("followup.field.minutes"): None})
        return
    said = {"minutes": minutes, "promised": promised, "date": state.mapped().today}
    kept = {key: value for key, value in said.items() if value is not None}
    form.save(ready, card, measure.id, {"baseline": kept})


def _count(ready: Ready, card: FollowUpCard, measure: Measure) -> None:
    now = _by_mapping(ready, card, measure)
    words, name = state.words(), form.key(f"count_{measure.id}", (measure.results, now))
    done = {result.months for result in measure.results}
    next_ = next((n for n in MEASURED_AFTER if n not in done), MEASURED_AFTER[-1])
    st.markdown(words.say("followup.results.count_how"))
    with st.form(name, border=False):
        months = st.radio(
            words.say("followup.column.months"), MEASURED_AFTER, MEASURED_AFTER.index(next_),
            format_func=lambda n: words.say("followup.months", n=n), horizontal=True,
            key=f"{name}_months",
        )  # fmt: skip
        minutes = form.number(
            words.say("followup.field.minutes_now"), now, f"{name}_minutes", low=0, high=MOST
        )
        on = form.day(words.say("followup.column.day"), state.mapped().today, f"{name}_on")
        judged = st.radio(
            words.say("followup.column.judgement"), list(Judgement), None, horizontal=True,
            format_func=lambda each: words.say(f"followup.judgement.{each}"),
            key=f"{name}_judgement",
        )  # fmt: skip
        note = form.text(words.say("followup.column.note"), None, f"{name}_note")
        pressed = st.form_submit_button(words.say("followup.form.save_count"), type="primary")
    if not pressed:
        return
    if minutes is None or on is None:
        needed = {"followup.field.minutes_now": str(minutes or ""), "followup.column.day": on}
        form.lacking({words.say(key): value for key, value in needed.items()})
        return
    new = Result(months=months or next_, on=on, minutes=minutes, judgement=judged, note=note)
    kept = [result for result in measure.results if result.months != new.months]
    said = [_said(result) for result in sorted((*kept, new), key=lambda each: each.months)]
    form.save(ready, card, measure.id, {"results": said})


def _by_mapping(ready: Ready, card: FollowUpCard, measure: Measure) -> int | None:
    """What the giver spends now, where the mapping is another than the baseline's; and told."""
    base, words = measure.baseline, state.words()
    if measure.leaf is None or measure.giver is None or base is None:
        return None
    if base.mapping in {None, card.mapping}:
        st.markdown(words.say("followup.results.same_mapping"))
        return None
    now = state.mapped().minutes_now(ready.id, measure.leaf, measure.giver)
    if now is None:
        st.markdown(words.say("followup.results.task_gone"))
    else:
        told = words.say("followup.results.by_mapping", hours=words.hours(now), on=ready.mapping.on)
        st.info(told, icon=":material/table_chart:")
    return now


def _said(result: Result) -> form.Said:
    said: form.Said = {
        "months": result.months, "date": result.on, "minutes": result.minutes,
        "judgement": result.judgement and str(result.judgement), "note": result.note,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value is not None}
