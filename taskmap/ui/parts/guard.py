"""What a page needs before it can begin; where it is missing, the page says so and stops."""

from dataclasses import dataclass

import streamlit as st

from taskmap.errors import UnitNotFound
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.present import findings as told_findings
from taskmap.present.figures.naming import Naming
from taskmap.ui import state
from taskmap.ui.parts import tables
from taskmap.ui.parts.text import plain
from taskmap.workspace import Opened, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A unit without errors, and the names of its things in the reader's language."""

    opened: Opened
    mapping: Mapping
    catalogue: Catalogue
    naming: Naming

    @property
    def id(self) -> str:
        """The unit's id."""
        return self.opened.card.id


def unit() -> Ready:
    """The unit chosen, under the scenarios that are on.

    Without one, or with errors in it, the page ends here with words.
    """
    return _ready(state.workspace())


def mapped() -> Ready:
    """The same as it is mapped, whichever scenarios are on."""
    return _ready(state.mapped())


def _ready(hall: Workspace) -> Ready:
    chosen = state.unit()
    if chosen is None:
        _welcome()
        st.stop()
    try:
        opened = hall.open(chosen)
    except UnitNotFound:
        st.error(state.words().say("ui.unit.gone", unit=plain(chosen)))
        st.stop()
    if opened.mapping is None or opened.catalogue is None:
        _errors(opened)
        st.stop()
    naming = Naming(state.words(), opened.mapping, opened.catalogue)
    return Ready(opened=opened, mapping=opened.mapping, catalogue=opened.catalogue, naming=naming)


def told(ready: Ready) -> str:
    """What is mapped, in a sentence."""
    card, words = ready.opened.card, state.words()
    return words.say(
        "ui.unit.told",
        setting=words.say(f"word.setting.{card.setting}"),
        organisation=card.organisation,
        tasks=words.say("figure.tasks", n=card.tasks),
        roles=card.roles,
        on=ready.mapping.on,
    )


def _welcome() -> None:
    """The first visit: what this is, and the one way in that works without own data."""
    words = state.words()
    st.header(words.say("ui.welcome.title"))
    st.markdown(words.say("ui.welcome.what"))
    examples = [card for card in state.workspace().units() if card.illustrative and not card.errors]
    if not state.workspace().units():
        st.warning(words.say("ui.welcome.empty", folder=plain(str(state.workspace().folder))))
        return
    if examples:
        st.button(
            words.say("ui.welcome.example"),
            type="primary",
            icon=":material/play_arrow:",
            on_click=state.choose,
            args=(state.UNIT, examples[0].id),
        )
    st.markdown(words.say("ui.welcome.choose"))


def _errors(opened: Opened) -> None:
    words = state.words()
    st.header(plain(opened.card.name))
    st.error(words.say("ui.errors.lead", n=opened.card.errors, file=plain(opened.card.file)))
    tables.paper(told_findings.findings_table(opened.findings, words))
