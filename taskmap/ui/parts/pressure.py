"""Where the words for pressure begin, as the reader sets them; lasting, and in the address."""

import streamlit as st

from taskmap.model.pressure import ORDER, PressureBands
from taskmap.model.wisn import exact
from taskmap.ui import state

DEFAULT = PressureBands()
LEAST, MOST, STEP = 0.01, 10.0, 0.05
WORDS = ORDER[:-1]  # what is below the last is very high


def bands() -> PressureBands:
    """The limits chosen, one click away; the usual ones while those chosen do not fall."""
    words = state.words()
    _from_address()
    with st.expander(words.say("wisn.pressure.set")):
        st.markdown(words.say("wisn.pressure.set_how"))
        lowest = [
            column.number_input(
                words.say("wisn.pressure.from", word=words.say(f"wisn.pressure.{word}")),
                min_value=LEAST,
                max_value=MOST,
                step=STEP,
                format="%.2f",
                key=_key(word),
                persist_state="session",
            )
            for word, column in zip(WORDS, st.columns(len(WORDS)), strict=True)
        ]
        found = _falling([f"{low:.2f}" for low in lowest])
        if found is None:
            st.error(words.say("wisn.pressure.not_falling"))
    chosen = found or DEFAULT
    own = None if chosen == DEFAULT else ",".join(f"{float(low):g}" for low in chosen.lowest)
    state.keep(state.PRESSURE, own)
    return chosen


def _from_address() -> None:
    """The limits a shared address has, before the fields are drawn for the first time."""
    asked = _falling((state.kept(state.PRESSURE) or "").split(",")) or DEFAULT
    for word, low in zip(WORDS, asked.lowest, strict=True):
        if _key(word) not in st.session_state:
            state.put(_key(word), float(low))


def _falling(written: list[str]) -> PressureBands | None:
    """Three limits that fall, within what the fields take; else None."""
    try:
        spare, balance, high = map(exact, written)
        found = PressureBands((spare, balance, high))
    except ValueError:
        return None
    return found if high >= LEAST and spare <= MOST else None


def _key(word: str) -> str:
    return f"{state.PRESSURE}_{word}"
