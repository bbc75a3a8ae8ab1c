"""A mapping from nothing: the document it becomes, the library's tasks, work said band by band."""

from datetime import UTC, date, datetime, time

import pytest

from taskmap.model.unit import Country, Setting
from taskmap.workspace import (
    NewPost,
    NewUnit,
    NewWeek,
    Signed,
    WeekForm,
    Workspace,
    add_own,
    clock_said,
    evenly,
    figure_said,
    missing,
    proposals,
    said_amount,
    said_minutes,
    said_shares,
    said_who,
    take_up,
    taken_up,
    usual_forms,
    usual_starts,
)

ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
NAMES = {
    "day": "Dag", "evening": "Kveld", "night": "Natt", "weekend": "Helg",
    "open": "Åpningstid", "closed": "Stengt",
}  # fmt: skip
ROLES = {Country.NO: ("sykepleier", "helsefagarbeider"), Country.SE: ("sjukskoterska",) * 1}


def new(form=WeekForm.ROUND_THE_CLOCK, country=Country.NO, setting=Setting.NURSING_HOME, **more):
    week = NewWeek(form, tuple(usual_starts(form).values()))
    some = week.worked[0]
    posts = tuple(
        NewPost(role=role, persons=7, posts=4.5, at_work={some: 1}) for role in ROLES[country]
    )
    return NewUnit(
        **{
            "country": country, "setting": setting, "organisation": "Lia kommune",
            "name": "Solgløtt 2", "week": week, "band_names": NAMES, "posts": posts,
            "purpose": "Oppgavedeling", "delete_after": date(2028, 11, 21),
        } | more
    )  # fmt: skip


@pytest.fixture
def hall(tmp_path):
    return Workspace(tmp_path, date(2026, 11, 22))


@pytest.fixture
def unit(hall):
    posts = (
        NewPost(
            role="sykepleier", persons=7, posts=4, at_work={"day": 1, "evening": 1, "night": 1}
        ),
        NewPost(role="helsefagarbeider", persons=9, posts=6, at_work={"day": 3}),
    )
    return hall.start(new(posts=posts), ME).unit


def send(hall, unit, edits):
    saved = hall.edit(unit, edits, based_on=hall.said(unit)[1], signed=ME)
    assert not saved.findings, saved.findings


def said(hall, unit, task):
    return hall.said(unit)[0][task]


@pytest.fixture
def task(hall, unit):
    opened = hall.open(unit)
    library = opened.catalogue.tasks["nh_morning_care"]
    send(hall, unit, [take_up(library, "Stell på rom 3", set())])
    return "stell-pa-rom-3"


def say(hall, unit, task, **cells):
    for column, text in cells.items():
        mapping = hall.open(unit).mapping
        found = said_amount(said(hall, unit, task), column.replace("__", "."), text, mapping)
        assert not found.findings
        send(hall, unit, found.edits)


def press(hall, unit, task, band, *roles):
    mapping = hall.open(unit).mapping
    send(hall, unit, said_who(said(hall, unit, task), band, evenly(roles), mapping))


@pytest.mark.parametrize("setting", list(Setting))
@pytest.mark.parametrize("country", list(Country))
def test_every_kind_of_unit_begins_in_every_form_of_week_without_mistakes(hall, country, setting):
    assert hall.usual_roles(country, setting)
    for form in usual_forms(setting):
        opened = hall.open(hall.start(new(form, country, setting), ME).unit)
        assert [f.code for f in opened.findings] == ["mapping.no_tasks"]
        assert proposals(opened.mapping, opened.catalogue)


def test_none_is_written_over_and_a_folder_keeps_what_was_there(hall, tmp_path):
    first, second = (hall.start(new(), ME).unit for _ in range(2))
    assert (first, second) == ("solglott-2", "solglott-2-2")
    assert sorted(p.name for p in (tmp_path / "lia-kommune").glob("*.yaml") if p.is_file()) == [
        "solglott-2-2.yaml",
        "solglott-2.yaml",
    ]
    (tmp_path / "lia-kommune/solglott-2.yaml").unlink()
    assert hall.start(new(), ME).unit == "solglott-2-3"


