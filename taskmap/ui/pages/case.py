"""The case: what the committee and the leader read, the same as is printed."""

from functools import partial

import streamlit as st

from taskmap.present import followup as words_of
from taskmap.ui import state
from taskmap.ui.parts import asking, guard, making, papers, solving, told
from taskmap.ui.parts.choice import pick
from taskmap.workspace import PAPERS, write_question

WHOLE = ""

ready = guard.unit()
words, workspace = state.words(), state.workspace()
head, files, body = st.container(), st.container(), st.container()
st.subheader(words.say("case.page.which"))
st.markdown(words.say("case.page.which_how"))
card = workspace.followup(ready.id)
measures = card.followup.measures if card.followup is not None else ()
subjects = {WHOLE: words.say("case.page.whole")}
subjects |= {measure.id: words_of.title(measure, ready.naming) for measure in measures}
measure = pick(state.CASE_OF, words.say("case.page.about"), subjects) or None
question = asking.question(ready)

with head:
    plan = solving.plan(ready, question)
    if plan is None:
        st.stop()
    work = partial(workspace.told, ready.id, "case", question, words, measure=measure)
    found = solving.analysis(lambda progress: work(progress=progress))
    if found is None:
        st.stop()
    told.head(found)
with body:
    told.body(found)
with files:
    content = repr((ready.opened.digest, card.digest, write_question(question, ready.id), measure))
    made = partial(workspace.paper, ready.id, "case", question, words, measure=measure)
    for column, ending in zip(st.columns(3), PAPERS["case"], strict=True):
        with column:
            form = words.say(f"ui.paper.form{ending}")
            file = papers.named(ready, "case", ending)
            making.button(form, file, content, partial(made, ending=ending))
