"""The offer to bring back the last version of a mapping that could be used."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.present import refusals, versions
from taskmap.ui import state
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import Kept


def of_broken(unit: str) -> None:
    """For a mapping with errors; nothing where no version without is kept."""
    kept = state.mapped().last_whole(unit)
    if kept is not None:
        words = state.words()
        st.markdown(f"{_told(kept)} {words.say('ui.way_back.kept')}")
        _button(kept)


def of_gone() -> None:
    """For mappings whose files are no longer there, folded: some were meant to go."""
    gone = state.mapped().gone()
    if gone:
        with st.expander(state.words().say("ui.way_back.gone", n=len(gone))):
            for kept in gone:
                st.markdown(f"{bold(kept.name)} ({plain(kept.file)}). {_told(kept)}")
                _button(kept)


def _told(kept: Kept) -> str:
    words = state.words()
    at = versions.when(kept.version.at, words)
    return words.say("ui.way_back.told", number=str(kept.version.number), when=at)


def _button(kept: Kept) -> None:
    refused = state.bench(kept.unit).refused
    if refused:
        st.error(plain(refused), icon=":material/error:")
    label = state.words().say("ui.way_back.do", number=str(kept.version.number))
    icon = ":material/settings_backup_restore:"
    st.button(label, key=f"way_back_{kept.file}", icon=icon, on_click=_bring_back, args=(kept,))


def _bring_back(kept: Kept) -> None:
    state.bench(kept.unit).answered()
    try:
        state.mapped().bring_back(kept, state.signed())
    except TaskmapError as refused:
        state.bench(kept.unit).refused = refusals.sentence(refused, state.words())
    else:
        state.choose(state.UNIT, kept.unit)
