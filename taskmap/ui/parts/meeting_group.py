"""One task group at a time: chosen by name, or the one before and the one after."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready


def choose(ready: Ready, groups: list[str]) -> str:
    """The task group to be shown."""
    words = state.words()
    with st.container(horizontal=True, vertical_alignment="bottom", key="meeting_group"):
        found = pick(
            state.MEETING_GROUP,
            words.say("meeting.group"),
            {code: ready.naming.group(code) for code in groups},
            width=360,
        )
        at = groups.index(found) if found in groups else 0
        _step(groups, at - 1, "before")
        _step(groups, at + 1, "next")
    return groups[at]


def onwards(groups: list[str], group: str) -> None:
    """The next group once more, below the last row."""
    _step(groups, groups.index(group) + 1, "next", "below")


def of(ready: Ready, bench: Bench) -> dict[str, list[str]]:
    """The unit's tasks by group, in the library's order of groups."""
    found: dict[str, list[str]] = {code: [] for code in ready.catalogue.groups}
    for task in bench.said:
        if task in ready.mapping.by_task:
            found.setdefault(ready.naming.group_of(task), []).append(task)
    return {code: tasks for code, tasks in found.items() if tasks}


def _step(groups: list[str], to: int, name: str, place: str = "above") -> None:
    there = 0 <= to < len(groups)
    st.button(
        state.words().say(f"meeting.group_{name}"),
        key=f"meeting_group_{name}_{place}",
        icon=":material/arrow_forward:" if name == "next" else ":material/arrow_back:",
        disabled=not there,
        on_click=state.choose,
        args=(state.MEETING_GROUP, groups[to] if there else ""),
    )
