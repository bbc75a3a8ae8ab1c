"""Each column of a file beside what it is read as, for somebody to confirm or change."""

from dataclasses import replace

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts.text import plain
from taskmap.workspace import (
    LAYOUTS,
    ColumnOffer,
    Incoming,
    Matched,
    Matching,
    Sheet,
    SheetMatch,
    bare,
    matched_as,
    meaning,
    meanings,
    offers,
    sheets_in,
)

_TASKS = "tasks"
# What may hold for every row of a sheet of tasks: columns that say it, whose names, the question.
_GIVEN = {
    "band": (("band", "count.bands"), "band", "incoming.given_band"),
    "today": (("today", "today.roles"), "role", "incoming.given_role"),
}
_LAST_ROW = 1000


def confirmed(incoming: Incoming) -> Matching:
    """What the file's sheets and columns are read as, as the page now says."""
    words = state.words()
    st.subheader(words.say("incoming.columns"))
    st.markdown(words.say("incoming.columns_how"))
    found = (_sheet(incoming, sheet) for sheet in sheets_in(incoming))
    return Matching(tuple(match for match in found if match is not None))


def _sheet(incoming: Incoming, sheet: Sheet) -> SheetMatch | None:
    words, key = state.words(), f"{incoming.digest[:12]}_{sheet.name}"
    guess = next((m for m in incoming.matching.sheets if m.sheet == sheet.name), None)
    with st.container(border=True):
        st.markdown(f"**{plain(words.say('incoming.sheet', sheet=sheet.name))}**")
        left, right = st.columns(2)
        choices = [None, *LAYOUTS]
        holds = left.selectbox(
            words.say("incoming.holds"),
            choices,
            index=choices.index(guess.holds) if guess else 0,
            format_func=lambda each: words.say(
                f"sheet.title.{each}" if each else "incoming.nothing"
            ),
            key=f"holds_{key}",
        )
        if holds is None:
            return None
        header = right.number_input(
            words.say("incoming.header"),
            min_value=1,
            max_value=_LAST_ROW,
            value=guess.header if guess else 1,
            key=f"header_{key}",
        )
        match = matched_as(incoming, sheet, holds, header)
        columns = _columns(incoming, sheet, match, f"{key}_{holds}_{header}")
        given = _given(incoming, match, columns, f"{key}_{holds}_{header}")
    return replace(match, columns=columns, given=given)


def _columns(incoming: Incoming, sheet: Sheet, match: SheetMatch, key: str) -> tuple[Matched, ...]:
    """The columns; those of our own workbook stay folded until somebody wants to see them."""
    words, known = state.words(), meanings(match.holds, incoming.words)
    offered = offers(sheet, match)
    own = sum(offer.own for offer in offered)
    shown = True
    if own:
        st.markdown(words.say("incoming.own", n=own))
        shown = st.toggle(words.say("incoming.show_own"), key=f"own_{key}")
    found = (
        _column(offer, match, known, key) if shown or not offer.own else offer.taken
        for offer in offered
    )
    return tuple(matched for matched in found if matched is not None)


def _column(
    offer: ColumnOffer, match: SheetMatch, known: tuple[Matched, ...], key: str
) -> Matched | None:
    words = state.words()
    left, right = st.columns(2, vertical_alignment="center")
    guess = bare(offer.taken) if offer.taken else None
    choices = [None, *dict.fromkeys((*((guess,) if guess else ()), *known))]
    title = plain(offer.header or words.say("incoming.untitled"))
    means = left.selectbox(
        f"{offer.letters} · {title}",
        choices,
        index=1 if guess else 0,
        format_func=lambda each: (
            meaning(each, match.holds, words) if each else words.say("incoming.nothing")
        ),
        key=f"means_{key}_{offer.letters}",
    )
    samples = " · ".join(map(plain, offer.samples))
    told = words.say("incoming.samples", samples=samples)
    right.markdown(told if samples else words.say("incoming.empty"))
    return replace(means, letters=offer.letters, header=offer.header) if means else None


def _given(
    incoming: Incoming, match: SheetMatch, columns: tuple[Matched, ...], key: str
) -> dict[str, str]:
    """The one band or role of every row, where no column says it."""
    if match.holds != _TASKS:
        return {}
    words, said = state.words(), {column.means for column in columns}
    given: dict[str, str] = {}
    for name, (told_by, what, question) in _GIVEN.items():
        if said & {*told_by}:
            continue
        choices = [None, *_names(incoming, what)]
        before = match.given.get(name)
        chosen = st.selectbox(
            words.say(question),
            choices,
            index=choices.index(before) if before in choices else 0,
            format_func=lambda each: each or words.say("incoming.not_given"),
            key=f"given_{key}_{name}",
        )
        if chosen is not None:
            given[name] = chosen
    return given


def _names(incoming: Incoming, what: str) -> list[str]:
    part, own = {"band": ("bands", "id"), "role": ("staffing", "role")}[what]
    return [incoming.words.told(what, each[own]) for each in incoming.words.said.get(part, ())]
