"""A new mapping and its meeting without a browser: in every language, empty and half-way."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from streamlit.testing.v1 import AppTest

from taskmap.language import LANGUAGES, reader
from taskmap.model.unit import Country, Setting
from taskmap.workspace import NewPost, NewUnit, NewWeek, Signed, WeekForm, Workspace, take_up
from tests.ui.conftest import ROOT, TODAY

SAY = reader("nb").say
ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
WEEK = NewWeek(WeekForm.OPENING_HOURS, (time(8), time(16)))
NEW = NewUnit(
    country=Country.NO, setting=Setting.GP_HEALTH_CENTRE, organisation="Lia kommune",
    name="Torget", week=WEEK, band_names={"open": "Åpent", "closed": "Stengt"},
    posts=(
        NewPost(role="fastlege", persons=2, posts=1.8),
        NewPost(role="helsesekretaer", persons=3, posts=2.5),
    ),
    purpose="Oppgavedeling", delete_after=date(2028, 11, 21),
)  # fmt: skip


@pytest.fixture
def hall(monkeypatch, tmp_path):
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    return Workspace(tmp_path, TODAY)


def opened(page, **address):
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in {"lang": "nb", **address}.items():
        at.query_params[name] = value
    if page != "overview":
        at.switch_page(str(ROOT / f"taskmap/ui/pages/{page}.py"))
    return at.run()


def field(at, begins):
    return next(b for b in at.text_input if b.label.startswith(begins))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_folder_offers_excel_and_a_meeting_and_the_form_tells_all_it_lacks(hall, language):
    say = reader(language).say
    labels = [button.label for button in opened("overview", lang=language).button]
    assert labels == [say("meeting.welcome.excel"), say("meeting.welcome.meeting")]
    at = opened("start", lang=language)
    at.button[-1].click().run()
    assert not at.exception
    told = at.error[0].value.replace("\\", "")
    name = say("meeting.start.needs_text", field=say("meeting.start.name"))
    assert name in told
    assert say("meeting.start.needs_roles") in told
    assert list(hall.folder.iterdir()) == []


@pytest.mark.parametrize("page", ["overview", "suggestions", "mapping"])
def test_every_page_opens_before_any_task_is_mapped(hall, page):
    unit = hall.start(NEW, ME).unit
    assert not opened(page, unit=unit).exception


@pytest.mark.parametrize("step", ["tasks", "band.open", "left"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_opens(hall, language, step):
    unit = hall.start(NEW, ME).unit
    assert not opened("mapping", unit=unit, view="meeting", step=step, lang=language).exception
    library = hall.open(unit).catalogue.tasks
    tasks = [t for t in library.values() if "gp_health_centre" in t.settings][:3]
    edits = [take_up(task, task.names["nb"], set()) for task in tasks]
    hall.edit(unit, edits, based_on=hall.said(unit)[1], signed=ME)
    at = opened("mapping", unit=unit, view="meeting", step=step, lang=language)
    assert not at.exception
    words = reader(language)
    told = words.say("meeting.progress", whole="0", all="3")
    assert any(told.split(" ")[-1].strip(".") in m.value for m in at.markdown)


def test_what_is_not_understood_stands_and_is_told_and_an_undo_shows_what_was(hall):
    unit = hall.start(NEW, ME).unit
    library = hall.open(unit).catalogue.tasks
    task = next(t for t in library.values() if "gp_health_centre" in t.settings)
    hall.edit(unit, [take_up(task, "Prøve", set())], based_on=hall.said(unit)[1], signed=ME)
    at = opened("mapping", unit=unit, view="meeting", step="band.open")
    field(at, "Minutter").set_value("blå").run()
    assert field(at, "Minutter").value == "blå"
    assert any("«blå»" in each.value for each in at.error)
    waits = "".join(at.query_params["waiting"])
    at = opened("mapping", unit=unit, view="meeting", step="band.open", waiting=waits)
    assert field(at, "Minutter").value == "blå", "a page loaded anew shows what waits"
    assert any("«blå»" in each.value for each in at.error)
    field(at, "Minutter").set_value("en halv time").run()
    assert not at.error
    assert hall.said(unit)[0]["prove"].minutes == (30, 30, 30)
    next(b for b in at.button if b.label == SAY("ui.edit.undo")).click().run()
    assert hall.said(unit)[0]["prove"].minutes is None
    assert field(at, "Minutter").value == ""


@pytest.mark.parametrize(
    "waits", ["[", '[["x","minutes","blå"]]', '[["prove","minutes","5"]]', "5"]
)
def test_an_address_can_neither_save_anything_nor_break_the_page(hall, waits):
    unit = hall.start(NEW, ME).unit
    task = next(iter(hall.open(unit).catalogue.tasks.values()))
    hall.edit(unit, [take_up(task, "Prøve", set())], based_on=hall.said(unit)[1], signed=ME)
    before = hall.said(unit)[1]
    for view in ("meeting", "edit"):
        at = opened("mapping", unit=unit, view=view, step="band.open", waiting=waits)
        assert not at.exception
        assert not at.run().exception
    assert hall.said(unit)[1] == before


def test_how_often_and_who_typed_and_pressed_at_once_both_land_in_a_later_band(hall):
    week = NewWeek(WeekForm.ROUND_THE_CLOCK, (time(7, 30), time(15), time(22, 30)))
    bands = {"day": "Dag", "evening": "Kveld", "night": "Natt"}
    at_work = dict.fromkeys(bands, 1.0)
    posts = tuple(
        NewPost(role=role, persons=9, posts=6, at_work=at_work)
        for role in ("sykepleier", "helsefagarbeider")
    )
    new = replace(NEW, setting=Setting.NURSING_HOME, week=week, band_names=bands, posts=posts)
    started = hall.start(new, ME)
    unit = started.unit
    task = next(t for t in hall.open(unit).catalogue.tasks.values() if t.minutes)
    hall.edit(unit, [take_up(task, "Prøve", set())], based_on=hall.said(unit)[1], signed=ME)
    first, later, _ = hall.open(unit).mapping.band_ids
    at = opened("mapping", unit=unit, view="meeting", step=f"band.{first}")
    field(at, "Hvor ofte").set_value("3 om dagen").run()
    at.pills[0].set_value(["sykepleier"]).run()
    at = opened("mapping", unit=unit, view="meeting", step=f"band.{later}")
    assert at.pills[0].value == []
    field(at, "Hvor ofte").set_value("1 om dagen")
    at.pills[0].set_value(["helsefagarbeider"]).run()
    said = hall.said(unit)[0]["prove"]
    assert said.count[later] == 1
    assert {role for band, each in said.today.items() for role in each if band == later} == {
        "helsefagarbeider"
    }
    assert at.pills[0].value == ["helsefagarbeider"]
