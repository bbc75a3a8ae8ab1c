"""Something worth telling of a partnership, written down with where it is known from."""

import streamlit as st

from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving
from taskmap.workspace import FundCard


def draw(card: FundCard) -> None:
    """A form for one story; it stands in the partnership's fund."""
    words, hall = state.words(), state.mapped()
    name = form.key("story", card.digest)
    with st.expander(words.say("cooperation.page.new_story")), st.form(name, border=False):
        text = form.text(words.say("cooperation.page.story_text"), None, f"{name}_text")
        source = form.line(words.say("cooperation.page.story_source"), None, f"{name}_source")
        day = form.day(
            words.say("cooperation.page.story_day"), hall.today, f"{name}_day", last=hall.today
        )
        pressed = st.form_submit_button(words.say("fund.page.save"), type="primary")
    fields: form.Said = {"date": day, "text": text, "source": source}
    needed: form.Said = {
        words.say("cooperation.page.story_text"): text,
        words.say("cooperation.page.story_source"): source,
        words.say("cooperation.page.story_day"): day,
    }
    if pressed and not shared_saving.lacking(needed):
        shared_saving.act(lambda: hall.add_story(card, fields, state.signed()))
