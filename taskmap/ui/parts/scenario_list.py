"""A unit's scenarios: what each changes, and what can be done with it."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.present import findings as told_findings
from taskmap.present import refusals, versions
from taskmap.ui import menu, state, trying
from taskmap.ui.parts import mapping_edit, mapping_edit_conflict, mapping_edit_saving, tables
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import ScenarioCard


def draw(ready: Ready) -> None:
    """Every scenario, then a form for a new one."""
    words = state.words()
    _told(ready)
    cards = state.mapped().scenarios(ready.id)
    if not cards:
        st.info(plain(words.say("scenario.none", unit=ready.opened.card.name)))
    for card in cards:
        with st.container(border=True, key=f"card_{card.file}"):
            _card(ready, card)
    _new(ready)


def _told(ready: Ready) -> None:
    """What the last click did, and what it could not do."""
    words, bench = state.words(), state.bench(ready.id)
    for refused in filter(None, (state.refused(), bench.refused)):
        st.error(plain(refused), icon=":material/error:")
    mapping_edit_conflict.draw(ready, bench)
    if bench.saved is not None and trying.adopted():
        at = versions.clock(bench.saved.at, words)
        told = words.say("scenario.page.adopted", clock=at, number=str(bench.saved.number))
        st.success(told, icon=":material/check_circle:")
        menu.link(menu.MAPPING, words.say("scenario.page.to_mapping"))
    removed = trying.removed()
    if removed is not None and removed[0] == ready.id:
        with st.container(horizontal=True, vertical_alignment="center", key="put_back"):
            st.info(plain(words.say("scenario.page.removed", file=removed[1])))
            st.button(
                words.say("scenario.page.put_back"), key="put_back_do",
                on_click=_put_back, args=removed,
            )  # fmt: skip


def _card(ready: Ready, card: ScenarioCard) -> None:
    words = state.words()
    on = card.id in state.scenarios()
    st.markdown(
        f"{bold(card.name)} · {words.say('scenario.page.is_on')}" if on else bold(card.name)
    )
    if card.scenario is not None and card.scenario.note:
        st.markdown(plain(card.scenario.note))
    if not card.sound:
        st.error(words.say("scenario.page.errors"), icon=":material/error:")
        tables.paper(told_findings.findings_table(card.findings, words, ready.naming))
    elif trying.adopting() != card.id:
        lines = changes(ready, card)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    with st.container(horizontal=True, key=f"do_{card.file}"):
        _buttons(ready, card, on=on)
    if trying.adopting() == card.id and card.sound:
        _adopt(ready, card)


def changes(ready: Ready, card: ScenarioCard) -> tuple[str, ...]:
    """What a scenario changes, in words."""
    found = state.mapped().difference(ready.id, [card.id])
    if not found:
        return (state.words().say("scenario.page.nothing"),)
    return versions.what(found, ready.naming)


def _buttons(ready: Ready, card: ScenarioCard, *, on: bool) -> None:
    words = state.words()
    if card.sound:
        st.button(
            words.say("scenario.page.off" if on else "scenario.page.try"), key=f"try_{card.file}",
            icon=":material/science:", on_click=trying.turn_off if on else trying.turn_on,
            args=() if on else (card.id,),
        )  # fmt: skip
        st.button(
            words.say("scenario.page.change"), key=f"change_{card.file}", icon=":material/edit:",
            on_click=_change, args=(card.id,),
        )  # fmt: skip
        st.button(
            words.say("scenario.page.adopt"), key=f"adopt_{card.file}", icon=":material/task_alt:",
            on_click=trying.adopt, args=(card.id,),
        )  # fmt: skip
    if card.scenario is not None:
        st.button(
            words.say("scenario.page.remove"), key=f"remove_{card.file}", icon=":material/delete:",
            on_click=_remove, args=(ready.id, card.id),
        )  # fmt: skip


def _adopt(ready: Ready, card: ScenarioCard) -> None:
    """The difference once more, and the click that writes it."""
    words = state.words()
    st.markdown(words.say("scenario.page.adopt_lead"))
    st.markdown("\n".join(f"- {plain(line)}" for line in changes(ready, card)))
    with st.container(horizontal=True, vertical_alignment="bottom", key="adopting"):
        mapping_edit.who(ready)
        st.button(
            words.say("scenario.page.adopt_do"), key="adopt_do", type="primary",
            on_click=_take_into_use, args=(ready, card),
        )  # fmt: skip
        st.button(
            words.say("scenario.page.adopt_not"), key="adopt_not",
            on_click=trying.adopt, args=(None,),
        )  # fmt: skip


def _new(ready: Ready) -> None:
    words, bench = state.words(), state.bench(ready.id)
    st.subheader(words.say("scenario.page.new"))
    with st.form(f"new_scenario_{bench.forms}", border=True):
        name = st.text_input(
            words.say("scenario.page.name"), placeholder=words.say("scenario.page.name_like"),
            key=f"new_name_{bench.forms}", max_chars=100,
        )  # fmt: skip
        note = st.text_input(
            words.say("scenario.page.note"), key=f"new_note_{bench.forms}", max_chars=400
        )
        if st.form_submit_button(words.say("scenario.page.make"), type="primary"):
            if name.strip():
                _make(ready, name.strip(), note.strip())
            else:
                st.error(words.say("scenario.page.needs_name"))


def _make(ready: Ready, name: str, note: str) -> None:
    try:
        made = state.mapped().make_scenario(ready.id, name, note, state.signed())
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))
    else:
        state.refuse("")
        state.bench(ready.id).forms += 1
        state.choose_next({state.DRAFT: made, state.PART: "edit"})
    st.rerun()


def _change(scenario: str) -> None:
    state.choose(state.DRAFT, scenario)
    state.choose(state.PART, "edit")


def _take_into_use(ready: Ready, card: ScenarioCard) -> None:
    hall, signed = state.mapped(), state.signed()
    why = state.words().say("scenario.page.why", name=card.name)
    mapping_edit_saving.act(
        ready,
        lambda stands: hall.adopt(
            ready.id, [card.id], based_on=ready.opened.digest, signed=signed, why=why,
            stands=stands,
        ),
    )  # fmt: skip
    trying.adopt(None, done=True)


def _remove(unit: str, scenario: str) -> None:
    try:
        trying.remove((unit, state.mapped().remove_scenario(unit, scenario)))
        state.refuse("")
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))


def _put_back(unit: str, file: str) -> None:
    try:
        state.mapped().put_back_beside(unit, file, state.signed())
        trying.remove(None)
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))
