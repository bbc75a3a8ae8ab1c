"""A good example taken into one's own unit: demanded of its plan, and looked at on *Forslag*."""

from collections.abc import Iterable

import streamlit as st

from taskmap.model.demand import Demand
from taskmap.model.units import LeafId
from taskmap.ui import menu, state
from taskmap.ui.parts import demanding, guard
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import Precedent


def offer(examples: Iterable[Precedent]) -> None:
    """A button for every example whose task and role the unit of the frame has too."""
    if state.unit() is None:
        return
    words, ready = state.words(), guard.mapped()
    found = {(one.key, one.role): one for one in examples if _own(one, ready)}
    if not found:
        return
    with st.expander(plain(words.say("precedent.page.try_in", unit=ready.opened.card.name))):
        st.markdown(words.say("precedent.page.try_how"))
        for one in found.values():
            _button(one, _own(one, ready), ready)


def _button(one: Precedent, leaves: tuple[LeafId, ...], ready: Ready) -> None:
    label = state.words().say(
        "precedent.page.try",
        task=state.words().list(dict.fromkeys(map(ready.naming.task, leaves))),
        role=ready.naming.role_inside(one.role),
        share=state.words().percent(one.share),
    )
    pressed = st.button(
        plain(label),
        key=f"try_{one.key}_{one.role}",
        icon=":material/science:",
        on_click=demanding.add,
        args=(ready, *_demands(one, leaves)),
    )
    if pressed:
        menu.go(menu.SUGGESTIONS)


def _demands(one: Precedent, leaves: tuple[LeafId, ...]) -> tuple[Demand, ...]:
    return tuple(
        Demand(field="forced", about=(leaf, one.role), amount=round(one.share, 2))
        for leaf in leaves
    )


def _own(one: Precedent, ready: Ready) -> tuple[LeafId, ...]:
    """The unit's own tasks under the example's library code, where it has the role."""
    if one.unit.id == ready.id or one.role not in ready.mapping.by_role:
        return ()
    return tuple(
        leaf.id
        for task in ready.mapping.tasks
        if task.library == one.key
        for leaf in ready.mapping.leaves
        if leaf.task_id == task.id
    )
