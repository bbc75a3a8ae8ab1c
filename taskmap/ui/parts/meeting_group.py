"""One task group at a time: chosen by name, or the one before and the one after."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready


def named(step: str) -> str:
    """What the choice of a step's group is called: each step goes through the groups by itself."""
    return f"{state.MEETING_GROUP}.{step}"


def choose(ready: Ready, groups: list[str], step: str) -> str:
    """The task group to be shown."""
    words = state.words()
    with st.container(horizontal=True, vertical_alignment="bottom", key="meeting_group"):
        found = pick(
            named(step),
            words.say("meeting.group"),
            {code: ready.naming.group(code) for code in groups},
            width=360,
        )
        at = groups.index(found) if found in groups else 0
        _step(groups, at - 1, step, "before")
        _step(groups, at + 1, step, "next")
    return groups[at]


def onwards(groups: list[str], group: str, step: str) -> None:
    """The next group once more, below the last row."""
    _step(groups, groups.index(group) + 1, step, "next", "below")


def of(ready: Ready, bench: Bench) -> dict[str, list[str]]:
    """The unit's tasks by group, in the library's order of groups."""
    found: dict[str, list[str]] = {code: [] for code in ready.catalogue.groups}
    for task in bench.said:
        if task in ready.mapping.by_task:
            found.setdefault(ready.naming.group_of(task), []).append(task)
    return {code: tasks for code, tasks in found.items() if tasks}


def _step(groups: list[str], to: int, step: str, name: str, place: str = "above") -> None:
    there = 0 <= to < len(groups)
    st.button(
        state.words().say(f"meeting.group_{name}"),
        key=f"meeting_group_{name}_{place}",
        icon=":material/arrow_forward:" if name == "next" else ":material/arrow_back:",
        disabled=not there,
        on_click=state.choose,
        args=(named(step), groups[to] if there else ""),
    )
