"""The unit on paper: what can be printed, made when it is asked for."""

from functools import partial

import streamlit as st

from taskmap.present.names import lowered
from taskmap.ui import menu, state
from taskmap.ui.parts import making
from taskmap.ui.parts.choice import pick, segments
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import PAPERS, Action

CASE = "case"  # has a page of its own, where it is read first
KINDS = tuple(kind for kind in PAPERS if kind != CASE)


def draw(ready: Ready) -> None:
    """A button that opens the choice of papers and of their forms."""
    if not state.may(Action.EXPORT):
        return
    words, workspace = state.words(), state.workspace()
    question = workspace.question(max_changes=None)
    with st.popover(words.say("ui.paper"), icon=":material/print:"):
        st.markdown(words.say("ui.paper.how"))
        names = {kind: words.say(f"ui.paper.{kind}") for kind in KINDS}
        kind = pick(state.PAPER, words.say("ui.paper.which"), names) or KINDS[0]
        endings = {ending: words.say(f"ui.paper.form{ending}") for ending in PAPERS[kind]}
        ending = segments(state.PAPER_FORM, words.say("ui.paper.form"), endings)
        blank = kind == "cards" and st.checkbox(words.say("ui.paper.blank"), key="paper_blank")
        work = partial(
            workspace.paper, ready.id, kind, question, words, ending=ending, blank=blank
        )  # fmt: skip
        content = repr((ready.opened.digest, workspace.followup(ready.id).digest, question, blank))
        making.button(lowered(names[kind]), named(ready, kind, ending), content, work)
        menu.link(menu.CASE, words.say("ui.paper.to_case"))


def named(ready: Ready, kind: str, ending: str) -> str:
    """What the file of a paper is called."""
    return f"{ready.id}-{state.words().say(f'ui.paper.name.{kind}')}{ending}"
