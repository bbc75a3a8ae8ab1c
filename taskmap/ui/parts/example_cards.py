"""Precedents on the page: a table of good examples, and each one opened."""

from collections.abc import Sequence

import streamlit as st

from taskmap.present import precedents as words_of
from taskmap.present.figures.naming import Naming
from taskmap.present.names import Speaker
from taskmap.ui import state
from taskmap.ui.parts import guard, request, tables
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import Found, Precedent

_ALL = ""


def examples() -> Sequence[Precedent]:
    """Good examples, all or of one task; each opens with everything known about it."""
    words, found = state.words(), state.mapped().examples()
    if not found:
        st.info(words.say("precedent.page.none"), icon=":material/info:")
        return ()
    speakers = _speakers({each.unit.id for each in found})
    named = {each.key: words_of.task(each, speakers[each.unit.id]) for each in found}
    ordered = dict(sorted(named.items(), key=lambda item: item[1]))
    every = {_ALL: words.say("precedent.page.task_all"), **ordered}
    task = pick(state.EXAMPLE_TASK, words.say("precedent.page.task"), every, width=430) or _ALL
    chosen = [each for each in found if task in {_ALL, each.key}]
    table = words_of.examples_table(chosen, speakers)
    tables.show(table, "examples")
    for each in chosen:
        card(each, speakers[each.unit.id])
    return chosen


def card(found: Precedent, speaker: Speaker) -> None:
    """One precedent, folded."""
    with st.expander(plain(f"{words_of.title(found, speaker)} · {found.unit.name}")):
        for line in words_of.lines(found, speaker):
            st.markdown(f"- {plain(line)}")


def suggested() -> None:
    """For every move suggested to the unit of the frame, who does it so already."""
    words = state.words()
    if state.unit() is None:
        st.markdown(words.say("precedent.page.choose_unit"))
        return
    ready = guard.mapped()
    name = ready.opened.card.name
    hall, question = state.mapped(), state.mapped().question()
    st.markdown(plain(words.say("precedent.page.moves_how", unit=name)))
    found = request.on_request(
        "precedents",
        ready,
        question,
        lambda _: hall.precedents(ready.id, hall.suggest(ready.id, question)),
    )
    if found is None:
        return
    if not found:
        st.markdown(plain(words.say("precedent.page.no_moves", unit=name)))
    speakers = _speakers({each.unit.id for one in found for each in one.precedents})
    for each in _once(found):
        _move(each, ready.naming, speakers)


def _once(found: Sequence[Found]) -> list[Found]:
    """Moves of a task from several roles to one are told once, where the same do it."""
    kept: list[Found] = []
    for each in found:
        same = (
            one.move.leaf == each.move.leaf
            and one.move.receiver == each.move.receiver
            and one.precedents == each.precedents
            for one in kept
        )
        if not any(same):
            kept.append(each)
    return kept


def _move(found: Found, naming: Naming, speakers: dict[str, Speaker]) -> None:
    if not found.precedents:
        st.markdown(f"- {plain(words_of.none_line(found, naming))}")
        return
    title = f"{naming.task(found.move.leaf)}: {naming.role_inside(found.move.receiver)}"
    st.markdown(bold(title))
    for each in found.precedents:
        card(each, speakers[each.unit.id])


def _speakers(units: set[str]) -> dict[str, Speaker]:
    contents = state.mapped().contents(sorted(units))
    return {
        unit: Speaker(state.words(), content.mapping, content.catalogue)
        for unit, content in contents.items()
    }
