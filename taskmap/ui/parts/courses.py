"""Training over a partnership, part by part: needs, calendar, bill, renewals, what courses give."""

import streamlit as st

from taskmap.model.programme import HALVES
from taskmap.present import training as words_of
from taskmap.present import training_bill as bill_words
from taskmap.present import training_freed as freed
from taskmap.present.table import Table
from taskmap.ui import once, state
from taskmap.ui.parts import shared_saving, solving, tables
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action, ProgrammeCard, Trained


def asked(analysis: str, content: str, how: str) -> bool:
    """Whether somebody asked for what takes its time; else the button to ask with."""
    if once.wanted(analysis, content):
        return True
    words = state.words()
    st.markdown(words.say(how))
    st.button(
        words.say("training.page.ask"), key=f"ask_{analysis}", type="primary",
        on_click=once.want, args=(analysis, content),
    )  # fmt: skip
    return False


def take_back(card: ProgrammeCard) -> None:
    """The offer to take back what was saved last in a year of courses."""
    hall = state.mapped()
    if state.may(Action.SHARE):
        shared_saving.take_back(
            hall.last_of_courses(card), "courses",
            lambda: hall.take_back_courses(card, state.signed()),
        )  # fmt: skip


def told(found: Trained) -> None:
    """What the year comes to, and what is not in it."""
    told_ = found.told(state.words())
    if not found.card.file:
        st.info(told_.reader.say("training.no_document"), icon=":material/info:")
    for line in words_of.summary(found.wants, found.calendar, told_):
        st.markdown(plain(line))
    for line in words_of.beside(found.left_out, found.unwanted, told_):
        st.markdown(plain(line))


def needs(found: Trained) -> None:
    """Who must learn what, who wants which course, and who has no place."""
    told_ = found.told(state.words())
    _table(words_of.gaps_table(found.gaps, told_), "gaps")
    _table(words_of.unmet_table(found.calendar.unmet, told_), "unmet")
    _table(words_of.wants_table(found.wants, told_), "wants", folded=True)


def calendar(found: Trained) -> None:
    """Both half-years as they are planned, who hosts, and how it was chosen."""
    words, placed = state.words(), found.calendar
    told_ = found.told(words)
    for half in HALVES:
        _table(words_of.calendar_table(placed, half, told_), "calendar")
    online = words_of.online_table(placed, told_)
    if online.rows:
        _table(online, "online")
    if placed.hosted:
        _table(words_of.hosting_table(placed, told_), "hosting")
    if placed.aims:
        _table(words_of.aims_table(placed, told_), "aims", folded=True)


def bill(found: Trained) -> None:
    """Who pays what, by which key, and what is given in kind."""
    words = state.words()
    told_ = found.told(words)
    if found.bills:
        st.markdown(plain(bill_words.total_line(found.bills, told_)))
    _table(bill_words.bill_table(found.bills, told_), "bill")
    if found.bills:
        _table(bill_words.keys_table(found.bills, told_), "keys")
        _arithmetic(found)
    _table(bill_words.in_kind_table(found.contributions, told_), "in_kind")


def _arithmetic(found: Trained) -> None:
    """One bill worked out, for whoever wants to do it again."""
    words = state.words()
    told_ = found.told(words)
    with st.expander(words.say("training.page.arithmetic")):
        names = {each.id: bill_words.name(each, told_) for each in found.bills}
        chosen = pick(state.BILL, words.say("training.page.which_bill"), names, width=430)
        of = next(each for each in found.bills if each.id == chosen)
        lines = bill_words.arithmetic(of, told_)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def renewals(found: Trained) -> None:
    """What runs out, and when."""
    _table(words_of.renewals_table(found.renewals, found.told(state.words())), "renewals")


def renewals_of(card: ProgrammeCard) -> None:
    """The same before anything is worked out."""
    words, hall = state.words(), state.mapped()
    _table(words_of.renewals_table(hall.renewals(card), hall.naming(card, words)), "renewals")


def gives(found: Trained) -> None:
    """What each course of one unit's plan frees for whom, when it is asked for."""
    words, hall = state.words(), state.mapped()
    told_ = found.told(words)
    units = {gap.unit: told_.unit(gap.unit) for gap in found.gaps if gap.persons}
    st.markdown(words.say("training.unlocked.how"))
    if not units:
        st.info(words.say("training.gaps.none"))
        return
    unit = pick(state.TRAINED, words.say("training.page.unit"), units, width=430)
    if unit is None:
        return
    if not asked("unlocked", unit, "training.page.ask_how"):
        return
    question = hall.question(max_changes=None)
    some = solving.analysis(lambda told__: hall.unlocked(unit, question, told__))
    if some is None:
        return
    for line in freed.unlocked_lines(some, told_):
        st.markdown(f"- {plain(line)}")
    _table(freed.unlocked_table(some, told_), "unlocked")


def downloads(found: Trained) -> None:
    """The tables to take along."""
    if not state.may(Action.EXPORT):
        return
    words, name = state.words(), found.card.whole.id
    with st.container(horizontal=True, key="take_tables"):
        st.download_button(
            words.say("training.page.save"),
            state.later(lambda hall: hall.programme_file(found, ".xlsx", words)),
            file_name=f"{name}.xlsx", icon=":material/download:", key="training_xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
        )  # fmt: skip
        st.download_button(
            words.say("training.page.save_csv"),
            state.later(lambda hall: hall.programme_file(found, ".csv", words)),
            file_name=f"{name}.csv", icon=":material/download:", key="training_csv",
            mime="text/csv", on_click="ignore",
        )  # fmt: skip


def _table(found: Table, name: str, *, folded: bool = False) -> None:
    """A table under its title, or one click away; a sentence where there is nothing to show."""
    words = state.words()
    if folded and found.rows:
        with st.expander(found.title):
            st.markdown(plain(found.summary))
            tables.show(found, f"{name}_{found.title}")
        return
    st.subheader(found.title)
    if not found.rows:
        key = f"training.{name}.none"
        st.markdown(words.say(key) if words.has(key) else words.say("ui.table_empty"))
        return
    if found.summary:
        st.markdown(plain(found.summary))
    tables.show(found, f"{name}_{found.title}")
