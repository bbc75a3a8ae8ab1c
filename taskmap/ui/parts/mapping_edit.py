"""The view to edit in: a row for every task, saved when a cell is left."""

import re
from collections.abc import Iterator

import pandas as pd
import streamlit as st

from taskmap.model.finding import Finding
from taskmap.present import findings as told_findings
from taskmap.present import task_grid, versions
from taskmap.ui import grid, login, state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import (
    guard,
    mapping_edit_conflict,
    mapping_edit_forms,
    mapping_edit_saving,
    task_filter,
)
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import Answering, Kind, group_of

_TASK = re.compile(r"tasks\[(\d+)\]")
_FIXED = ("note", "per")
_NARROW, _NAME, _NOTE, _WIDEST = 96, 205, 140, 190
_MARK, _LETTER = 44, 7
_MOST_HEIGHT = 560


@st.fragment
def alone() -> None:
    """The mapping edited; what is typed draws nothing of the page round it."""
    draw(guard.mapped())


def draw(ready: Ready) -> None:
    """Who edits, what was saved, the grid, what waits, and forms for whole tasks."""
    bench = state.bench(ready.desk)
    begins = ready.drafting is None and not bench.digest
    again = begins and _taken_up(ready, bench)
    if not again:
        bench.see(*ready.hall.said(ready.id))
    if begins:
        mapping_edit_saving.take_up_waiting(ready)
    words = state.words()
    st.markdown(words.say("ui.edit.how"))
    above = st.container()
    standing(ready, bench)  # first on its way to whoever waits for it
    with above:
        steps(ready)
    mapping_edit_conflict.draw(ready, bench)
    rows = _asked(ready, bench)
    if rows:
        _grid(ready, bench, rows, again=again)
    else:
        st.info(words.say("ui.tasks.none"))
    if again:
        st.rerun()
    if ready.drafting is None:
        grid.keep_seen(bench)
        state.keep(state.WAITING, bench.waiting)
    _waiting(ready, bench)
    _findings(ready)
    mapping_edit_forms.draw(ready, bench)


def _taken_up(ready: Ready, bench: Bench) -> bool:
    """Whether a page from before the server was restarted is gone on with.

    It shows what it showed, so that what was typed in it meanwhile is told from what was saved.
    """
    seen = grid.seen()
    found = ready.hall.said_at(ready.id, seen[1]) if seen else None
    if seen is None or found is None:
        return False
    bench.see(*found)
    bench.base = seen[0]
    return True


def who(ready: Ready) -> None:
    """In which role somebody edits; never a name, and no choice where people log in."""
    if login.is_asked():
        return
    roles = {role: ready.naming.short_role(role) for role in ready.naming.roles_down}
    leader = {versions.LEADER: state.words().say("edit.who.leader")}
    pick(state.BY, state.words().say("ui.edit.by"), leader | roles, width=220)


def steps(ready: Ready) -> None:
    """Take back and do again; a button is for one step only, so that two clicks are not two."""
    words = state.words()
    with st.container(horizontal=True, vertical_alignment="bottom", key="edit_steps"):
        who(ready)
        if isinstance(ready.drafting, Answering):  # a sheet is filled in, not gone back in
            return
        found = ready.hall.steps(ready.id, state.signed().who)
        for kind, numbers in ((Kind.UNDO, found.done), (Kind.REDO, found.undone)):
            last = numbers[-1] if numbers else None
            st.button(
                words.say(f"ui.edit.{kind}"),
                key=f"{kind}_{last}_{len(numbers)}",
                icon=f":material/{kind}:",
                disabled=last is None,
                on_click=_step,
                args=(ready, kind),
            )


def _step(ready: Ready, kind: Kind) -> None:
    workspace = ready.hall
    step = workspace.undo if kind is Kind.UNDO else workspace.redo
    mapping_edit_saving.act(ready, lambda stands: step(ready.id, state.signed(), stands))


def standing(ready: Ready, bench: Bench) -> None:
    """What was saved last, only after it was; and what was refused."""
    words = state.words()
    if bench.refused:
        st.error(plain(bench.refused))
    if bench.saved is not None:
        at = versions.clock(bench.saved.at, words)
        told = words.say("ui.edit.saved", clock=at, number=str(bench.saved.number))
        more = f" {words.say('ui.edit.merged')}" if bench.merged else ""
        st.markdown(f":material/check: {told}{more}")
    elif ready.drafting is None:
        history = ready.hall.history(ready.id)
        if history:
            at = versions.when(history[-1].at, words)
            told = words.say("ui.edit.standing", when=at, number=str(history[-1].number))
            st.markdown(told)
        else:
            st.markdown(words.say("ui.edit.never"))


def _asked(ready: Ready, bench: Bench) -> tuple[str, ...]:
    """The tasks somebody wants to see, in the document's order."""
    words, naming = state.words(), ready.naming
    left, middle, right = st.columns(3)
    with left:
        text = st.text_input(words.say("ui.tasks.search"), key=state.EDIT_SEARCH)
    group, role = task_filter.group_and_role(ready, middle, right)
    wanted = (text or "").casefold().strip()
    return tuple(
        task
        for task, said in bench.said.items()
        if task in ready.mapping.by_task
        and wanted in naming.whole_task(task).casefold()
        and group in (None, naming.group_of(task))
        and (role is None or any(role in shares for shares in said.today.values()))
    )


