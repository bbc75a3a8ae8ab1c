"""Which scenarios are on: chosen in the frame, told on every page, turned off by a click."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.present import refusals
from taskmap.present.scenarios import under_line
from taskmap.ui import state, trying
from taskmap.ui.parts.text import plain
from taskmap.workspace import ScenarioCard


def choose(unit: str | None) -> tuple[ScenarioCard, ...]:
    """The picker, where the unit has scenarios that can be tried; what is on."""
    words, cards = state.words(), _cards(unit)
    if not cards:
        trying.try_out()
        return ()
    key = state.widget(state.SCENARIO)
    chosen = st.session_state.get(key, state.scenarios())
    there = [each for each in chosen if each in cards]
    if key not in st.session_state or there != chosen:
        st.session_state[key] = there
    found = st.multiselect(
        words.say("scenario.page.frame"),
        list(cards),
        format_func=lambda each: cards[each].name if each in cards else each,
        key=key,
        placeholder=words.say("scenario.page.frame_choose"),
        width=280,
    )
    trying.try_out(*found)
    return tuple(cards[each] for each in found)


def told(unit: str | None, cards: tuple[ScenarioCard, ...]) -> None:
    """That nothing on the page is as it is; or why scenarios cannot be on together."""
    if unit is None or not cards:
        return
    words = state.words()
    with st.container(horizontal=True, vertical_alignment="center", key="scenario_on"):
        try:
            state.mapped().difference(unit, [card.id for card in cards])
        except TaskmapError as refused:
            trying.try_out()
            sentence = refusals.sentence(refused, words)
            st.error(plain(f"{sentence} {words.say('scenario.page.none_on')}"))
        else:
            sound = [card.scenario for card in cards if card.scenario is not None]
            st.warning(plain(under_line(sound, words)), icon=":material/science:")
        st.button(words.say("scenario.page.off"), key="scenario_off", on_click=trying.turn_off)


def _cards(unit: str | None) -> dict[str, ScenarioCard]:
    if unit is None:
        return {}
    try:
        return {card.id: card for card in state.mapped().scenarios(unit) if card.sound}
    except TaskmapError:
        return {}
