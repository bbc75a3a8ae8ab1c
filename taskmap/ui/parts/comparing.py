"""Parts of the page that compares units: choose them, and look at them in five ways."""

import streamlit as st

from taskmap.model.units import UnitId
from taskmap.present import asked, side_by_side
from taskmap.present.figures.matrices import matrices
from taskmap.present.names import Speaker
from taskmap.present.progress import progress_table
from taskmap.present.side_by_side import Beside
from taskmap.present.table import Table
from taskmap.ui import menu, state
from taskmap.ui.parts import pictures, tables
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain
from taskmap.workspace import Comparison, Per, UnitCard

_ALL = ""  # no one task
_FIRST = 3  # units chosen at first
_ASKED = 10  # questions in full


def choose() -> tuple[UnitId, ...]:
    """The units to compare; at first some of the same kind as the unit of the frame."""
    words = state.words()
    cards = {card.id: card for card in state.mapped().units() if not card.errors}
    chosen = st.multiselect(
        words.say("compare.page.units"),
        list(cards),
        default=_first(cards),
        format_func=lambda unit: f"{cards[unit].name} · {cards[unit].organisation}",
        placeholder=words.say("compare.page.units_choose"),
        key=state.COMPARED,
    )
    state.keep(state.SIDE_BY_SIDE, ",".join(chosen) or None)
    return tuple(chosen)


def _first(cards: dict[UnitId, UnitCard]) -> list[UnitId]:
    """Those of the address, else the first of one kind."""
    said = [unit for unit in (state.kept(state.SIDE_BY_SIDE) or "").split(",") if unit in cards]
    own = cards.get(state.unit() or "") or next(iter(cards.values()), None)
    if said or own is None:
        return said
    alike = [
        id_
        for id_, card in cards.items()
        if (card.setting, card.country, card.illustrative)
        == (own.setting, own.country, own.illustrative)
    ]
    return alike[:_FIRST] if len(alike) > 1 else []


def names_of(found: Comparison) -> Beside:
    """Names of what the units hold."""
    contents = state.mapped().contents(found.units)
    speakers = {
        unit: Speaker(state.words(), content.mapping, content.catalogue)
        for unit, content in contents.items()
    }
    return Beside(state.words(), speakers)


def told(found: Comparison) -> None:
    """What the reader must know about all of the figures."""
    words = state.words()
    if found.illustrative:
        st.info(words.say("compare.illustrative"), icon=":material/info:")
    if found.made_up:
        cards = {card.id: card.name for card in state.mapped().units()}
        left = words.list(cards.get(unit, unit) for unit in found.made_up)
        st.info(plain(words.say("compare.made_up", names=left)), icon=":material/info:")
    left_out = side_by_side.hidden(found, words)
    if left_out:
        st.info(left_out, icon=":material/visibility_off:")


def figures(found: Comparison, names: Beside) -> None:
    """Size, hours, levels and groups."""
    st.markdown(state.words().say("compare.pooled_how"))
    for note in side_by_side.notes(found, names):
        st.markdown(plain(note))
    for name, make in (
        ("figures", side_by_side.figures_table),
        ("levels", side_by_side.levels_table),
        ("groups", side_by_side.groups_table),
    ):
        _table(make(found, names), name)


def questions(found: Comparison, names: Beside) -> None:
    """Where they differ, each with the reasons given, and the way to those who do it already."""
    words = state.words()
    st.subheader(words.say("compare.asked_title"))
    every = asked.questions(found, names)
    st.markdown(words.say("compare.asked_how" if every else "compare.asked_none"))
    if every:
        st.markdown(words.say("compare.page.why_where"))
    task = _one_task(found, names, tuple(dict.fromkeys(each.key for each in every)))
    chosen = [each for each in every if task in {_ALL, each.key}]
    done_lower = {each.key for each in state.mapped().examples()}
    for at, each in enumerate(chosen[:_ASKED]):
        _question(at, each, done_lower)
    if len(chosen) > _ASKED:
        with st.expander(words.say("compare.asked_more", n=len(chosen) - _ASKED)):
            for each in chosen[_ASKED:]:
                st.markdown(f"- {plain(each.text)} {plain(' '.join(each.reasons))}")


def _question(at: int, each: asked.Question, done_lower: set[str]) -> None:
    words = state.words()
    with st.container(border=True):
        st.markdown(plain(each.text))
        for reason in each.reasons:
            st.markdown(f"- {plain(reason)}")
        if each.key not in done_lower:
            return
        see = words.say("compare.page.see_precedents")
        if st.button(see, key=f"see_{at}", icon=":material/arrow_forward:"):
            state.choose_next({state.EXAMPLE_TASK: each.key})
            menu.go(menu.PRECEDENTS)


def tasks(found: Comparison, names: Beside) -> None:
    """Task by task, unit by unit; then where the two orders differ, and what could not be met."""
    words = state.words()
    per = Per(
        pick(
            state.PER,
            words.say("compare.page.per"),
            {each.value: side_by_side.per_words(each, found, names) for each in Per},
            default=found.per.value,
            width=430,
        )
        or found.per
    )
    every = side_by_side.tasks_table(found, per, names)
    task = _one_task(found, names, tuple(each.key for each in found.together))
    _table(side_by_side.of_task(every, task) if task else every, "tasks")
    _table(side_by_side.ranking_table(found, per, names), "ranking")
    for name, make in (
        ("matched", side_by_side.matched_table),
        ("unmatched", side_by_side.unmatched_table),
    ):
        table = make(found, names)
        if table.rows:
            with st.expander(plain(table.title)):
                st.markdown(plain(table.summary))
                tables.show(table, name)


def levels(found: Comparison, names: Beside) -> None:
    """Every unit's level matrix, small."""
    st.subheader(state.words().say("compare.matrices_title"))
    st.markdown(state.words().say("compare.matrices_how"))
    pictures.show(matrices(found, names), "matrices")


def progress(found: Comparison, names: Beside) -> None:
    """How far each unit is."""
    known = {unit: names.unit(unit) for unit in found.units}
    _table(progress_table(state.mapped().progress(known), known, state.words()), "progress")


def _one_task(found: Comparison, names: Beside, keys: tuple[str, ...]) -> str:
    """The task to look at, or all."""
    words, known = state.words(), {task.key: task for task in found.together}
    offered = {key: names.task(known[key]) for key in keys if key in known}
    ordered = dict(sorted(offered.items(), key=lambda item: item[1]))
    every = {_ALL: words.say("compare.page.task_all"), **ordered}
    return pick(state.SHARED_TASK, words.say("compare.page.task"), every, width=430) or _ALL


def _table(table: Table, name: str) -> None:
    if not table.rows:
        return
    st.subheader(plain(table.title))
    if table.summary:
        st.markdown(plain(table.summary))
    tables.show(table, name)
