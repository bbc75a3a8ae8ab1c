"""What was said about a unit's plan, word for word, by what it is about."""

from collections.abc import Sequence

import streamlit as st

from taskmap.model.followup import FollowUp
from taskmap.model.participation import Comment, Hold
from taskmap.model.plan import Move
from taskmap.present import moves as words_of_moves
from taskmap.present import participation as words_of
from taskmap.ui import menu, state
from taskmap.ui.parts import voice_form
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain, quoted
from taskmap.workspace import Action, FollowUpCard

HELD = ":material/pause_circle:"
DISSENT = ":material/thumb_down:"
COMMENT = ":material/chat:"


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """Everything said, each thing spoken of in a card of its own."""
    words = state.words()
    found = words_of.voices(followup)
    if not found:
        st.info(words.say("participation.page.nothing"))
    for at, voices in enumerate(found):
        with st.container(border=True, key=f"voices_{at}"):
            st.markdown(f"### {plain(words_of.heading(voices, followup, ready.naming))}")
            show(voices.comments, voices.holds, followup)
            for hold in voices.held:
                voice_form.lift(ready, card, hold)
    if state.may(Action.COMMENT):
        menu.link(menu.SUGGESTIONS, words.say("participation.page.to_moves"))


def show(comments: Sequence[Comment], holds: Sequence[Hold], followup: FollowUp) -> None:
    """Holds, then what was said, dissent marked by word and sign."""
    words = state.words()
    for hold in holds:
        st.markdown(f"{HELD} {plain(words_of.hold_line(hold, followup, words))}")
    for comment in comments:
        mark = DISSENT if comment.dissent else COMMENT
        line = bold(words_of.comment_line(comment, followup, words))
        st.markdown(f"{mark} {line}\n\n{quoted(comment.text)}")


def of_moves(moves: Sequence[Move], ready: Ready, card: FollowUpCard) -> None:
    """What was said about the moves of a card, each with its hands where there are several."""
    for move in moves:
        if card.followup is None:
            return
        found = words_of.about_move(move, card.followup)
        if len(moves) > 1 and (found.comments or found.holds):
            st.markdown(bold(words_of_moves.pair(move, ready.naming)))
        show(found.comments, found.holds, card.followup)
