"""Overview: the unit in key figures, the LEON matrix, and what the mapping itself needs."""

import streamlit as st

from taskmap.present import findings, overview
from taskmap.present import levels as told_levels
from taskmap.present.figures.inventory import inventory
from taskmap.present.figures.matrix import cell_name, matrix, offered
from taskmap.present.phrases import capital
from taskmap.ui import once, state
from taskmap.ui.parts import guard, pictures, tables
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain

ready = guard.unit()
words, naming = state.words(), ready.naming
question = state.workspace().question(max_changes=None)
levels = state.workspace().levels(ready.id, question)
capacities = state.workspace().capacities(ready.id, question)

st.header(plain(ready.opened.card.name))
st.markdown(plain(capital(guard.told(ready))))
for column, figure in zip(
    st.columns(4), overview.key_figures(levels, capacities, naming), strict=True
):
    with column.container(border=True, height="stretch"):
        st.metric(plain(figure.label), figure.figure)
        st.markdown(plain(figure.meaning))

st.subheader(words.say("ui.overview.matrix"))
st.markdown(words.say("ui.overview.matrix_how"))
st.markdown(plain(told_levels.summary(levels, naming)))
picture = once.drawn(
    (ready.opened.digest, question, "matrix"),
    lambda: matrix(levels, question.price, naming),
)
pictures.show_clickable(picture, "matrix", lambda key: state.choose(state.CELL, key))
pictures.beside(picture, "matrix")

cells = offered(levels, naming)
chosen = pick(
    state.CELL,
    words.say("ui.overview.cell"),
    {key: cell_name(cell, naming) for key, cell in cells.items()},
    empty=True,
    placeholder=words.say("ui.overview.cell_choose"),
)
if chosen:
    by_leaf = {level.leaf: level for level in levels}
    leaves = tuple(ready.mapping.by_leaf[leaf] for leaf in cells[chosen].leaves)
    st.markdown(words.say("ui.overview.cell_hours"))
    tables.grid(inventory(leaves, by_leaf, naming), "cell")

st.subheader(words.say("ui.overview.staffing"))
tables.show(overview.staffing_table(capacities, naming), "staffing")

st.subheader(words.say("ui.overview.findings"))
st.markdown(plain(findings.count(ready.opened.findings, words)))
if ready.opened.findings:
    with st.expander(words.say("ui.overview.findings_show")):
        tables.show(findings.findings_table(ready.opened.findings, words, naming), "findings")
