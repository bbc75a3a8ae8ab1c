"""Boxes of the forms about courses: what can be chosen, and where people come from."""

from collections.abc import Callable

import streamlit as st

from taskmap.present.training import Told
from taskmap.ui import state
from taskmap.workspace import ProgrammeCard


def choose(  # noqa: PLR0913 - a box, its words, and what is in it
    what: str,
    options: list[str],
    called: Callable[[str], str],
    empty: str,
    name: str,
    *,
    first: str | None = None,
) -> str | None:
    """A box in which nothing needs to be chosen."""
    words = state.words()
    found: str | None = st.selectbox(
        words.say(f"training.run.{what}"), options,
        options.index(first) if first in options else None, format_func=called,
        placeholder=words.say(empty), key=f"{name}_{what}",
    )  # fmt: skip
    return found


def places(card: ProgrammeCard, told: Told) -> dict[str, str]:
    """Members and their units, by id, each member before its own."""
    names = {unit.id: unit.name for unit in state.mapped().units()}
    found = {}
    for member in card.partnership.members:
        found[member.organisation.id] = told.member(member.organisation.id)
        found |= {unit: names[unit] for unit in member.units if unit in names}
    return found
