"""A scenario changed: what it says otherwise, its staffing, and its tasks in the same grid."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.model.difference import Difference
from taskmap.model.staffing import Staffing
from taskmap.present import refusals, task_grid, versions
from taskmap.ui import state
from taskmap.ui.parts import guard, mapping_edit, mapping_edit_saving
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import POSTS, ScenarioCard, posts_typed


def draw(ready: Ready) -> None:
    """Choose a scenario, and change it."""
    words = state.words()
    cards = {card.id: card for card in state.mapped().scenarios(ready.id) if card.sound}
    if not cards:
        st.info(words.say("scenario.page.none_to_edit"))
        return
    names = {name: card.name for name, card in cards.items()}
    chosen = pick(state.DRAFT, words.say("scenario.page.which"), names, width=430)
    card = cards[chosen or next(iter(cards))]
    draft = guard.draft(card.id)
    _called(ready, card)
    st.subheader(words.say("scenario.page.differs"))
    st.markdown(words.say("scenario.page.differs_how"))
    _differences(ready, draft, card)
    st.subheader(words.say("scenario.page.staffing"))
    _staffing(draft)
    st.subheader(words.say("scenario.page.tasks"))
    mapping_edit.draw(draft)


def _called(ready: Ready, card: ScenarioCard) -> None:
    words, now = state.words(), card.scenario
    with st.expander(words.say("scenario.page.called")), st.form(f"called_{card.file}"):
        name = st.text_input(words.say("scenario.page.name"), card.name, max_chars=100)
        note = st.text_area(
            words.say("scenario.page.note"), (now and now.note) or "", max_chars=1000
        )
        if not st.form_submit_button(words.say("scenario.page.call")):
            return
        try:
            state.mapped().call_scenario(
                ready.id, card.id, name.strip() or card.name, note.strip(), state.signed()
            )
        except TaskmapError as refused:
            st.error(plain(refusals.sentence(refused, words)))
        else:
            st.rerun()


def _differences(ready: Ready, draft: Ready, card: ScenarioCard) -> None:
    """What is otherwise, each with a click that lets it be as it is."""
    words = state.words()
    found = state.mapped().difference(ready.id, [card.id])
    if not found:
        st.markdown(words.say("scenario.page.nothing"))
    for at, (change, line) in enumerate(zip(found, _lines(found, draft), strict=True)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"differs_{at}"):
            st.markdown(plain(line))
            st.button(
                words.say("scenario.page.drop"), key=f"drop_{draft.opened.digest[:8]}_{at}",
                icon=":material/undo:", on_click=_drop, args=(draft, change),
            )  # fmt: skip


def _lines(found: tuple[Difference, ...], draft: Ready) -> tuple[str, ...]:
    return versions.what(found, draft.naming) if found else ()


def _drop(draft: Ready, change: Difference) -> None:
    hall, signed = state.mapped(), state.signed()
    name = draft.drafting.card.id if draft.drafting else ""
    mapping_edit_saving.act(draft, lambda _: hall.drop_change(draft.id, name, change, signed))


def _staffing(draft: Ready) -> None:
    """A role and its figures; what is typed is saved together."""
    words, naming = state.words(), draft.naming
    roles = [role for role in naming.roles_down if role in draft.mapping.by_role]
    labels = {role: naming.role(role) for role in roles}
    role = pick(state.POST_FORM, words.say("scenario.page.role"), labels, width=430)
    if role is None:
        return
    post = draft.mapping.by_role[role]
    with st.form(f"post_{draft.opened.digest[:8]}_{role}"):
        columns = st.columns(len(POSTS))
        cells = {
            name: column.text_input(
                words.say(f"sheet.column.{name}"),
                task_grid.figure(getattr(post, name), words),
                key=f"post_{draft.opened.digest[:8]}_{role}_{name}",
            )
            for name, column in zip(POSTS, columns, strict=True)
        }
        if st.form_submit_button(words.say("scenario.page.staffing_do")):
            _save(draft, post, cells)


def _save(draft: Ready, post: Staffing, cells: dict[str, str]) -> None:
    read = posts_typed(post, cells)
    if read.findings:
        st.error(plain(" ".join(mapping_edit_saving.told(draft, read.findings))))
        return
    mapping_edit_saving.save(draft, read.edits)
    st.rerun()
