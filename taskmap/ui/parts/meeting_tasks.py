"""What the unit does: the library's tasks to tick, tasks of its own, and tasks changed."""

from functools import partial

import streamlit as st

from taskmap.model.catalogue import LibraryTask
from taskmap.model.edit import AddTask, RemoveTask
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import (
    guard,
    mapping_edit_forms,
    mapping_edit_saving,
    meeting_group,
    meeting_saving,
)
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import Proposed, add_own, proposals, take_up, taken_up

STEP = "tasks"
_FORMS = ("rename", "split", "merge", "remove")


def draw(ready: Ready, bench: Bench) -> None:
    """One group of the library, then what may be done with whole tasks."""
    words = state.words()
    st.markdown(words.say("meeting.tasks_how"))
    groups = proposals(ready.mapping, ready.catalogue)
    group = meeting_group.choose(ready, list(groups), STEP)
    here = meeting_group.of(ready, bench).get(group, [])
    at = list(groups).index(group) + 1
    st.markdown(
        words.say("meeting.group_told", number=str(at), all=str(len(groups)), taken=str(len(here)))
    )
    taken = taken_up(ready.mapping)
    for proposed in groups[group]:
        _proposed(ready, bench, proposed, taken)
    whole = [p.task for p in groups[group] if not {t.code for t in (p.task, *p.parts)} & {*taken}]
    st.button(
        words.say("meeting.take_all"), key="meeting_take_all", icon=":material/done_all:",
        disabled=not whole, on_click=_take_all, args=(ready, whole),
    )  # fmt: skip
    _own(ready, group, here)
    meeting_group.onwards(list(groups), group, STEP)
    if bench.said:
        with st.expander(words.say("meeting.change")):
            mapping_edit_forms.choose(ready, bench, _FORMS)


def _proposed(ready: Ready, bench: Bench, proposed: Proposed, taken: dict[str, str]) -> None:
    """A task of the library; its parts instead, where it has some and is not taken whole."""
    task = proposed.task
    in_parts = any(part.code in taken for part in proposed.parts)
    _tick(ready, bench, task, taken, off=in_parts)
    with st.container(key=f"parts_{task.code}"):
        if proposed.parts and task.code not in taken:
            words = state.words()
            name = plain(words.name(task.names))
            with st.expander(words.say("meeting.in_parts", task=name), expanded=in_parts):
                for part in proposed.parts:
                    _tick(ready, bench, part, taken)


def _tick(
    ready: Ready, bench: Bench, task: LibraryTask, taken: dict[str, str], *, off: bool = False
) -> None:
    key = f"take_{bench.base}_{task.code}"
    meeting_saving.field(bench, key, partial(_ticked, ready, task))
    st.checkbox(
        plain(state.words().name(task.names)),
        value=task.code in taken,
        key=key,
        disabled=off,
        on_change=meeting_saving.take_in,
        args=(ready,),
    )


def _ticked(ready: Ready, task: LibraryTask, ticked: bool) -> None:
    own = taken_up(guard.mapped().mapping).get(task.code)
    if ticked and own is None:
        _take(ready, [task])
    elif own is not None and not ticked:
        mapping_edit_saving.save(ready, [RemoveTask(own, with_parts=True)])


def _take(ready: Ready, tasks: list[LibraryTask]) -> None:
    known, words = _ids(ready), state.words()
    edits: list[AddTask] = []
    for task in tasks:
        edits.append(take_up(task, words.name(task.names), known))
        known.add(str(edits[-1].task["id"]))
    mapping_edit_saving.save(ready, edits)


def _take_all(ready: Ready, tasks: list[LibraryTask]) -> None:
    _take(ready, tasks)
    state.bench(ready.desk).draw_anew()


def _own(ready: Ready, group: str, here: list[str]) -> None:
    """A field for a task of the unit's own; Enter adds it and empties the field."""
    words = state.words()
    own = [task for task in here if ready.mapping.by_task[task].library is None]
    if own:
        names = words.list(ready.naming.whole_task(task) for task in own)
        st.markdown(plain(words.say("meeting.own_here", tasks=names)))
    with (
        st.form(f"own_{group}", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input(words.say("meeting.own"), key=f"own_name_{group}", max_chars=120)
        sent = st.form_submit_button(words.say("meeting.own_do"), icon=":material/add:")
    if sent and name and name.strip():
        mapping_edit_saving.save(ready, [add_own(name, group, _ids(ready))])
        st.rerun()


def _ids(ready: Ready) -> set[str]:
    return {*ready.mapping.by_task, *state.bench(ready.desk).said}
