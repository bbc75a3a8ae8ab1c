"""Measures as a list with what is due, by theme."""

from functools import partial

import streamlit as st

from taskmap.model.followup import FollowUp, Measure, Theme
from taskmap.present import followup as words_of
from taskmap.present import versions
from taskmap.ui import menu, state
from taskmap.ui.parts import making, papers, tables
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import Action, FollowUpCard

EVERY = ""


def draw(ready: Ready, card: FollowUpCard, followup: FollowUp) -> None:
    """All measures, then what is due."""
    words, today = state.words(), state.mapped().today
    found = of_theme(followup)
    if not found:
        return
    st.markdown(words_of.count_words(found, today, words))
    tables.show(words_of.measures_table(found, today, ready.naming), "measures_table")
    st.markdown(words.say("followup.page.missing_means"))
    due = words_of.due_table(found, today, ready.naming)
    st.subheader(due.title)
    if due.rows:
        tables.show(due, "due_table")
        _calendar(ready, card)
    else:
        st.markdown(words.say("followup.due.none"))


def _calendar(ready: Ready, card: FollowUpCard) -> None:
    """All that is due, of every theme, as a file for the calendar at work."""
    if not state.may(Action.EXPORT):
        return
    words, workspace = state.words(), state.workspace()
    question = workspace.question(max_changes=None)
    st.markdown(words.say("followup.due.calendar_how"))
    making.button(
        words.say("followup.due.calendar"),
        papers.named(ready, "actions", ".ics"),
        repr((ready.opened.digest, card.digest, question.as_of)),
        partial(workspace.paper, ready.id, "actions", question, words, ending=".ics"),
    )


def take_back(ready: Ready, card: FollowUpCard) -> None:
    """The offer to take back what was saved last."""
    words, last = state.words(), state.mapped().last_change(ready.id)
    if last is None:
        return
    when = versions.when(last.at, words)
    label = words.say("followup.take_back", when=when)
    if st.button(label, key="take_back", icon=":material/undo:"):
        form.act(
            ready,
            lambda: state.mapped().take_back(ready.id, based_on=card.digest, signed=state.signed()),
        )


def of_theme(followup: FollowUp) -> tuple[Measure, ...]:
    """The measures of the theme that is chosen; where there is none, the page says so."""
    words = state.words()
    if not followup.measures:
        st.info(words.say("followup.none"))
        menu.link(menu.SUGGESTIONS, words.say("followup.page.to_suggestions"))
        return ()
    used = {measure.theme for measure in followup.measures}
    themes = {EVERY: words.say("followup.theme.every")}
    themes |= {str(t): words.say(f"followup.theme.{t}") for t in Theme if t in used}
    theme = pick(
        state.THEME, words.say("followup.theme"), themes, width=430,
        help=words.say("followup.theme.source"),
    )  # fmt: skip
    return tuple(m for m in followup.measures if theme in {EVERY, m.theme})
