"""The task map: the unit as a layered graph, down to a role, a group and a single task."""

import streamlit as st

from taskmap.present.figures import map_places
from taskmap.ui import once, state
from taskmap.ui.parts import drawing, solving
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready


def draw(ready: Ready) -> None:
    """Choose a place by list or click, see it drawn."""
    words, naming = state.words(), ready.naming
    question = state.workspace().question()
    levels = {level.leaf: level for level in state.workspace().levels(ready.id, question)}
    st.markdown(words.say("ui.map.how"))
    with_moves = st.toggle(words.say("ui.map.moves"), key="map_moves", persist_state="session")
    plan = solving.plan(ready, question) if with_moves else None
    graph = state.workspace().graph(ready.id, question, plan)
    names = map_places.places(graph, naming)
    place = pick(state.FOCUS, words.say("ui.map.place"), names, width=520) or map_places.WHOLE
    _way_up(map_places.above(graph, place), names)
    judged = map_places.Judged(levels, state.workspace().rulings(ready.id, question))
    content = (ready.opened.digest, question, "map", place, with_moves)
    drawing.show(
        once.drawn(content, lambda: map_places.drawing_of(graph, place, judged, naming)),
        "map",
        lambda box: state.choose(state.FOCUS, box),
    )


def _way_up(above: tuple[str, ...], names: dict[str, str]) -> None:
    with st.container(horizontal=True, key="way_up"):
        for place in above:
            st.button(
                names[place],
                key=f"up_{place}",
                icon=":material/arrow_upward:",
                on_click=state.choose,
                args=(state.FOCUS, place),
            )
