"""Groups of professions that answer for themselves, and the leader who decides."""

import streamlit as st

from taskmap.errors import TaskmapError
from taskmap.present import findings as told_findings
from taskmap.present import inputs as told
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts import inputs_answer, inputs_decide
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import InputCard

ANSWER, DECIDE, NEW = "answer", "decide", "+"


def draw(ready: Ready) -> None:
    """Either a group's own sheet, or all of them side by side; never both."""
    words = state.words()
    st.markdown(words.say("input.how"))
    parts = {part: words.say(f"input.part.{part}") for part in (ANSWER, DECIDE)}
    _taken_away(ready)
    part = segments(state.INPUT_PART, words.say("input.part"), parts)
    cards = state.mapped().inputs(ready.id)
    if state.refused():
        st.error(plain(state.refused()))
    _broken(cards, ready)
    if part == DECIDE:
        inputs_decide.draw(ready, cards)
        return
    shown = {card.id: _name(card, ready) for card in cards if card.sheet is not None}
    groups = shown | {NEW: words.say("input.new")}
    chosen = segments(state.INPUT_GROUP, words.say("input.we_are"), groups)
    if chosen == NEW:
        _new(ready)
    else:
        inputs_answer.draw(ready, next(card for card in cards if card.id == chosen))


def _name(card: InputCard, ready: Ready) -> str:
    return told.group(card.input.roles, ready.naming) if card.input else card.file


def _broken(cards: tuple[InputCard, ...], ready: Ready) -> None:
    """Groups whose answers cannot be shown, and why."""
    words = state.words()
    for card in cards:
        if card.sheet is None:
            sentences = (told_findings.message(f, words, ready.naming) for f in card.findings)
            st.error(plain(words.say("input.not_shown", file=card.file, why=" ".join(sentences))))


def _taken_away(ready: Ready) -> None:
    words, gone = state.words(), state.taken_away()
    if gone is None or gone[0] != ready.id:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="taken_away"):
        st.info(plain(words.say("input.removed", file=gone[1])))
        st.button(
            words.say("input.put_back"), key="input_put_back", icon=":material/undo:",
            on_click=_put_back, args=gone,
        )  # fmt: skip


def _put_back(unit: str, file: str) -> None:
    try:
        state.mapped().put_back_beside(unit, file, state.signed())
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))
    else:
        state.take_away(None)
        state.refuse("")


def _new(ready: Ready) -> None:
    """Which professions answer together: enough persons that no answer is one person's."""
    words, hall = state.words(), state.mapped()
    free = {each.role: each for each in hall.may_answer(ready.id)}
    if not free:
        st.info(words.say("input.all_in_groups"))
        return
    few = [role for role, each in free.items() if not each.alone]
    if few:
        st.markdown(plain(words.say("input.few", roles=ready.naming.roles(few))))
    roles = st.pills(
        words.say("input.who_answers"), list(free), selection_mode="multi",
        format_func=lambda role: words.say(
            "input.role", role=ready.naming.short_role(role), n=free[role].persons
        ),
        key=state.widget("input_roles"), wrap=True,
    )  # fmt: skip
    persons = sum(free[role].persons for role in roles)
    enough = bool(roles) and hall.enough(persons)
    if roles and not enough:
        st.warning(words.say("input.too_few", n=persons))
    elif roles:
        st.markdown(f":material/check: {bold(words.say('input.enough', n=persons))}")
    st.button(
        words.say("input.begin"), key="input_begin", type="primary", disabled=not enough,
        icon=":material/play_arrow:", on_click=_begin, args=(ready.id, tuple(roles)),
    )  # fmt: skip


def _begin(unit: str, roles: tuple[str, ...]) -> None:
    try:
        group = state.mapped().begin_input(unit, roles, state.signed())
    except TaskmapError as refused:
        state.refuse(refusals.sentence(refused, state.words()))
        return
    state.refuse("")
    state.choose(state.INPUT_GROUP, group)
    state.choose(state.INPUT_STEP, "")  # the first one