def _grid(ready: Ready, bench: Bench, rows: tuple[str, ...], *, again: bool) -> None:
    """The rows; the key stays while somebody types, and is another where the content is another's.

    What was typed and is not saved stands in its cell, also after the grid is drawn anew.
    """
    roles = ready.naming.roles_down
    titles = task_grid.titles(ready.mapping, roles, ready.naming)
    notes = dict(_notes(ready, bench))
    shown = []
    for task in rows:
        cells = task_grid.cells(bench.said[task], roles, ready.naming)
        cells["note"] = notes.get(task, "")
        drafts = {c: text for (of, c), text in bench.drafts.items() if of == task}
        shown.append({column: {**cells, **drafts}[column] for column in titles})
    if not any(row["per"] for row in shown):
        del titles["per"]
    key = grid.grid_key(ready.desk, bench.base, rows)
    _keep_beneath(bench, rows, shown, key)
    st.data_editor(
        pd.DataFrame(shown, columns=list(titles), dtype=object),
        key=key,
        num_rows="fixed",
        hide_index=True,
        disabled=[column for column in _FIXED if column in titles],
        column_config={
            column: st.column_config.TextColumn(
                title, pinned=column == "name", width=_width(column, title)
            )
            for column, title in titles.items()
        },
        height=min(36 * len(rows) + 40, _MOST_HEIGHT),
        on_change=mapping_edit_saving.cells_typed,
        args=(ready, rows, key),
        alt=state.words().say("ui.edit.grid"),
    )
    if again:
        for task, row in zip(rows, shown, strict=True):
            bench.handled.update({(task, column): text for column, text in row.items()})
        mapping_edit_saving.cells_typed(ready, rows, key)


def _keep_beneath(
    bench: Bench, rows: tuple[str, ...], shown: list[dict[str, str]], key: str
) -> None:
    """Leave what stands beneath a typed cell as it was: then the grid is not sent once more."""
    over = grid.typed_in(key)
    for at, task in enumerate(rows):
        for column, text in shown[at].items():
            if column in over.get(at, ()):
                shown[at][column] = bench.beneath.get((task, column), text)
            else:
                bench.beneath[task, column] = text


def _width(column: str, title: str) -> int:
    """Pixels; a heading is seen whole, beside the grid's mark that one can write below it."""
    heading = min(_MARK + _LETTER * len(title), _WIDEST)
    return {"name": _NAME, "note": _NOTE}.get(column, max(_NARROW, heading))


def _notes(ready: Ready, bench: Bench) -> Iterator[tuple[str, str]]:
    """A word beside each row that has cases, waits or has a finding."""
    words = state.words()
    for task, said in bench.said.items():
        if said.cases:
            yield task, words.say("ui.edit.has_cases", n=len(said.cases))
    for finding in ready.opened.findings:
        row = _task_of(finding, ready)
        if row is not None:
            yield row, told_findings.message(finding, words, ready.naming)
    for (task, _), told in bench.told.items():
        yield task, f"{words.say('ui.edit.not_saved')} {' '.join(told)}"


def _waiting(ready: Ready, bench: Bench) -> None:
    """What was typed and not saved, in whole sentences; a click lets go of it."""
    words = state.words()
    for at, ((task, group), told) in enumerate(bench.told.items()):
        with st.container(horizontal=True, vertical_alignment="center", key=f"waits_{at}"):
            name = bold(ready.naming.whole_task(task))
            typed = [t for (of, c), t in bench.drafts.items() if (of, group_of(c)) == (task, group)]
            quoted = words.list(
                words.say("word.quoted", words=text)
                for text in typed
                if not any(text in each for each in told)
            )
            told_ = f"{words.say('ui.edit.not_saved')} {' '.join(told)}"
            st.markdown(f":material/error: {name}: {plain(f'{quoted} {told_}'.strip())}")
            _to_place(ready, task, f"waits_to_{at}")
            st.button(
                words.say("ui.edit.let_go"), key=f"let_go_{at}", on_click=_let_go,
                args=(bench, task, group),
            )  # fmt: skip


def _let_go(bench: Bench, task: str, group: str) -> None:
    bench.told.pop((task, group), None)
    for cell in [c for c in bench.drafts if (c[0], group_of(c[1])) == (task, group)]:
        del bench.drafts[cell]
    bench.draw_anew()
    bench.answered()


def _findings(ready: Ready) -> None:
    """Findings of the mapping, each with a click to its rows."""
    if not ready.opened.findings:
        return
    words = state.words()
    with st.expander(words.say("ui.edit.findings", n=len(ready.opened.findings))):
        for at, finding in enumerate(ready.opened.findings):
            st.markdown(plain(told_findings.message(finding, words, ready.naming)))
            task, role = _task_of(finding, ready), dict(finding.values).get("role")
            if task is not None:
                _to_place(ready, task, f"finding_to_{at}")
            elif isinstance(role, str) and role in ready.naming.roles_down:
                st.button(
                    words.say("ui.edit.to_role", role=plain(ready.naming.short_role(role))),
                    key=f"finding_role_{at}", on_click=state.choose, args=(state.ROLE, role),
                )  # fmt: skip


def _to_place(ready: Ready, task: str, key: str) -> None:
    name = ready.naming.whole_task(task)
    st.button(
        state.words().say("ui.edit.to_place"), key=key, on_click=state.put,
        args=(state.EDIT_SEARCH, name),
    )  # fmt: skip


def _task_of(finding: Finding, ready: Ready) -> str | None:
    found = _TASK.match(finding.place.field or "")
    at = int(found[1]) if found else len(ready.mapping.tasks)
    return ready.mapping.tasks[at].id if at < len(ready.mapping.tasks) else None
