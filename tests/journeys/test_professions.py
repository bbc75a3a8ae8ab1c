"""Two groups of professions map the same unit blind, and the leader decides among their answers."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, time

import pytest
from playwright.sync_api import Page, expect

from taskmap.language import reader
from taskmap.model.unit import Country, Setting
from taskmap.workspace import NewPost, NewUnit, NewWeek, Signed, WeekForm, Workspace, add_own
from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

SAY = reader("nb").say
TODAY = date(2026, 11, 22)
ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
NEW = NewUnit(
    country=Country.NO, setting=Setting.NURSING_HOME, organisation="Lia kommune", name="Sør",
    week=NewWeek(WeekForm.OPENING_HOURS, (time(8), time(16))),
    band_names={"open": "Åpent", "closed": "Stengt"},
    posts=(
        NewPost(role="sykepleier", persons=6, posts=5),
        NewPost(role="helsefagarbeider", persons=9, posts=7),
        NewPost(role="fysioterapeut", persons=2, posts=1.5),
    ),
    purpose="Oppgavedeling", delete_after=date(2028, 11, 21),
)  # fmt: skip


@pytest.fixture
def unit(tmp_path):
    hall = Workspace(tmp_path, TODAY)
    assert hall.start(NEW, ME).unit == "sor"
    ids: set[str] = set()
    for name in ("Stell", "Tilsyn"):
        edit = add_own(name, "housekeeping", ids)
        ids.add(str(edit.task["id"]))
        hall.edit("sor", [edit], based_on=hall.said("sor")[1], signed=ME)
    with serving(tmp_path) as address:
        yield hall, address


def press(page: Page, role: str, name: str) -> None:
    """What comes of it is waited for by what is done next."""
    page.get_by_role(role, name=name, exact=True).first.click()


def begin(page: Page, *roles: str) -> None:
    if page.get_by_role("radio", name=SAY("input.new"), exact=True).count():
        press(page, "radio", SAY("input.new"))
    for role in roles:
        button = page.get_by_role("button", name=re.compile(f"^{role} "))
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")


def answer(page: Page, task: str, often: str, long: str, who: str) -> None:
    """One row, with the keyboard but for who does it."""
    page.get_by_role("textbox", name=re.compile(f"^Hvor ofte.*: {task}")).click()
    for text in (often, long):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    row = page.locator(f".st-key-row_{task.lower()}")
    settle(page)  # a row whose count was just saved is drawn anew, and a press on the old is lost
    row.get_by_role("button", name=who, exact=True).click()
    expect(row.get_by_text(SAY("meeting.whole"))).to_be_visible()


def finish(page: Page) -> None:
    press(page, "radio", SAY("input.step.last"))
    press(page, "button", SAY("input.finish_do"))
    expect(page.get_by_text(re.compile("^Dere ble ferdige"))).to_be_visible()


def test_two_groups_answer_blind_and_the_leader_decides_keeping_both(visit, unit):
    hall, address = unit
    page = visit("mapping?lang=nb&unit=sor&view=inputs", at=address)
    begin(page, "Fysioterapeut")
    expect(page.get_by_text(SAY("input.too_few", n=2))).to_be_visible()
    assert page.get_by_role("button", name=SAY("input.begin")).is_disabled()
    begin(page, "Sykepleier")
    press(page, "button", SAY("input.begin"))
    answer(page, "Stell", "10 om dagen", "20 min", "Sykepleier")
    answer(page, "Tilsyn", "2 om dagen", "5", "Sykepleier")
    assert violations(page) == []
    finish(page)

    begin(page, "Helsefagarbeider")
    press(page, "button", SAY("input.begin"))
    often = page.get_by_role("textbox", name=re.compile("^Hvor ofte"))
    expect(often).to_have_count(2)
    assert [field.input_value() for field in often.all()] == ["", ""]
    answer(page, "Stell", "10 om dagen", "30 min", "Helsefagarbeider")
    answer(page, "Tilsyn", "2 om dagen", "5", "Sykepleier")
    finish(page)

    press(page, "radio", SAY("input.part.decide"))
    press(page, "button", SAY("input.take_agreed", n=4))
    settle(page)
    press(page, "button", SAY("input.take_range"))
    settle(page)
    who = page.locator(".st-key-answer_stell_today_helsefagarbeider")
    who.get_by_role("button", name=SAY("input.take", group="Helsefagarbeider")).click()
    settle(page)
    assert violations(page) == []
    press(page, "radio", SAY("ui.mapping.view.history"))
    expect(
        page.get_by_text(re.compile("Valgt etter svar fra helsefagarbeider")).first
    ).to_be_visible()

    tasks = hall.open("sor").mapping.by_task
    minutes = tasks["stell"].minutes
    assert (minutes.low, minutes.likely, minutes.high) == (20, 25, 30)
    assert not tasks["tilsyn"].unfinished
    answers = {card.id: card.input.answers["stell"]["minutes"] for card in hall.inputs("sor")}
    assert sorted(answers.values()) == ["20", "30"]
    checked = subprocess.run(
        [sys.executable, "-m", "taskmap", "check", str(hall.folder)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
