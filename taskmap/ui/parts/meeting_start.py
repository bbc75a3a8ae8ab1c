"""What is asked of a new unit before its tasks, and what is missing before it can begin."""

from datetime import date, time, timedelta

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from taskmap.errors import TaskmapError
from taskmap.model.catalogue import Role
from taskmap.model.unit import Country, Setting
from taskmap.present import findings as told_findings
from taskmap.present import meeting, refusals
from taskmap.present.phrases import capital
from taskmap.ui import state
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import (
    NewPost,
    NewUnit,
    NewWeek,
    WeekForm,
    clock_said,
    figure_said,
    usual_forms,
    usual_starts,
)

_YEARS, _YEAR = (1, 2, 3), timedelta(days=365)


def draw() -> str | None:
    """The form; the unit's id once it is written, else None."""
    words = state.words()
    wrong: list[str] = []
    country, setting, organisation, name = _unit(wrong)
    week = _week(setting, wrong)
    posts = _posts(country, setting, week, wrong)
    st.subheader(words.say("meeting.start.keeping"))
    purpose = _text("purpose", wrong, value=words.say("meeting.start.purpose_like"))
    delete_after = _delete_after()
    if not st.button(words.say("meeting.start.do"), type="primary", icon=":material/play_arrow:"):
        return None
    if wrong:
        st.error("\n".join([words.say("meeting.start.needs"), "", *(f"- {w}" for w in wrong)]))
        return None
    return _begun(
        NewUnit(
            country=country, setting=setting, organisation=organisation, name=name, week=week,
            band_names={band: meeting.band(band, words) for band in week.all_bands},
            posts=posts, purpose=purpose, delete_after=delete_after,
        )
    )  # fmt: skip


def _delete_after() -> date:
    """The last day the mapping is kept, chosen in years from today."""
    words, today = state.words(), state.workspace().today
    chosen = st.segmented_control(
        words.say("meeting.start.kept"), _YEARS, default=_YEARS[1], required=True,
        format_func=lambda years: words.say("meeting.start.years", n=years), key=_key("kept"),
        wrap=True,
    )  # fmt: skip
    last = today + (chosen or _YEARS[1]) * _YEAR
    st.markdown(words.say("meeting.start.delete_after", day=last))
    return last


def _begun(new: NewUnit) -> str | None:
    words = state.words()
    try:
        started = state.workspace().start(new, state.signed())
    except TaskmapError as refused:
        st.error(plain(refusals.sentence(refused, words)))
        return None
    for finding in started.findings:
        st.error(plain(told_findings.message(finding, words)))
    return started.unit


def _unit(wrong: list[str]) -> tuple[Country, Setting, str, str]:
    words = state.words()
    st.subheader(words.say("meeting.start.unit"))
    left, right = st.columns(2)
    first = Country.SE if state.language() == "sv" else Country.NO
    with left:
        country = st.selectbox(
            words.say("meeting.start.country"), list(Country), index=list(Country).index(first),
            format_func=lambda each: words.say(f"word.country.{each}"), key=_key("country"),
        )  # fmt: skip
        organisation = _text("organisation", wrong)
    with right:
        setting = st.selectbox(
            words.say("meeting.start.setting"), list(Setting), key=_key("setting"),
            format_func=lambda each: capital(words.say(f"word.setting.{each}")),
        )  # fmt: skip
        name = _text("name", wrong)
    return country or first, setting or Setting.NURSING_HOME, organisation, name


def _week(setting: Setting, wrong: list[str]) -> NewWeek:
    words = state.words()
    st.subheader(words.say("meeting.start.week"))
    forms = usual_forms(setting)
    form = st.segmented_control(
        words.say("meeting.start.form"), forms, default=forms[0], required=True,
        format_func=lambda each: words.say(f"meeting.start.form.{each}"),
        key=f"{_key('form')}_{setting}", wrap=True,
    ) or forms[0]  # fmt: skip
    usual = usual_starts(form)
    columns = zip(usual.items(), st.columns(4), strict=False)
    starts = tuple(_clock(form, *named, column, wrong) for named, column in columns)
    week = NewWeek(form, starts)
    if not week.sound:
        wrong.append(words.say("meeting.start.needs_order"))
        st.error(words.say("meeting.start.needs_order"))
    return week


