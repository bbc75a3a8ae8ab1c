"""Scenarios side by side with today: hours, load by role and band, levels and plan."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.present import refusals
from taskmap.present import scenarios as told
from taskmap.present.figures.matrix import matrix
from taskmap.present.figures.naming import Naming
from taskmap.ui import once, state
from taskmap.ui.parts import pictures, request, tables
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import Compared

_BESIDE = 2  # pictures in a row


def draw(ready: Ready) -> None:
    """Choose columns, and see them once somebody has asked."""
    words, hall = state.words(), state.mapped()
    cards = {card.id: card.name for card in hall.scenarios(ready.id) if card.sound}
    if not cards:
        st.info(plain(words.say("scenario.none", unit=ready.opened.card.name)))
        return
    st.markdown(words.say("scenario.page.compare_how"))
    names = _columns(cards)
    if not names:
        return
    question = hall.question()
    digests = "/".join(hall.under(*column).open(ready.id).digest for column in names)
    found = request.on_request(
        "compare", ready, question, lambda _: hall.compared(ready.id, question, names),
        place=digests,
    )  # fmt: skip
    if found is not None:
        _show(found, ready)


def _columns(cards: dict[str, str]) -> list[tuple[str, ...]]:
    """What stands beside today; nothing where that cannot be tried."""
    words = state.words()
    chosen = st.multiselect(
        words.say("scenario.page.columns"),
        list(cards),
        default=list(state.scenarios()) or list(cards)[:1],
        format_func=lambda each: cards.get(each, each),
        placeholder=words.say("scenario.page.columns_choose"),
        key=state.COLUMNS,
    )
    names: list[tuple[str, ...]] = [(each,) for each in chosen]
    if len(chosen) > 1 and st.checkbox(words.say("scenario.page.together"), key=state.TOGETHER):
        names.append(tuple(chosen))
    try:
        for column in names:
            state.mapped().under(*column).open(state.unit() or "")
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)), icon=":material/error:")
        return []
    return names


def _show(found: tuple[Compared, ...], ready: Ready) -> None:
    words = state.words()
    columns = [column for each in found if (column := _column(each)) is not None]
    for make in (told.figures_table, told.load_table, told.load_by_band_table, told.levels_table):
        table = make(columns, words)
        st.subheader(plain(table.title))
        tables.paper(table)
    plans = told.plan_table(columns, words)
    st.subheader(plain(plans.title))
    if plans.rows:
        tables.paper(plans)
    else:
        st.markdown(words.say("scenario.plan_none"))
    _matrices(columns, ready)


def _column(found: Compared) -> told.Column | None:
    opened = found.opened
    if opened.mapping is None or opened.catalogue is None:
        return None
    return told.Column(
        scenarios=tuple(card.scenario for card in found.cards if card.scenario is not None),
        differences=found.differences,
        capacities=found.capacities,
        levels=found.levels,
        plan=found.plan,
        speaker=Naming(state.words(), opened.mapping, opened.catalogue),
    )


def _matrices(columns: list[told.Column], ready: Ready) -> None:
    words, price = state.words(), state.mapped().question().price
    places = st.columns(_BESIDE)
    for at, column in enumerate(columns):
        if not isinstance(column.speaker, Naming):
            continue
        naming, levels = column.speaker, column.levels
        with places[at % _BESIDE]:
            name = told.title(column.scenarios, words)
            st.markdown(f"**{plain(words.say('scenario.page.matrix', name=name))}**")
            key = (ready.opened.digest, name, at, levels, "matrix")
            picture = once.drawn(key, lambda v=levels, n=naming: matrix(v, price, n))  # type: ignore[misc]
            pictures.show(picture, f"matrix_{at}", width="mid")
