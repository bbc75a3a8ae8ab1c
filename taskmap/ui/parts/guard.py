"""What a page needs before it can begin; where it is missing, the page says so and stops."""

from dataclasses import dataclass

import streamlit as st

from taskmap.errors import UnitNotFound
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.present import findings as told_findings
from taskmap.present.figures.naming import Naming
from taskmap.ui import menu, state
from taskmap.ui.parts import tables, way_back
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action, Answering, Drafting, Editing, Opened, Workspace

EXAMPLE, EXCEL, MEETING = "example", "excel", "meeting"
WAYS = {EXAMPLE: ":material/play_arrow:", EXCEL: ":material/table:", MEETING: ":material/groups:"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A unit without errors, and the names of its things in the reader's language.

    Args:
        drafting: where edits go to a scenario of the unit or a group's answers; None: to its
            mapping.
    """

    opened: Opened
    mapping: Mapping
    catalogue: Catalogue
    naming: Naming
    drafting: Drafting | Answering | None = None

    @property
    def id(self) -> str:
        """The unit's id."""
        return self.opened.card.id

    @property
    def hall(self) -> Editing:
        """Where what is edited is kept."""
        return self.drafting or state.mapped()

    @property
    def desk(self) -> str:
        """Name of what is edited: the unit, a scenario of it, or a group's answers."""
        return f"{self.id}/{self.drafting.card.file}" if self.drafting else self.id


def unit() -> Ready:
    """The unit chosen, under the scenarios that are on.

    Without one, or with errors in it, the page ends here with words.
    """
    return _ready(state.workspace())


def mapped() -> Ready:
    """The same as it is mapped, whichever scenarios are on."""
    return _ready(state.mapped())


def draft(scenario: str) -> Ready:
    """The unit chosen under one scenario, where edits are the scenario's."""
    chosen = state.unit() or ""
    return _ready(state.mapped().under(scenario), state.mapped().drafting(chosen, scenario))


def answering(group: str) -> Ready:
    """The unit chosen as one group says it, where edits are the group's answers.

    Raises:
        TaskmapError: there is no such group, or its answers cannot be read.
    """
    ready = mapped()
    found = state.mapped().answering(ready.id, group)
    mapping = found.card.sheet or ready.mapping
    naming = Naming(state.words(), mapping, ready.catalogue)
    return Ready(
        opened=found.sheet, mapping=mapping, catalogue=ready.catalogue, naming=naming,
        drafting=found,
    )  # fmt: skip


def _ready(hall: Workspace, drafting: Drafting | None = None) -> Ready:
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
    return Ready(
        opened=opened, mapping=opened.mapping, catalogue=opened.catalogue, naming=naming,
        drafting=drafting,
    )  # fmt: skip


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
    """The first visit: what this is, and the ways to begin."""
    words = state.words()
    st.header(words.say("ui.welcome.title"))
    st.markdown(words.say("ui.welcome.what"))
    units = state.workspace().units()
    examples = [card for card in units if card.illustrative and not card.errors]
    st.markdown(words.say("meeting.welcome.lead"))
    ways = [each for each in WAYS if (state.may(Action.EDIT) if each != EXAMPLE else examples)]
    for column, way in zip(st.columns(3), ways, strict=False):
        with column.container(border=True, height="stretch"):
            st.markdown(words.say(f"meeting.welcome.{way}_how"))
            pressed = st.button(
                words.say(f"meeting.welcome.{way}"), key=f"begin_{way}", icon=WAYS[way],
                type="primary" if way == EXAMPLE else "secondary",
            )  # fmt: skip
        if pressed and way == EXAMPLE:
            state.choose_next({state.UNIT: examples[0].id})
            st.rerun()
        elif pressed:
            menu.go(menu.EXCHANGE if way == EXCEL else menu.START)
    if units:
        st.markdown(words.say("ui.welcome.choose"))
    if state.may(Action.EDIT):
        way_back.of_gone()


def _errors(opened: Opened) -> None:
    words = state.words()
    st.header(plain(opened.card.name))
    if opened.scenarios:
        st.error(words.say("scenario.page.together_errors", n=opened.card.errors))
    else:
        st.error(words.say("ui.errors.lead", n=opened.card.errors, file=plain(opened.card.file)))
    tables.paper(told_findings.findings_table(opened.findings, words))
    if not opened.scenarios and state.may(Action.EDIT):
        way_back.of_broken(opened.card.id)
