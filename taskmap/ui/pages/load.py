"""Workload: staff required, load before and after, who gets the work that wears, skill mix."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import answer, asking, guard, pressure, solving, strain, workload
from taskmap.ui.parts.text import plain

ready = guard.unit()
words = state.words()
question = state.workspace().question(max_changes=None)
found = state.workspace().workload(ready.id, question)

st.header(words.say("ui.page.load"))
st.markdown(plain(words.say("workload.page.lead")))
required = st.container()
limits = pressure.bands()
with required:
    workload.needs(found, limits, ready)
workload.hours(found, ready)
st.header(words.say("workload.page.plan"))
st.markdown(words.say("workload.page.plan_how"))
plan = solving.plan(ready, asking.question(ready))
if plan is not None:
    answer.flow_and_load(plan, ready)
    workload.both(plan, ready)
strain.show(plan, ready)
workload.mix(plan, found, ready)
st.header(words.say("workload.page.staff"))
workload.hanging(question, ready)
workload.posts(found, ready)
workload.sick(found, ready)
