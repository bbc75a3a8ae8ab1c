"""What an hour is worth: the preset's price or another, and the weight of each level."""

import re
from dataclasses import replace
from itertools import pairwise

import streamlit as st

from taskmap.model.question import Price, Question
from taskmap.ui import state
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready

AS_PRESET = "preset"
HEAVIEST = 1000
IN_A_ROW = 4
_WEIGHT = re.compile(r"([1-8])-([1-9]\d{0,3})", re.ASCII)  # level and weight, in the address


def priced(asked: Question, ready: Ready) -> Question:
    """The question with the price chosen here, else the preset's."""
    words = state.words()
    options = {AS_PRESET: words.say("ui.ask.price.preset")}
    options |= {price.value: words.say(f"ui.ask.price.{price.value}") for price in Price}
    chosen = pick(state.PRICE, words.say("ui.ask.price"), options, width=430)
    if chosen and chosen != AS_PRESET:
        asked = replace(asked, price=Price(chosen), hire_only=False)
    st.markdown(words.say(f"ui.ask.price.{asked.price}_means"))
    if asked.price is not Price.LEVEL:
        return asked
    return replace(asked, level_weights=_weights(ready))


def _weights(ready: Ready) -> dict[int, int]:
    """Weights that differ from the level's number; none where they do not rise with the level."""
    words = state.words()
    levels = sorted({ready.naming.level(role) for role in ready.mapping.by_role} - {0})
    _from_address(levels)
    st.markdown(words.say("ui.ask.weights"))
    chosen = {}
    for start in range(0, len(levels), IN_A_ROW):
        columns = st.columns(IN_A_ROW)
        for column, level in zip(columns, levels[start : start + IN_A_ROW], strict=False):
            chosen[level] = int(
                column.number_input(
                    words.say("word.level_name", level=level),
                    min_value=1,
                    max_value=HEAVIEST,
                    key=f"{state.WEIGHT}{level}",
                    persist_state="session",
                )
            )
    other = {level: weight for level, weight in chosen.items() if weight != level}
    state.keep(state.WEIGHTS, ",".join(f"{at}-{other[at]}" for at in sorted(other)) or None)
    asked = _of_all(chosen)
    if any(low >= high for low, high in pairwise(asked)):
        st.warning(words.say("ui.ask.weights_flat"), icon=":material/warning:")
        return {}
    return {level: weight for level, weight in enumerate(asked) if weight != level}


def _of_all(chosen: dict[int, int]) -> list[int]:
    """The weight of every level; one that nobody here has stays above the one below it."""
    weights = [0]
    for level in range(1, 9):
        weights.append(chosen.get(level, max(level, weights[-1] + 1)))
    return weights


def _from_address(levels: list[int]) -> None:
    """The weights a shared address has, before their fields are drawn for the first time."""
    told = map(_WEIGHT.fullmatch, (state.kept(state.WEIGHTS) or "").split(","))
    asked = {int(each[1]): min(int(each[2]), HEAVIEST) for each in told if each}
    for level in levels:
        if f"{state.WEIGHT}{level}" not in st.session_state:
            state.put(f"{state.WEIGHT}{level}", asked.get(level, level))
