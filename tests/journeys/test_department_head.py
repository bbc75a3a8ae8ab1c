"""A department head's way: a unit, a cell of the matrix, three moves, why, and in Swedish."""

import re
from datetime import date

import pytest
from playwright.sync_api import Error, expect

from taskmap.language import reader
from taskmap.present.changes import Part, sections
from taskmap.present.figures.matrix import offered
from taskmap.present.figures.naming import Naming
from taskmap.workspace import Preset, Workspace
from tests.journeys.running import ROOT, settle, take

pytestmark = pytest.mark.browser

UNIT = "havblikk-2"


@pytest.fixture(scope="module")
def workspace():
    return Workspace(ROOT / "mappings", date.today())  # noqa: DTZ011 - as the app does


def naming(workspace, language):
    opened = workspace.open(UNIT)
    return Naming(reader(language), opened.mapping, opened.catalogue)


def choose(page, label, option):
    take(page.get_by_label(label, exact=True), option, exact=False)
    settle(page)


def _titles(words, changes):
    """What each card is headed by, in order; some cards are numbered."""
    return [re.compile(rf"^(\d+\. )?{re.escape(words.whole_task(c.task))}$") for c in changes]


def test_from_the_first_page_to_an_explanation_in_swedish(visit, workspace):
    page = visit("?lang=nb")
    expect(page.get_by_role("button", name="Se et eksempel")).to_be_visible()
    card = workspace.open(UNIT).card
    choose(page, "Enhet", card.name)
    expect(page.get_by_role("heading", name=card.name)).to_be_visible()
    assert f"unit={UNIT}" in page.url

    _a_cell_lists_its_tasks(page, workspace)

    page.get_by_role("link", name="Forslag").first.click()
    page.get_by_text("Frigjør knapp kompetanse").click()
    settle(page)
    question = workspace.question(Preset.SCARCE)
    plan = workspace.suggest(UNIT, question)
    told = sections(plan, workspace.open(UNIT).mapping)
    assert sum(len(s.changes) for s in told if s.part is Part.COUNTED) <= 3
    cards = [section for section in told if section.part is not Part.SMALL]
    expected = [change for section in cards for change in section.changes]
    assert expected
    words = naming(workspace, "nb")
    expect(page.locator("h4")).to_have_text(_titles(words, expected))

    explanations = page.get_by_text("De seks kravene")
    before = explanations.count()
    page.get_by_text("Forklaring", exact=True).last.click()
    settle(page)
    after = explanations.count()
    assert after == before + (1 if len(expected) > 1 else -1)

    choose(page, "Språk", "Svenska")
    swedish = naming(workspace, "sv")
    expect(page.get_by_role("heading", name="Förslag", exact=True)).to_be_visible()
    expect(page.locator("h4")).to_have_text(_titles(swedish, expected))
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert "lang=sv" in page.url
    assert f"unit={UNIT}" in page.url


def _a_cell_lists_its_tasks(page, workspace):
    """A click in the middle of the first cell lists the tasks of exactly that cell."""
    words = naming(workspace, "nb")
    question = workspace.question(max_changes=None)
    cells = offered(workspace.levels(UNIT, question), words)
    key, cell = next(iter(cells.items()))
    label = words.reader.number(cell.minutes / 60, 1)
    place = _standing_still(page, page.locator(".annotation-text", has_text=label).first)
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    settle(page)
    assert f"cell={key}" in page.url
    for leaf in cell.leaves[:3]:
        assert page.get_by_text(words.task(leaf)).count() >= 1 or len(cell.leaves) > 30


def _standing_still(page, shown):
    """Where a label of a picture stands, once the picture is not drawn anew under it."""
    for _ in range(10):
        try:
            shown.scroll_into_view_if_needed(timeout=5000)
            place = shown.bounding_box()
            page.wait_for_timeout(500)
            if place and place == shown.bounding_box():
                return place
        except Error:
            page.wait_for_timeout(500)
    raise AssertionError("the picture never stood still")


def test_the_address_opens_the_same_page_again(visit):
    page = visit(f"mapping?lang=sv&unit={UNIT}&view=map&focus=role:sykepleier")
    expect(page.get_by_role("heading", name="Kartläggning")).to_be_visible()
    expect(page.locator("g.here")).to_have_count(1)
    page.get_by_role("link", name="Översikt").first.click()
    settle(page)
    assert f"unit={UNIT}" in page.url
    assert "lang=sv" in page.url


def test_the_browsers_way_back_goes_choice_by_choice_and_forth_again(visit):
    page = visit(f"mapping?lang=nb&unit={UNIT}")
    page.wait_for_url(re.compile("view=tasks"))
    assert page.evaluate("history.length") == 2  # the new tab and this: nobody chose anything yet

    def chosen(label):
        settle(page)
        expect(page.get_by_role("radio", name=label, exact=True)).to_be_checked()

    for label in ("Nivåer", "Oppgavekart"):
        page.get_by_role("radio", name=label, exact=True).click()
        chosen(label)
    page.get_by_role("link", name="Oversikt").first.click()
    expect(page.locator("h2").first).not_to_have_text("Kartlegging")
    settle(page)
    for label in ("Oppgavekart", "Nivåer"):
        page.go_back()
        expect(page.get_by_role("heading", name="Kartlegging")).to_be_visible()
        chosen(label)
    page.go_forward()
    chosen("Oppgavekart")


def test_the_task_map_is_walked_by_keyboard_alone(visit):
    page = visit(f"mapping?lang=nb&unit={UNIT}&view=map")
    first = page.locator('g[data-id="role:sykepleier"]')
    first.focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator("g.here")).to_have_attribute("data-id", "role:sykepleier")
    page.keyboard.press("Tab")
    chosen = page.evaluate(
        "document.querySelector('.st-key-map [data-testid=stBidiComponentIsolated]')"
        ".shadowRoot.activeElement.dataset.id"
    )
    assert chosen.startswith("task:")
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator("g.here")).to_have_attribute("data-id", chosen)
    assert page.locator("g.box.role").count() >= 2


def test_on_a_phone_the_menu_goes_away_when_a_page_is_chosen(visit):
    page = visit(f"?lang=nb&unit={UNIT}", 390)
    page.get_by_test_id("stExpandSidebarButton").first.click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Kartlegging", exact=True).click()
    expect(page.get_by_role("heading", name="Kartlegging", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
