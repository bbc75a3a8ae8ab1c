"""What happens to a need after it came in: the unions' word, money used, what is said of it."""

import streamlit as st

from taskmap.model.fund import Need, UnionStatus
from taskmap.present.fund import Told, heard
from taskmap.ui import state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts import shared_saving
from taskmap.ui.parts.text import plain
from taskmap.workspace import FundCard

_MOST = 10_000_000_000  # kroner in one sum, as the document's own bound


def so_far(need: Need, told: Told) -> None:
    """What has happened so far."""
    for line in _lines(need, told):
        st.markdown(plain(line))


def forms(card: FundCard, need: Need) -> None:
    """A form for each thing that can happen."""
    with st.expander(state.words().say("fund.page.events")):
        _comment(card, need)
        _union(card, need)
        if need.granted or need.spent:
            _spent(card, need)


def _lines(need: Need, told: Told) -> list[str]:
    say = told.reader.say
    lines = []
    if need.union is not None:
        lines.append(_heard(need, told))
    if need.granted or need.spent:
        used, granted = told.kroner(need.used), told.kroner(sum(need.granted))
        lines.append(say("fund.page.spent", used=used, granted=granted))
    lines += [
        say("fund.page.used", day=each.on, amount=told.kroner(each.amount), note=each.note)
        if each.note
        else say("fund.page.used_plain", day=each.on, amount=told.kroner(each.amount))
        for each in need.spent
    ]
    return lines + [
        say("fund.page.comment", day=each.on, office=each.office, text=each.text)
        for each in need.comments
    ]


def _heard(need: Need, told: Told) -> str:
    say, union = told.reader.say, need.union
    parts = [say("fund.page.union", status=say(f"fund.union.{heard(need)}"))]
    if union is not None and union.office and union.on:
        parts.append(say("fund.page.union_from", office=union.office, day=union.on))
    if union is not None and union.note:
        parts.append(say("fund.page.union_note", note=union.note))
    return " ".join(parts)


def _comment(card: FundCard, need: Need) -> None:
    words, hall = state.words(), state.mapped()
    name = form.key(f"comment_{need.id}", need)
    with st.form(name, border=True):
        st.markdown(words.say("fund.page.say"))
        said = form.text(words.say("fund.page.say_text"), None, f"{name}_text")
        office = form.line(words.say("fund.page.new_office"), None, f"{name}_office")
        pressed = st.form_submit_button(words.say("fund.page.say_save"))
    needed = {
        words.say("fund.page.say_text"): said, words.say("fund.page.new_office"): office,
    }  # fmt: skip
    if pressed and not shared_saving.lacking(needed):
        fields: form.Said = {"date": hall.today, "office": office, "text": said}
        shared_saving.act(
            lambda: hall.add_to_need(card, need.id, "comments", fields, state.signed())
        )


def _union(card: FundCard, need: Need) -> None:
    words, hall, union = state.words(), state.mapped(), need.union
    name = form.key(f"union_{need.id}", need)
    with st.form(name, border=True):
        st.markdown(words.say("fund.page.union_title"))
        status = st.selectbox(
            words.say("fund.page.union_status"), list(UnionStatus),
            list(UnionStatus).index(heard(need)), key=f"{name}_status",
            format_func=lambda each: words.say(f"fund.union.{each}"),
        )  # fmt: skip
        office = form.line(
            words.say("fund.page.union_office"), union.office if union else None, f"{name}_office"
        )
        day = form.day(words.say("fund.page.union_day"), hall.today, f"{name}_day")
        note = form.text(
            words.say("fund.page.union_words"), union.note if union else None, f"{name}_note"
        )
        pressed = st.form_submit_button(words.say("fund.page.union_save"))
    asked = status is not UnionStatus.NOT_ASKED
    needed: form.Said = {
        words.say("fund.page.union_office"): office, words.say("fund.page.union_day"): day,
    }  # fmt: skip
    if not pressed or (asked and shared_saving.lacking(needed)):
        return
    said: form.Said = {"status": str(status), "office": office, "date": day, "note": note}
    kept = {key: value for key, value in said.items() if value is not None}
    fields: form.Said = {"union": kept if asked else None}
    shared_saving.act(lambda: hall.record_need(card, need.id, fields, state.signed()))


def _spent(card: FundCard, need: Need) -> None:
    words, hall = state.words(), state.mapped()
    name = form.key(f"spent_{need.id}", need)
    with st.form(name, border=True):
        st.markdown(words.say("fund.page.spend"))
        amount = form.number(
            words.say("fund.page.spend_amount"), None, f"{name}_amount", low=0, high=_MOST
        )
        day = form.day(words.say("fund.page.spend_day"), hall.today, f"{name}_day")
        note = form.line(words.say("fund.page.spend_note"), None, f"{name}_note")
        pressed = st.form_submit_button(words.say("fund.page.spend_save"))
    needed: form.Said = {
        words.say("fund.page.spend_amount"): amount, words.say("fund.page.spend_day"): day,
    }  # fmt: skip
    if pressed and not shared_saving.lacking(needed):
        said: form.Said = {"date": day, "amount": amount, "note": note}
        fields = {key: value for key, value in said.items() if value is not None}
        shared_saving.act(lambda: hall.add_to_need(card, need.id, "spent", fields, state.signed()))
