"""Mapping in a meeting: which tasks, then how often, how long and who, band by band."""

import streamlit as st

from taskmap.model.edit import SetField
from taskmap.present import meeting as told
from taskmap.ui import state
from taskmap.ui.parts import (
    guard,
    mapping_edit,
    mapping_edit_conflict,
    mapping_edit_saving,
    meeting_band,
    meeting_left,
    meeting_saving,
    meeting_tasks,
)
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold
from taskmap.workspace import missing, works

LEFT = "left"


def draw(ready: Ready) -> None:
    """How far it has come, what was saved, and one step at a time."""
    bench = state.bench(ready.desk)
    begins = not bench.digest
    meeting_saving.take_in(ready)
    bench.see(*ready.hall.said(ready.id))
    if begins:
        mapping_edit_saving.take_up_waiting(ready)
    state.keep(state.WAITING, bench.waiting)
    if ready.opened.digest != bench.digest:  # something was just saved
        ready = guard.mapped()
    lacking = missing(bench.said, ready.mapping)
    _finish(ready, {each.task for each in lacking})
    words = state.words()
    mapping_edit.steps(ready)
    mapping_edit.standing(ready, bench)
    mapping_edit_conflict.draw(ready, bench)
    st.markdown(bold(told.progress(len(bench.said) - len(lacking), len(bench.said), words)))
    bands = {f"{meeting_band.STEP}{band}": ready.naming.band(band) for band in _worked(ready)}
    chosen = segments(
        state.STEP,
        words.say("meeting.step"),
        {
            meeting_tasks.STEP: words.say("meeting.step.tasks"),
            **bands,
            LEFT: words.say("meeting.step.left"),
        },
    )
    if chosen == meeting_tasks.STEP:
        meeting_tasks.draw(ready, bench)
    elif chosen == LEFT:
        meeting_left.draw(ready, bench, lacking)
    else:
        first = chosen == next(iter(bands))
        lacks = {each.task: each for each in lacking}
        meeting_band.draw(ready, bench, chosen.removeprefix(meeting_band.STEP), lacks, first=first)


def _finish(ready: Ready, lacking: set[str]) -> None:
    """Two who each said a part of a task may have left the mark that something is missing."""
    tasks = ready.mapping.tasks
    whole = {*state.bench(ready.desk).said} - lacking
    edits = [SetField(t.id, "unfinished", True) for t in tasks if t.unfinished and t.id in whole]
    if edits:
        mapping_edit_saving.save(ready, edits)


def _worked(ready: Ready) -> list[str]:
    """Bands somebody has hours in."""
    roles, bands = ready.naming.roles_down, ready.mapping.band_ids
    found = [band for band in bands if any(works(r, band, ready.mapping) for r in roles)]
    return found or list(bands)
