"""The view of versions: when, who and what; two compared; an earlier one brought back."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.version import Version
from taskmap.present import refusals, versions
from taskmap.present.table import Cell, Column, Table, table
from taskmap.ui import state
from taskmap.ui.parts import mapping_edit, mapping_edit_conflict, mapping_edit_saving, tables
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import mark_of

MOST = 20  # shown at first: the latest


def draw(ready: Ready) -> None:
    """The table, then what can be done with it."""
    words, bench = state.words(), state.bench(ready.desk)
    bench.see(*ready.hall.said(ready.id))
    found = ready.hall.history(ready.id)
    st.markdown(words.say("ui.history.how"))
    if not found:
        st.info(words.say("ui.edit.never"))
        return
    if bench.refused:
        st.error(plain(bench.refused))
    mapping_edit_conflict.draw(ready, bench)
    shown = tuple(reversed(found))
    if len(found) > MOST and not st.toggle(words.say("ui.history.all", n=len(found))):
        shown = shown[:MOST]
    tables.paper(_table(ready, shown))
    if len(found) > 1:
        _compare(ready, found)
        _restore(ready, found)


def _table(ready: Ready, shown: tuple[Version, ...]) -> Table:
    words = state.words()
    headings = ("number", "when", "who", "what")
    rows = [
        (
            Cell(str(version.number), version.number),
            Cell(versions.when(version.at, words)),
            Cell(versions.who(version, ready.naming)),
            Cell(_what(ready, version)),
        )
        for version in shown
    ]
    columns = [Column(words.say(f"ui.history.{heading}")) for heading in headings]
    return table(words.say("ui.history.title"), columns, rows)


def _what(ready: Ready, version: Version) -> str:
    """What it changed, and whether it took back, did again or restored."""
    words, mark = state.words(), mark_of(version)
    if version.number == 1:
        return words.say("ui.history.first")
    changed = _differences(ready, version.number - 1, version.number)
    made = words.say(f"edit.made.{mark.kind}", number=str(mark.number)) if mark else version.why
    return f"{made}: {changed}" if made else changed


def _differences(ready: Ready, before: int, after: int) -> str:
    try:
        found = ready.hall.differences(ready.id, before, after)
    except TaskmapError as refused:
        return refusals.sentence(refused, state.words())
    return "; ".join(versions.what(found, ready.naming))


def _compare(ready: Ready, found: tuple[Version, ...]) -> None:
    words, numbers = state.words(), [version.number for version in found]
    st.subheader(words.say("ui.history.compare"))
    left, right = st.columns(2)
    before = left.selectbox(
        words.say("ui.history.from"), numbers, index=len(numbers) - 2, key="compare_from"
    )
    after = right.selectbox(
        words.say("ui.history.to"), numbers, index=len(numbers) - 1, key="compare_to"
    )
    st.markdown(plain(_differences(ready, before, after)))


def _restore(ready: Ready, found: tuple[Version, ...]) -> None:
    words = state.words()
    st.subheader(words.say("ui.history.restore"))
    st.markdown(words.say("ui.history.restore_how"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="restore"):
        mapping_edit.who(ready)
        number = st.selectbox(
            words.say("ui.history.number"), [version.number for version in found[:-1]],
            index=len(found) - 2, key=f"restore_number_{len(found)}", width=150,
        )  # fmt: skip
        st.button(
            words.say("ui.history.restore_do"),
            key=f"restore_{len(found)}",
            icon=":material/history:",
            on_click=_bring_back,
            args=(ready, number),
        )


def _bring_back(ready: Ready, number: int) -> None:
    based_on = state.bench(ready.desk).digest
    mapping_edit_saving.act(
        ready,
        lambda _: ready.hall.restore(ready.id, number, based_on=based_on, signed=state.signed()),
    )
