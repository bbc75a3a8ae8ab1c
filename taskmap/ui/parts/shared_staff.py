"""Staff the units of a partnership could share: the picture, the way between, writing it down."""

from collections.abc import Sequence

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.partnership import Partnership
from taskmap.present import findings as told_findings
from taskmap.present import refusals
from taskmap.present import supply as words_of
from taskmap.present.figures.naming import Naming
from taskmap.ui import menu, state
from taskmap.ui.parts import tables
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action, Shareable, vocabulary

Names = dict[str, str]


def draw(partnership: Partnership, names: Names) -> None:
    """What could be shared, and a form that writes one of the tasks as shared."""
    words, hall = state.words(), state.mapped()
    found = hall.sharings(partnership)
    st.markdown(words.say("supply.sharing_how" if found else "supply.sharing_none"))
    if not found:
        return
    typed = st.number_input(
        words.say("cooperation.page.trip"), 0, 600, None, step=5, key="cooperation_trip", width=430
    )
    said = hall.trips(partnership, found)
    trips = said if typed is None else dict.fromkeys((each.role for each in found), typed)
    if said and typed is None:
        st.markdown(words.say("supply.trip_from_courses"))
    table = words_of.sharing_table(
        found, vocabulary(partnership.country), names, words, trips or None
    )
    tables.show(table, "cooperation_sharing")
    if state.may(Action.EDIT):
        _written()
        _form(hall.shareable(found), names)


def _form(tasks: Sequence[Shareable], names: Names) -> None:
    words = state.words()
    if not tasks:
        return
    with st.expander(words.say("supply.share")):
        st.markdown(words.say("supply.share_how"))
        labels = [_label(each, names) for each in tasks]
        at = st.selectbox(
            words.say("supply.share_task"), range(len(tasks)),
            format_func=lambda i: labels[i], key=f"share_task@{state.language()}",
        )  # fmt: skip
        lender = st.selectbox(
            words.say("supply.share_lender"), tasks[at].lenders,
            format_func=lambda unit: names.get(unit, unit), key=f"share_lender@{at}",
        )  # fmt: skip
        room = st.number_input(
            words.say("supply.share_room"), 0.0, 1000.0, None, step=0.5,
            key=f"share_room@{state.language()}",
        )  # fmt: skip
        if st.button(words.say("supply.share_do"), key="share_do"):
            if room is None:
                st.error(words.say("fund.page.needs", fields=words.say("supply.share_room")))
            else:
                _share(tasks[at], lender, room, names)


def _label(each: Shareable, names: Names) -> str:
    opened = state.mapped().open(each.hangs.unit)
    if opened.mapping is None or opened.catalogue is None:
        return each.hangs.leaf
    naming = Naming(state.words(), opened.mapping, opened.catalogue)
    unit = names.get(each.hangs.unit, each.hangs.unit)
    return f"{naming.task(each.hangs.leaf)} · {naming.role(each.role)} · {unit}"


def _share(each: Shareable, lender: str, room: float, names: Names) -> None:
    words = state.words()
    try:
        done = state.mapped().share(each, lender, room, state.signed())
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)))
        return
    if done.findings:
        tables.paper(told_findings.findings_table(done.findings, words))
    elif done.version is not None:
        told = words.say(
            "supply.shared", task=_label(each, names), lender=names.get(lender, lender)
        )
        state.share((each.hangs.unit, done.version.number, told))
        st.rerun()


def _written() -> None:
    """What was written last, and the way back as long as nobody saved after it."""
    written, words, hall = state.shared(), state.words(), state.mapped()
    if written is None:
        return
    unit, number, told = written
    st.success(plain(told), icon=":material/check:")
    if state.refused():
        st.error(plain(state.refused()))
    versions = hall.history(unit)
    with st.container(horizontal=True):
        if versions and versions[-1].number == number:
            st.button(
                words.say("supply.share_undo"), key="share_undo", on_click=_undo, args=(unit,)
            )
        if st.button(words.say("supply.share_see"), key="share_see"):
            state.choose_next({state.UNIT: unit})
            menu.go(menu.MAPPING)


def _undo(unit: str) -> None:
    try:
        state.mapped().undo(unit, state.signed())
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))
    else:
        state.refuse("")
        state.share(None)
