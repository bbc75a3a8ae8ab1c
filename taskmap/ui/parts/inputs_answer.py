"""One group's own sheet: band by band as in a meeting, comments, and that it has finished."""

from functools import partial

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.edit import SetField
from taskmap.present import meeting as told_meeting
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import (
    guard,
    mapping_edit,
    mapping_edit_conflict,
    mapping_edit_saving,
    meeting_band,
    meeting_group,
    meeting_saving,
)
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import InputCard, missing, works

LAST = "last"


def draw(ready: Ready, card: InputCard) -> None:
    """The sheet while the group answers; after that, that it has."""
    words = state.words()
    if card.done:
        _done(ready, card)
        return
    st.markdown(words.say("input.answer_how"))
    sheet = guard.answering(card.id)
    bench = state.bench(sheet.desk)
    meeting_saving.take_in(sheet)
    bench.see(*sheet.hall.said(sheet.id))
    if sheet.opened.digest != bench.digest:  # something was just saved
        sheet = guard.answering(card.id)
    lacking = {each.task: each for each in missing(bench.said, sheet.mapping)}
    mapping_edit.standing(sheet, bench)
    mapping_edit_conflict.draw(sheet, bench)
    whole = len(bench.said) - len(lacking)
    st.markdown(bold(told_meeting.progress(whole, len(bench.said), words)))
    bands = [band for band in sheet.mapping.band_ids if _anybody(sheet, band)]
    steps = {f"{meeting_band.STEP}{band}": sheet.naming.band(band) for band in bands}
    last = {LAST: words.say("input.step.last")}
    chosen = segments(state.INPUT_STEP, words.say("meeting.step"), steps | last)
    if chosen == LAST:
        _comments(sheet, bench)
        _finish(ready, card, whole, len(bench.said))
    else:
        band = chosen.removeprefix(meeting_band.STEP)
        meeting_band.draw(sheet, bench, band, lacking, first=band == bands[0])


def _anybody(sheet: Ready, band: str) -> bool:
    return any(works(role, band, sheet.mapping) for role in sheet.naming.roles_down)


def _comments(sheet: Ready, bench: Bench) -> None:
    """A line to each task, where the group wants to say more than figures."""
    words = state.words()
    st.subheader(words.say("input.comments"))
    st.markdown(words.say("input.comments_how"))
    groups = meeting_group.of(sheet, bench)
    if not groups:
        return
    group = meeting_group.choose(sheet, list(groups), LAST)
    for task in groups[group]:
        key = f"comment_{bench.base}_{task}"
        meeting_saving.field(bench, key, partial(_commented, sheet, task))
        st.text_input(
            plain(sheet.naming.whole_task(task)), sheet.mapping.by_task[task].note or "", key=key,
            max_chars=400, on_change=meeting_saving.take_in, args=(sheet,),
        )  # fmt: skip


def _commented(sheet: Ready, task: str, text: str) -> None:
    cell, bench = (task, "note"), state.bench(sheet.desk)
    saved = sheet.mapping.by_task[task].note or ""
    if text.strip() not in {saved, bench.handled.get(cell)}:
        mapping_edit_saving.save(sheet, [SetField(task, "note", text.strip() or None)])
        bench.handled[cell] = text.strip()


def _finish(ready: Ready, card: InputCard, whole: int, everything: int) -> None:
    words = state.words()
    st.subheader(words.say("input.finish"))
    st.markdown(words.say("input.finish_how"))
    if whole < everything:
        st.markdown(words.say("input.finish_lacks", n=everything - whole))
    with st.container(horizontal=True, key="input_finish"):
        st.button(
            words.say("input.finish_do"), key=f"finish_{card.id}", type="primary",
            icon=":material/task_alt:", on_click=_say_done, args=(ready.id, card.id, True),
        )  # fmt: skip
        st.button(
            words.say("input.remove"), key=f"remove_{card.id}", icon=":material/delete:",
            on_click=_remove, args=(ready.id, card.id),
        )  # fmt: skip


def _done(ready: Ready, card: InputCard) -> None:
    words = state.words()
    st.success(words.say("input.done", day=card.input.done if card.input else ""))
    if state.mapped().comparable(ready.id):
        st.markdown(words.say("input.done_open"))
        return
    st.markdown(words.say("input.done_waits"))
    st.button(
        words.say("input.again"), key=f"again_{card.id}", icon=":material/edit:",
        on_click=_say_done, args=(ready.id, card.id, False),
    )  # fmt: skip


def _remove(unit: str, group: str) -> None:
    try:
        state.take_away((unit, state.mapped().remove_input(unit, group)))
        state.refuse("")
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))


def _say_done(unit: str, group: str, done: bool) -> None:
    try:
        state.mapped().finish_input(unit, group, state.signed(), done=done)
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))
    else:
        state.refuse("")
