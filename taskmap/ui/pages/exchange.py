"""In and out: a foreign file matched, previewed and read in; the unit in the formats others use."""

import streamlit as st

from taskmap.present import findings as told_findings
from taskmap.ui import state
from taskmap.ui.parts import (
    exchange_columns,
    exchange_out,
    exchange_preview,
    exchange_source,
    guard,
    tables,
)

words = state.words()
st.header(words.say("ui.page.exchange"))
st.markdown(words.say("incoming.how"))
target = exchange_source.target()
ready = guard.mapped() if state.unit() else None
exchange_source.told_created()
incoming = exchange_source.read(ready, target)
if incoming is not None and incoming.book is None:
    st.error(words.say("incoming.refused"), icon=":material/error:")
    tables.paper(told_findings.findings_table(incoming.findings, words))
elif incoming is not None:
    matching = exchange_columns.confirmed(incoming)
    if ready is not None and target == exchange_source.HERE:
        exchange_preview.into_unit(ready, incoming, matching)
        exchange_preview.done(ready.id)
    else:
        exchange_preview.as_new(incoming, matching)
if ready is not None:
    exchange_out.unit(ready)
exchange_out.template()
