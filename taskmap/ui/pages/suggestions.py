"""Suggestions: what to ask, the moves with their reasons, and why the other tasks stay."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import answer, asking, closer, guard, solving, strain

ready = guard.unit()
words = state.words()
st.header(words.say("ui.page.suggestions"))
question = asking.question(ready)
plan = solving.plan(ready, question)
if plan is None:
    st.stop()
answer.summary(plan, ready)
strain.warn(plan, ready)
answer.breaches(plan, ready)
sureness = answer.sure(plan, ready)
answer.moves(plan, ready, sureness)
answer.alternatives(plan, ready)
answer.settle(plan, ready)
closer.show(plan, ready)
answer.flow_and_load(plan, ready)
answer.held(plan, ready)
answer.open_questions(plan, ready)
answer.assumptions(plan, ready)
