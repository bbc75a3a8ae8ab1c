"""Forms for whole tasks: new, split, merged, its cases, why, what wears, a new name, removed."""

from collections.abc import Callable

import streamlit as st

from taskmap.model.edit import AddTask, Edit, MergeTasks, Part, RemoveTask, RenameTask, SplitTask
from taskmap.model.said import TaskSaid
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import (
    mapping_edit_cases,
    mapping_edit_reason,
    mapping_edit_saving,
    mapping_edit_strain,
)
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import free_name, typed


def draw(ready: Ready, bench: Bench) -> None:
    """Choose what to do, and do it."""
    st.subheader(state.words().say("ui.form"))
    choose(ready, bench, tuple(FORMS))


def choose(ready: Ready, bench: Bench, forms: tuple[str, ...]) -> None:
    """One of some forms."""
    words = state.words()
    chosen = segments(
        state.FORM,
        words.say("ui.form.choose"),
        {name: words.say(f"ui.form.{name}") for name in forms},
        hidden=True,
    )
    FORMS[chosen](ready, bench)


def _add(ready: Ready, bench: Bench) -> None:
    words, naming = state.words(), ready.naming
    with st.form(f"add_{bench.forms}", border=True):
        left, right = st.columns(2)
        name = left.text_input(words.say("ui.form.name"), key=f"add_name_{bench.forms}")
        group = right.selectbox(
            words.say("ui.tasks.group"), list(naming.groups), format_func=naming.group,
            key=f"add_group_{bench.forms}",
        )  # fmt: skip
        band = left.selectbox(
            words.say("ui.form.band"), list(ready.mapping.band_ids), format_func=naming.band,
            key=f"add_band_{bench.forms}",
        )  # fmt: skip
        often = right.text_input(
            words.say("ui.form.often"), key=f"add_often_{bench.forms}",
            placeholder=words.say("ui.form.often_like"),
        )  # fmt: skip
        minutes = left.text_input(
            words.say("ui.form.minutes"), key=f"add_minutes_{bench.forms}",
            placeholder=words.say("ui.form.minutes_like"),
        )  # fmt: skip
        role = right.selectbox(
            words.say("ui.tasks.role"), list(naming.roles_down), format_func=naming.role,
            key=f"add_role_{bench.forms}",
        )  # fmt: skip
        reason = st.text_input(
            words.say("ui.form.reason_label"), key=f"add_reason_{bench.forms}",
            placeholder=words.say("ui.form.reason_like"), max_chars=mapping_edit_reason.MOST,
        )  # fmt: skip
        if st.form_submit_button(words.say("ui.form.add_do"), type="primary"):
            _add_task(ready, (name, group, role, reason), {f"count.{band}": often}, minutes)


def _add_task(
    ready: Ready, told: tuple[str, str, str, str], count: dict[str, str], minutes: str
) -> None:
    name, group, role, reason = told
    if not name.strip():
        st.error(state.words().say("ui.form.needs_name"))
        return
    new = TaskSaid(id=free_id(name, ready))
    bands = ready.mapping.bands
    read = [typed(new, count, bands), typed(new, {"minutes": minutes}, bands)]
    wrong = [finding for each in read for finding in each.findings]
    if wrong:
        st.error(" ".join(mapping_edit_saving.told(ready, wrong)))
        return
    task: dict[str, object] = {"id": new.id, "name": name.strip(), "today": role}
    if group:
        task["group"] = group
    if reason.strip():
        task["reason"] = reason.strip()
    start: Edit = AddTask(task)  # type: ignore[arg-type] # text alone
    _send(ready, start, *(edit for each in read for edit in each.edits))


def _split(ready: Ready, bench: Bench) -> None:
    words = state.words()
    with st.form(f"split_{bench.forms}", border=True):
        task = _task(ready, bench, "split")
        names = st.text_area(
            words.say("ui.form.parts"), key=f"split_parts_{bench.forms}",
            help=words.say("ui.form.parts_how"), height=110,
        )  # fmt: skip
        if st.form_submit_button(words.say("ui.form.split_do"), type="primary"):
            parts = [line.strip() for line in names.splitlines() if line.strip()]
            if len(parts) < 2:
                st.error(words.say("ui.form.needs_parts"))
            else:
                _send(ready, SplitTask(task, _parts(parts, ready)))


def _parts(names: list[str], ready: Ready) -> tuple[Part, ...]:
    taken: list[str] = []
    for name in names:
        taken.append(free_id(name, ready, taken))
    return tuple(Part(id_, name) for id_, name in zip(taken, names, strict=True))


def _merge(ready: Ready, bench: Bench) -> None:
    words = state.words()
    with st.form(f"merge_{bench.forms}", border=True):
        tasks = st.multiselect(
            words.say("ui.form.tasks"), list(bench.said), format_func=ready.naming.whole_task,
            key=f"merge_tasks_{bench.forms}", placeholder=words.say("ui.form.tasks_choose"),
        )  # fmt: skip
        st.markdown(words.say("ui.form.merge_how"))
        first = st.checkbox(words.say("ui.form.first_holds"), key=f"merge_first_{bench.forms}")
        if st.form_submit_button(words.say("ui.form.merge_do"), type="primary"):
            if len(tasks) < 2:
                st.error(words.say("ui.form.needs_tasks"))
            else:
                _send(ready, _merging(ready, bench, tuple(tasks), first=first))


def _merging(ready: Ready, bench: Bench, tasks: tuple[str, ...], *, first: bool) -> MergeTasks:
    if first:
        return ready.hall.merging(ready.id, tasks, based_on=bench.digest)
    return MergeTasks(tasks)


def _rename(ready: Ready, bench: Bench) -> None:
    words = state.words()
    with st.form(f"rename_{bench.forms}", border=True):
        task = _task(ready, bench, "rename")
        name = st.text_input(words.say("ui.form.new_name"), key=f"rename_name_{bench.forms}")
        if st.form_submit_button(words.say("ui.form.rename_do"), type="primary"):
            if name.strip():
                _send(ready, RenameTask(task, name=name.strip()))
            else:
                st.error(words.say("ui.form.needs_name"))


def _remove(ready: Ready, bench: Bench) -> None:
    words = state.words()
    with st.form(f"remove_{bench.forms}", border=True):
        task = _task(ready, bench, "remove")
        st.markdown(words.say("ui.form.remove_how"))
        if st.form_submit_button(words.say("ui.form.remove_do"), type="primary"):
            _send(ready, RemoveTask(task))


def _task(ready: Ready, bench: Bench, form: str) -> str:
    found: str = st.selectbox(
        state.words().say("edit.column.name"), list(bench.said),
        format_func=ready.naming.whole_task, key=f"{form}_task_{bench.forms}",
    )  # fmt: skip
    return found


def _send(ready: Ready, *edits: Edit) -> None:
    """Save, and draw the page anew with the answer at its top."""
    mapping_edit_saving.save(ready, edits)
    state.bench(ready.desk).draw_anew()
    st.rerun()


def free_id(name: str, ready: Ready, taken: list[str] | None = None) -> str:
    """An id made of a name, with a number where it is in use."""
    return free_name(name, {*ready.mapping.by_task, *(taken or ())}, otherwise="oppgave")


FORMS: dict[str, Callable[[Ready, Bench], None]] = {
    "add": _add,
    "split": _split,
    "merge": _merge,
    "cases": mapping_edit_cases.draw,
    "reason": mapping_edit_reason.draw,
    "strain": mapping_edit_strain.draw,
    "rename": _rename,
    "remove": _remove,
}
