"""What a unit follows over time: baseline, target and what was measured."""

import streamlit as st

from taskmap.model.edit import EditValue
from taskmap.model.followup import FollowUp
from taskmap.model.indicator import Figure, Indicator, IndicatorKind
from taskmap.present import indicators as words_of
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import tables
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import FollowUpCard

FAR = 1_000_000.0


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """The table, then the forms for another measurement and another indicator."""
    words = state.words()
    st.markdown(words.say("indicator.how"))
    there = {each.kind: each for each in followup.indicators}
    if there:
        tables.show(words_of.indicators_table(followup.indicators, words), "indicators_table")
        with st.expander(words.say("indicator.measure.open")):
            _measure(ready, card, there)
    with st.expander(words.say("indicator.set.open"), expanded=not there):
        _set(ready, card, there)


def _measure(ready: Ready, card: FollowUpCard, there: dict[IndicatorKind, Indicator]) -> None:
    words, key = state.words(), form.fresh("measured", ready)
    with st.form(key, border=False):
        kind = _kind(list(there), key)
        now = _figure("indicator.measured", "participation.form.day", key, state.mapped().today)
        pressed = st.form_submit_button(words.say("indicator.measure.save"), type="primary")
    if pressed and kind is not None and _whole(now, "indicator.measured"):
        kept = [each for each in there[kind].measured if each.on != now["date"]]
        said: list[EditValue] = [*(_said(each) for each in kept), now]
        _save(ready, card, kind, {"measured": said})


def _set(ready: Ready, card: FollowUpCard, there: dict[IndicatorKind, Indicator]) -> None:
    words, key = state.words(), form.fresh("indicator", ready)
    with st.form(key, border=False):
        kind = _kind([each for each in IndicatorKind if each not in there], key)
        before = _figure("indicator.baseline", "indicator.column.day", f"{key}_before", None)
        target = _figure("indicator.target", "indicator.column.by", f"{key}_target", None)
        pressed = st.form_submit_button(words.say("indicator.set.save"), type="primary")
    if not pressed or kind is None or not _whole(before, "indicator.baseline"):
        return
    if any(value is not None for value in target.values()) and not _whole(
        target, "indicator.target"
    ):
        return
    aimed = target if target["value"] is not None else None
    _save(ready, card, kind, {"baseline": before, "target": aimed})


def _kind(kinds: list[IndicatorKind], key: str) -> IndicatorKind | None:
    words = state.words()
    found: IndicatorKind | None = st.selectbox(
        words.say("indicator.column.name"), kinds, key=f"{key}_kind",
        format_func=lambda each: words_of.name(each, words),
    )  # fmt: skip
    return found


def _figure(label: str, day: str, key: str, on: object) -> dict[str, EditValue]:
    words = state.words()
    left, right = st.columns(2)
    with left:
        value = st.number_input(
            words.say(label), -FAR, FAR, None, step=0.1, format="%.1f", key=f"{key}_value"
        )
    with right:
        found = form.day(words.say(day), state.mapped().today if on else None, f"{key}_day")
    return {"value": value, "date": found}


def _whole(said: dict[str, EditValue], label: str) -> bool:
    words = state.words()
    needed: form.Said = {
        words.say(label): None if said["value"] is None else str(said["value"]),
        words.say("participation.form.day"): said["date"],
    }
    return not form.lacking(needed)


def _said(figure: Figure) -> dict[str, EditValue]:
    return {"value": figure.value, "date": figure.on}


def _save(
    ready: Ready, card: FollowUpCard, kind: IndicatorKind, fields: dict[str, EditValue]
) -> None:
    form.act(
        ready,
        lambda: state.mapped().follow(
            ready.id, str(kind), fields, based_on=card.digest, signed=state.signed()
        ),
    )
