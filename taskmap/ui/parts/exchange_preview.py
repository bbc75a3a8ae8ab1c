"""What becomes of each row, what it changes in the unit, and the button that does it."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.finding import Severity
from taskmap.present import findings as told_findings
from taskmap.present import refusals, versions
from taskmap.ui import menu, state
from taskmap.ui.parts import mapping_edit, mapping_edit_conflict, mapping_edit_saving, tables
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import (
    Edited,
    Incoming,
    Matching,
    Preview,
    Stands,
    rows_table,
    summary,
)

_MOST = 40  # changes and rows told one by one
_OF_KEPT = {"import.tasks_gone", "import.chain_gone"}


def into_unit(ready: Ready, incoming: Incoming, matching: Matching) -> None:
    """The preview of a file that is meant for the unit chosen."""
    words, hall = state.words(), state.mapped()
    told = hall.preview(incoming, matching)
    gone = hall.arrival(incoming, told, keep=True).gone
    _rows(told, with_gone=False)
    if told.text is None:
        st.error(words.say("incoming.impossible"), icon=":material/error:")
        return
    keep = True
    if gone:
        st.markdown(words.say("incoming.gone", n=len(gone)))
        choices = {name: words.say(f"incoming.gone.{name}") for name in ("keep", "remove")}
        label = words.say("incoming.gone", n=len(gone))
        keep = segments(state.GONE, label, choices, hidden=True) == "keep"
    _changes(ready, incoming, told, keep=keep)
    bench = state.bench(ready.id)
    if bench.refused:
        st.error(plain(bench.refused))
    mapping_edit_conflict.draw(ready, bench)
    if not hall.arrival(incoming, told, keep=keep).differences:
        return
    accepted = _accepted(told, incoming)
    with st.container(horizontal=True, vertical_alignment="bottom", key="take_in"):
        mapping_edit.who(ready)
        st.button(
            plain(words.say("incoming.take_in", unit=ready.opened.card.name)),
            type="primary",
            key=f"take_in_{incoming.digest[:12]}",
            disabled=accepted is None,
            on_click=_take_in,
            args=(ready, incoming, matching, told, accepted or (), keep),
        )


def as_new(incoming: Incoming, matching: Matching) -> None:
    """The preview of a file that says everything of a new unit."""
    words = state.words()
    if all(match.holds != "unit" for match in matching.sheets):
        st.warning(words.say("incoming.no_unit"), icon=":material/info:")
        return
    told = state.mapped().preview(incoming, matching)
    _rows(told, with_gone=True)
    if told.text is None or told.mapping is None:
        st.error(words.say("incoming.impossible"), icon=":material/error:")
        return
    accepted = _accepted(told, incoming)
    if state.refused():
        st.error(plain(state.refused()))
    st.button(
        plain(words.say("incoming.create", unit=told.mapping.unit.name)),
        type="primary",
        key=f"create_{incoming.digest[:12]}",
        disabled=accepted is None,
        on_click=_create,
        args=(incoming, told, accepted or ()),
    )


def done(unit: str) -> None:
    """That a file was read in, where this browser did it."""
    words, version = state.words(), state.bench(unit).saved
    if version is not None:
        at = versions.clock(version.at, words)
        told = words.say("incoming.done", clock=at, number=str(version.number))
        st.success(told, icon=":material/check_circle:")
        menu.link(menu.MAPPING, words.say("incoming.to_mapping"))


def _rows(told: Preview, *, with_gone: bool) -> None:
    words = state.words()
    st.subheader(words.say("incoming.preview"))
    st.markdown(plain(summary(told, words)))
    rows = rows_table(told, words)
    if rows.rows:
        tables.show(rows, "import_rows")
    else:
        st.markdown(f":material/check: {words.say('incoming.all_well')}")
    about = [f for f in told.findings if with_gone or f.code not in _OF_KEPT]
    if about:
        with st.expander(
            f"{words.say('incoming.about_file')}: {plain(told_findings.count(about, words))}",
            expanded=told.text is None or any(f.severity is Severity.WARNING for f in about),
        ):
            tables.paper(told_findings.findings_table(about, words))


def _changes(ready: Ready, incoming: Incoming, told: Preview, *, keep: bool) -> None:
    words = state.words()
    st.subheader(words.say("incoming.changes"))
    found = state.mapped().arrival(incoming, told, keep=keep).differences
    if not found:
        st.markdown(words.say("incoming.nothing_sound" if told.left_out else "incoming.no_changes"))
        return
    lines = [f"- {plain(line)}" for line in versions.what(found, ready.naming)]
    st.markdown("\n".join(lines[:_MOST]))
    if len(lines) > _MOST:
        with st.expander(words.say("incoming.changes_count", n=len(lines))):
            st.markdown("\n".join(lines))


def _accepted(told: Preview, incoming: Incoming) -> tuple[str, ...] | None:
    """The rows somebody lets go of; None where that is still to be answered."""
    words, left = state.words(), told.left_out
    if not left:
        return ()
    some = ", ".join(left[:_MOST]) + (" …" if len(left) > _MOST else "")
    st.warning(
        plain(words.say("incoming.left_out", n=len(left), rows=some)),
        icon=":material/warning:",
    )
    key = f"accept_{incoming.digest[:12]}_{hash(left)}"
    if st.checkbox(words.say("incoming.accept"), key=key):
        return left
    st.markdown(words.say("incoming.accept_first"))
    return None


def _take_in(  # noqa: PLR0913, PLR0917 - what was shown when the button was drawn
    ready: Ready,
    incoming: Incoming,
    matching: Matching,
    told: Preview,
    accepted: tuple[str, ...],
    keep: bool,
) -> None:
    hall, signed = state.mapped(), state.signed()
    why = state.words().say("incoming.why", file=incoming.book.file if incoming.book else "")

    def save(stands: Stands | None) -> Edited:
        hall.know_columns(ready.id, matching, signed)
        return hall.take_in(
            incoming, told, accepted, keep=keep, based_on=ready.opened.digest, signed=signed,
            why=why, stands=stands,
        )  # fmt: skip

    mapping_edit_saving.act(ready, save)


def _create(incoming: Incoming, told: Preview, accepted: tuple[str, ...]) -> None:
    words = state.words()
    why = words.say("incoming.why", file=incoming.book.file if incoming.book else "")
    try:
        unit = state.mapped().create(told, accepted, signed=state.signed(), why=why)
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, words))
        return
    state.refuse("")
    state.choose(state.UNIT, unit)
    state.choose(state.INTO, "here")
    state.put(state.CREATED, unit)
