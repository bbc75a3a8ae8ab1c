"""A staff meeting maps a unit from nothing with the keyboard, down to a suggestion."""

import random
import re
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from taskmap.language import reader
from taskmap.workspace import Workspace
from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

SAY = reader("nb").say
WHOLE = "[class*=st-key-take_]:not([class*=st-key-parts_] *)"  # ticks of whole tasks
OFTEN = ("3 om dagen", "annenhver uke", "7 i uka", "2 om dagen", "daglig", "1 i uka")
LONG = ("20 min", "15", "halvtime", "10-15 min", "5", "en halv time")


@dataclass
class Hands:
    """What a person's hands do: counted, and done as fast as the page takes it."""

    page: Page
    keys: int = 0
    clicks: int = 0
    tasks: list[str] = field(default_factory=list)

    def types(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def presses(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def clicks_on(self, role: str, name: str, *, exact: bool = True) -> None:
        self.page.get_by_role(role, name=name, exact=exact).first.click()
        self.clicks += 1

    def fills(self, name: str, text: str) -> None:
        self.clicks_on("textbox", name)
        self.types(text)


@pytest.fixture
def empty(tmp_path):
    with serving(tmp_path) as address:
        yield tmp_path, address


def begin(hands: Hands) -> None:
    """The unit, its week and two professions; the rest of each row by Tab."""
    page = hands.page
    hands.clicks_on("button", SAY("meeting.welcome.meeting"), exact=False)
    page.wait_for_url("**/start**")
    settle(page)
    assert violations(page) == []
    hands.fills(SAY("meeting.start.organisation"), "Lia kommune")
    hands.fills(SAY("meeting.start.name"), "Solgløtt 2")
    for role in ("Helsefagarbeider", "Sykepleier"):
        hands.clicks_on("button", role)
        expect(page.locator("[class*=st-key-start_row_]").filter(has_text=role)).to_be_visible()
    settle(page)
    hands.clicks_on("textbox", SAY("meeting.start.persons"))
    for row in (("12", "8,5", "4", "3", "1"), ("7", "4,2", "1", "1", "1")):
        for text in row:
            hands.types(text)
            hands.presses("Tab")
    settle(page)
    hands.clicks_on("button", SAY("meeting.start.do"), exact=False)
    page.wait_for_url("**view=meeting**")
    settle(page)


def take_up(hands: Hands, wanted: int) -> None:
    """Whole groups until there are enough; then those too many are left out again."""
    page, there = hands.page, 0
    while True:
        told = page.get_by_text(re.compile(r"Gruppe \d+ av \d+\."))
        boxes = page.locator(WHOLE).get_by_role("checkbox")
        room = wanted - there
        if boxes.count() <= room:
            there += boxes.count()
            hands.clicks_on("button", SAY("meeting.take_all"), exact=False)
            expect(page.get_by_role("button", name=SAY("meeting.take_all"))).to_be_disabled()
        else:
            for at in range(room):
                boxes.nth(at).focus()
                hands.presses("Space")
                there += 1
                expect(boxes.nth(at)).to_be_checked()
        settle(page)
        if there == wanted:
            return
        before = told.inner_text()
        hands.clicks_on("button", SAY("meeting.group_next"), exact=False)
        expect(told).not_to_have_text(before)
        settle(page)


def fill_in(hands: Hands, luck: random.Random) -> None:
    """Every row of every group by day: typed, tabbed, pressed."""
    page = hands.page
    hands.clicks_on("radio", "Dag")
    settle(page)
    while True:
        fields = page.get_by_role("textbox", name=re.compile("^Hvor ofte"))
        names = [each.get_attribute("aria-label") for each in fields.all()]
        fields.first.click()
        hands.clicks += 1
        for name in names:
            one_row(hands, name, luck)
        settle(page)
        if page.get_by_role("button", name=SAY("meeting.group_next")).first.is_disabled():
            return
        hands.clicks_on("button", SAY("meeting.group_next"), exact=False)
        expect(page.get_by_role("textbox", name=names[0])).to_have_count(0)
        settle(page)


def one_row(hands: Hands, name: str, luck: random.Random) -> None:
    page = hands.page
    field = page.get_by_role("textbox", name=name, exact=True)
    expect(field).to_be_focused()
    hands.types(luck.choice(OFTEN))
    hands.presses("Tab")
    hands.types(luck.choice(LONG))
    task = name.partition(": ")[2]
    role = luck.choice(("Sykepleier", "Helsefagarbeider"))
    row = page.locator("[class*=st-key-row_]").filter(has=field)
    button = row.get_by_role("button", name=role, exact=True)
    for _ in range(6):
        hands.presses("Tab")
        if row.get_by_role("button", name="Sykepleier", exact=True).evaluate(
            "button => button === document.activeElement"
        ):
            break
    if role == "Helsefagarbeider":
        hands.presses("ArrowRight")
    hands.presses("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    hands.presses("Tab")
    hands.tasks.append(task)


@pytest.mark.parametrize("tasks", [3, pytest.param(40, marks=pytest.mark.full)])
def test_a_meeting_maps_a_unit_from_nothing_to_a_suggestion(visit, empty, tasks):
    folder, address = empty
    page = visit("?lang=nb", at=address)
    expect(page.get_by_role("button", name=SAY("meeting.welcome.meeting"))).to_be_visible()
    hands = Hands(page)
    begin(hands)
    take_up(hands, tasks)
    fill_in(hands, random.Random(tasks))  # noqa: S311 - the same words each time
    assert sorted(set(hands.tasks)) == sorted(hands.tasks)
    assert len(hands.tasks) == tasks

    hands.clicks_on("radio", SAY("meeting.step.left"))
    expect(page.get_by_text(SAY("meeting.left_none"))).to_be_visible()
    told = SAY("meeting.progress", whole=str(tasks), all=str(tasks))
    expect(page.get_by_text(told)).to_be_visible()
    for role in ("Sykepleier", "Helsefagarbeider"):
        hands.clicks_on("button", role)
        settle(page)
    assert violations(page) == []

    path = next(folder.rglob("solglott-2.yaml"))
    checked = subprocess.run(
        [sys.executable, "-m", "taskmap", "check", str(path)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    mapping = Workspace(folder, date(2026, 11, 22)).open("solglott-2").mapping
    assert len(mapping.leaves) == tasks
    assert all(staffing.complete for staffing in mapping.staffing)

    assert hands.keys < 25 * tasks + 100  # docs/meeting.md: what fits in an hour
    assert hands.clicks < tasks + 40
    hands.clicks_on("link", SAY("meeting.to_suggestions"), exact=False)
    page.wait_for_url("**/suggestions**")
    settle(page)
    expect(page.get_by_role("heading", name=SAY("ui.held"))).to_be_visible()
