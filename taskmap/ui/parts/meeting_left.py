"""What is missing, each with a click to its place; and whether everything is written down."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from taskmap.model.edit import SetPost
from taskmap.present import meeting as told
from taskmap.ui import menu, state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import guard, mapping_edit_saving, meeting_band, meeting_group, meeting_saving
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import Missing


def draw(ready: Ready, bench: Bench, lacking: Sequence[Missing]) -> None:
    """The list, then the roles that are mapped whole, then the way to the suggestions."""
    words = state.words()
    if not bench.said:
        st.info(words.say("meeting.progress_none"))
    elif not lacking:
        st.success(words.say("meeting.left_none"), icon=":material/check:")
    for each in lacking:
        _missing(ready, each)
    if bench.said:
        _complete(ready, bench)
        menu.link(menu.SUGGESTIONS, words.say("meeting.to_suggestions"))


def _missing(ready: Ready, missing: Missing) -> None:
    words, name = state.words(), ready.naming.whole_task(missing.task)
    with st.container(horizontal=True, vertical_alignment="center", key=f"left_{missing.task}"):
        lacks = told.lacks(missing.lacks, missing.bands, ready.naming)
        st.markdown(f"{bold(name)}: {plain(lacks)}", width="stretch")
        st.button(
            words.say("meeting.left_go", task=plain(name)), key=f"left_to_{missing.task}",
            on_click=_go, args=(ready, missing),
        )  # fmt: skip


def _go(ready: Ready, missing: Missing) -> None:
    band = missing.bands[0] if missing.bands else ready.mapping.band_ids[0]
    step = f"{meeting_band.STEP}{band}"
    state.choose(state.STEP, step)
    state.choose(meeting_group.named(step), ready.naming.group_of(missing.task))


def _complete(ready: Ready, bench: Bench) -> None:
    words = state.words()
    st.subheader(words.say("meeting.complete"))
    st.markdown(words.say("meeting.complete_how"))
    staffing = ready.mapping.by_role
    roles = [role for role in ready.naming.roles_down if role in staffing]
    key = f"complete_{bench.base}"
    meeting_saving.field(bench, key, partial(_completed, ready, roles))
    st.pills(
        words.say("meeting.complete_roles"), roles, selection_mode="multi",
        default=[role for role in roles if staffing[role].complete],
        format_func=ready.naming.short_role, key=key,
        on_change=meeting_saving.take_in, args=(ready,), wrap=True,
    )  # fmt: skip


def _completed(ready: Ready, roles: list[str], pressed: list[str]) -> None:
    staffing = guard.mapped().mapping.by_role
    values = {role: "complete" if role in pressed else None for role in roles if role in staffing}
    edits = [
        SetPost(role, "mapping", value)
        for role, value in values.items()
        if (value is not None) != staffing[role].complete
    ]
    if edits:
        mapping_edit_saving.save(ready, edits)
