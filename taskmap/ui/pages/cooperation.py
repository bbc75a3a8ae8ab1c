"""A partnership on one page: how far each department is, what moved, money, what to tell."""

import streamlit as st

from taskmap.present import cooperation as words_of
from taskmap.present.cooperation import Gained
from taskmap.present.progress import progress_table
from taskmap.ui import menu, state
from taskmap.ui.parts import shared_staff, story_form, tables
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action

words, hall = state.words(), state.mapped()
st.header(words.say("ui.page.cooperation"))
mapped = sorted(hall.partnerships(), key=lambda each: not any(m.units for m in each.members))
partnerships = {each.id: each for each in mapped}
if not partnerships:
    st.info(words.say("cooperation.page.none"))
    st.stop()
labels = {id_: each.name for id_, each in partnerships.items()}
chosen = pick(state.PARTNERSHIP, words.say("cooperation.page.which"), labels, width=560)
partnership = partnerships[chosen or next(iter(partnerships))]
if partnership.illustrative:
    st.info(words.say("cooperation.page.illustrative"), icon=":material/info:")
with st.spinner(words.say("ui.reading")):
    found = hall.cooperation(partnership)
progress = [each.progress for each in found.departments if each.progress is not None]
table = progress_table(progress, {each.unit: each.name for each in found.departments}, words)
st.subheader(table.title)
st.markdown(plain(table.summary))
tables.show(table, "cooperation_progress")
left_out = [each.name for each in found.departments if each.progress is None]
if left_out:
    st.markdown(plain(words.say("cooperation.page.left_out", units=words.list(left_out))))

gained = [
    Gained(
        name=each.name, organisation=each.organisation, moves=len(each.moved),
        promised=each.promised, freed=each.freed, counted=each.counted, courses=each.courses,
    )
    for each in found.departments
]  # fmt: skip
table = words_of.gained_table(gained, words)
st.subheader(table.title)
st.markdown(plain(words_of.gained_words(gained, words)))
if table.rows:
    tables.show(table, "cooperation_gained")

st.subheader(words.say("cooperation.page.money"))
for told, years in ((hall.told_of(fund, words), years) for fund, years in found.money):
    st.markdown(plain(words_of.money_words(told, years)))
if found.money:
    menu.link(menu.FUNDS, words.say("cooperation.page.to_funds"))
else:
    st.markdown(words.say("cooperation.page.no_money"))

st.subheader(words.say("supply.sharing"))
shared_staff.draw(partnership, {each.unit: each.name for each in found.departments})

st.subheader(words.say("cooperation.page.stories"))
stories = sorted((each for fund, _ in found.money for each in fund.stories), key=lambda s: s.on)
for each in reversed(stories):
    st.markdown(f"- {plain(words_of.story(each, words))}")
if not stories:
    st.markdown(words.say("cooperation.page.no_stories"))
fund = hall.fund_of(partnership)
if fund is not None and state.may(Action.SHARE):
    story_form.draw(fund)