def test_hours_fall_as_people_are_at_work(hall):
    week = NewWeek(WeekForm.ROUND_THE_CLOCK, tuple(usual_starts(WeekForm.ROUND_THE_CLOCK).values()))
    # 2 x 7.5 + 1 x 7.5 + 1 x 9 hours a day: 47.6, 23.8 and 28.6 per cent
    at_work = {"day": 2, "evening": 1, "night": 1}
    assert week.shares(at_work) == {"day": "48 %", "evening": "24 %", "night": "28 %"}
    assert week.shares({}) == {"day": "100 %"}
    assert not NewWeek(WeekForm.ROUND_THE_CLOCK, (time(7), time(22), time(15))).sound


def test_numbers_and_times_are_read_as_people_write_them():
    assert [figure_said(text) for text in ("5,6", "8", "-1", "tre")] == [5.6, 8, None, None]
    assert clock_said("7.30") == time(7, 30)
    assert clock_said("25:00") is None


def test_a_task_is_finished_when_all_is_said_and_not_before(hall, unit, task):
    assert [each.lacks for each in missing(hall.said(unit)[0], hall.open(unit).mapping)] == [
        ("count", "minutes", "who")
    ]
    say(hall, unit, task, count__day="3 om dagen", minutes="20 min")
    press(hall, unit, task, "day", "helsefagarbeider")
    opened = hall.open(unit)
    assert opened.mapping.leaves[0].count == {"day": 21}
    assert missing(hall.said(unit)[0], opened.mapping) == ()
    say(hall, unit, task, minutes="")
    assert hall.open(unit).mapping.leaves == ()


def test_evening_adds_only_itself_and_asks_who_where_the_days_people_do_not_work(hall, unit, task):
    say(hall, unit, task, count__day="7 i uka", minutes="10")
    press(hall, unit, task, "day", "helsefagarbeider")
    say(hall, unit, task, count__evening="1 om dagen")
    mapping = hall.open(unit).mapping
    (lacking,) = missing(hall.said(unit)[0], mapping)
    assert (lacking.lacks, lacking.bands) == (("who",), ("evening",))
    press(hall, unit, task, "evening", "sykepleier")
    (leaf,) = hall.open(unit).mapping.leaves
    assert {band: dict(who) for band, who in leaf.today.items()} == {
        "day": {"helsefagarbeider": 1}, "evening": {"sykepleier": 1},
    }  # fmt: skip
    say(hall, unit, task, count__evening="")
    assert said(hall, unit, task).today == {None: {"helsefagarbeider": None}}


def test_the_same_people_in_every_band_are_told_once(hall, unit, task):
    say(hall, unit, task, count__day="7", minutes="10")
    press(hall, unit, task, "day", "sykepleier")
    say(hall, unit, task, count__night="7")
    assert said(hall, unit, task).today == {None: {"sykepleier": None}}
    assert len(hall.open(unit).mapping.leaves) == 1


def test_a_second_role_shares_and_a_share_leaves_the_rest_to_the_last(hall, unit, task):
    say(hall, unit, task, count__day="7", minutes="10")
    press(hall, unit, task, "day", "sykepleier", "helsefagarbeider")
    mapping = hall.open(unit).mapping
    shares = {"sykepleier": 0.5, "helsefagarbeider": 0.5}
    assert mapping.leaves[0].today["day"] == shares
    before = said(hall, unit, task)
    found = said_shares(before, "day", "sykepleier", "30", mapping)
    send(hall, unit, found.edits)
    assert hall.open(unit).mapping.leaves[0].today["day"]["helsefagarbeider"] == pytest.approx(0.7)
    for wrong in ("mye", "100", "0"):
        assert said_shares(before, "day", "sykepleier", wrong, mapping).findings


def test_the_librarys_minutes_are_an_estimate(hall, unit, task):
    send(hall, unit, said_minutes(task, 25))
    assert "minutes: {likely: 25, basis: estimate}" in hall.open(unit).path.read_text("utf-8")


def test_library_tasks_are_known_again_and_own_tasks_have_their_group(hall, unit, task):
    send(hall, unit, [add_own("Følge i hagen", "psychosocial", {task})])
    mapping = hall.open(unit).mapping
    assert taken_up(mapping) == {"nh_morning_care": task}
    assert mapping.by_task["folge-i-hagen"].group == "psychosocial"


def test_a_unit_called_like_a_device_of_windows_has_another_file(hall, tmp_path):
    assert hall.start(new(organisation="Aux", name="NUL"), ME).unit == "nul-2"
    assert (tmp_path / "aux-2/nul-2.yaml").is_file()
