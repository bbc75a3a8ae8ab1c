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
        outside = st.checkbox(words.say("ui.paper.outside"), key="paper_outside")
        hall = workspace.for_outside() if outside else workspace
        work = partial(
            hall.paper, ready.id, kind, question, words, ending=ending, blank=blank
        )  # fmt: skip
        decided = workspace.followup(ready.id).digest
        content = repr((ready.opened.digest, decided, question, blank, outside))
        file = named(ready, kind, ending, outside=outside)
        making.button(lowered(names[kind]), file, content, work)
        menu.link(menu.CASE, words.say("ui.paper.to_case"))


def named(ready: Ready, kind: str, ending: str, *, outside: bool = False) -> str:
    """What the file of a paper is called; one for readers outside is told from the other."""
    name = state.words().say(f"ui.paper.name.{kind}")
    whom = f"-{state.words().say('ui.paper.name.outside')}" if outside else ""
    return f"{ready.id}-{name}{whom}{ending}"
