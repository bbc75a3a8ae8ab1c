"""Training over a partnership: needs, the year placed, the bill, renewals, what courses give."""

import streamlit as st

from taskmap.present import findings as told_findings
from taskmap.ui import state
from taskmap.ui.parts import course_orders, course_runs, courses, solving, tables
from taskmap.ui.parts.choice import pick, segments
from taskmap.ui.parts.text import plain

PARTS = {
    "needs": courses.needs,
    "calendar": courses.calendar,
    "bill": courses.bill,
    "renewals": courses.renewals,
    "gives": courses.gives,
}

words, hall = state.words(), state.mapped()
st.header(words.say("ui.page.training"))
st.markdown(words.say("training.page.how"))
partnerships = {each.id: each.name for each in hall.partnerships()}
if not partnerships:
    st.info(words.say("training.none"))
    st.stop()
label = words.say("training.page.partnership")
chosen = pick(state.PARTNERSHIP, label, partnerships, width=430)
card = hall.programme(chosen or next(iter(partnerships)))
if card.findings:
    tables.paper(told_findings.findings_table(card.findings, words))
if card.programme is None:
    st.error(words.say("training.page.errors", file=plain(card.file)))
    st.stop()
if card.programme.illustrative:
    st.info(words.say("training.illustrative"), icon=":material/info:")
if card.file:
    course_orders.draw(card)
    course_runs.draw(card)
    courses.take_back(card)
if not courses.asked("training", card.partnership.id, "training.page.whole_how"):
    courses.renewals_of(card)
    st.stop()
question = hall.question(max_changes=None)
found = solving.analysis(lambda told: hall.training(card, question, told))
if found is None:
    st.stop()
courses.told(found)
part = segments(
    state.TRAINING,
    words.say("training.page.part"),
    {name: words.say(f"training.page.part.{name}") for name in PARTS},
    hidden=True,
)
PARTS[part](found)
courses.downloads(found)