def _clock(
    form: WeekForm, name: str, usual: time, column: DeltaGenerator, wrong: list[str]
) -> time:
    words = state.words()
    label = words.say(f"meeting.start.from.{name}")
    key = f"{state.START}_{form}_{name}"
    text = column.text_input(label, f"{usual:%H:%M}", key=key) or ""
    found = clock_said(text)
    if found is None:
        told = plain(words.say("meeting.start.needs_clock", field=label, value=text))
        wrong.append(told)
        column.error(told)
    return found or usual


def _posts(
    country: Country, setting: Setting, week: NewWeek, wrong: list[str]
) -> tuple[NewPost, ...]:
    words, workspace = state.words(), state.workspace()
    st.subheader(words.say("meeting.start.roles"))
    known = {role.id: role for role in workspace.roles_of(country, setting)}
    usual = workspace.usual_roles(country, setting)
    pressed = st.pills(
        words.say("meeting.start.usual"), usual, selection_mode="multi",
        format_func=lambda each: words.role(known[each]),
        key=f"{_key('usual')}_{country}_{setting}", wrap=True,
    )  # fmt: skip
    more = st.multiselect(
        words.say("meeting.start.others"), [role for role in known if role not in usual],
        format_func=lambda each: words.role(known[each]),
        placeholder=words.say("meeting.start.others_choose"),
        key=f"{_key('others')}_{country}_{setting}",
    )  # fmt: skip
    chosen = [known[role] for role in (*pressed, *more)]
    if not chosen:
        wrong.append(words.say("meeting.start.needs_roles"))
        return ()
    st.markdown(words.say("meeting.start.roles_how"))
    return tuple(_post(role, week, wrong) for role in chosen)


def _post(role: Role, week: NewWeek, wrong: list[str]) -> NewPost:
    """One role's row: how many persons and posts, and how many are at work."""
    words = state.words()
    name = words.role(role)
    with st.container(border=True, key=f"{state.START}_row_{role.id}"):
        st.markdown(bold(name))
        columns = iter(st.columns(2 + len(week.worked)))
        persons = _number(next(columns), role, "persons", words.say("meeting.start.persons"), wrong)
        posts = _number(next(columns), role, "posts", words.say("meeting.start.posts"), wrong)
        at_work = {}
        for band in week.worked if len(week.worked) > 1 else ():
            label = words.say("meeting.start.at_work", band=meeting.band(band, words).lower())
            at_work[band] = _number(next(columns), role, band, label, wrong, empty=True)
    return NewPost(role=role.id, persons=int(persons), posts=posts, at_work=at_work)


def _number(  # noqa: PLR0913 - where it stands, and what it is
    column: DeltaGenerator,
    role: Role,
    name: str,
    label: str,
    wrong: list[str],
    *,
    empty: bool = False,
) -> float:
    """A number as people write it; what is no number is told beside it and at the button."""
    words = state.words()
    text = (column.text_input(label, key=f"{state.START}_{role.id}_{name}") or "").strip()
    field = words.say("meeting.start.of_role", role=words.role(role), field=label)
    if not text and empty:
        return 0.0
    found = figure_said(text)
    if not text:
        told = words.say("meeting.start.needs_some", field=field)
    elif found is None:
        told = words.say("meeting.start.needs_number", field=field, value=text)
    elif name == "persons" and found != int(found):
        told = words.say("meeting.start.needs_whole", field=field, value=text)
    else:
        return found
    wrong.append(plain(told))
    if text:
        column.error(plain(told))
    return 0.0


def _text(name: str, wrong: list[str], value: str = "") -> str:
    label = state.words().say(f"meeting.start.{name}")
    found = (st.text_input(label, value, key=_key(name), max_chars=120) or "").strip()
    if not found:
        wrong.append(plain(state.words().say("meeting.start.needs_text", field=label)))
    return found


def _key(name: str) -> str:
    return state.widget(f"{state.START}_{name}")
