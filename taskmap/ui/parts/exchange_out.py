"""A unit to take home in the formats others use, and the empty workbook to begin with."""

from functools import partial

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.language import Reader
from taskmap.model.unit import Country, Setting
from taskmap.model.units import UnitId
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import SHEET_FORMATS, Action, Workspace

_MIME = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".graphml": "application/xml",
    ".yaml": "application/yaml",
}


def unit(ready: Ready) -> None:
    """Four files, each made when it is asked for."""
    if not state.may(Action.EXPORT):
        return
    words = state.words()
    st.subheader(words.say("incoming.out"))
    st.markdown(words.say("incoming.out_how"))
    if ready.opened.scenarios:
        st.markdown(words.say("incoming.out_under"))
    with st.container(horizontal=True, key="take_out"):
        for ending, mime in _MIME.items():
            st.download_button(
                words.say(f"incoming.out{ending}"),
                state.later(partial(_file, ready.id, ending, words), state.scenarios()),
                file_name=f"{ready.id}{ending}",
                mime=mime,
                icon=":material/download:",
                key=f"out_{ending}",
                on_click="ignore",
            )


def _file(unit: UnitId, ending: str, words: Reader, hall: Workspace) -> bytes:
    if ending in SHEET_FORMATS:
        return hall.sheet_file(unit, ending, words)
    if ending == ".graphml":
        return hall.graph_file(unit, hall.question(max_changes=None), ending)
    return hall.document_file(unit)


def template() -> None:
    """The empty workbook for a country and a kind of service."""
    words = state.words()
    st.subheader(words.say("incoming.template"))
    st.markdown(words.say("incoming.template_how"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="template"):
        countries = {str(each): words.say(f"word.country.{each}") for each in Country}
        settings = {str(each): words.say(f"word.setting.{each}") for each in Setting}
        country = pick(state.COUNTRY, words.say("incoming.country"), countries, width=150)
        setting = pick(state.SETTING, words.say("incoming.setting"), settings, width=300)
        try:
            data = state.mapped().template(Country(country or ""), Setting(setting or ""), words)
        except TaskmapError as refused:
            st.error(plain(refusals.sentence(refused, words)))
            return
        st.download_button(
            words.say("incoming.template_save"),
            data,
            file_name=f"taskmap-{words.say('incoming.template_name')}.xlsx",
            mime=_MIME[".xlsx"],
            icon=":material/download:",
            key="template_file",
            on_click="ignore",
        )
