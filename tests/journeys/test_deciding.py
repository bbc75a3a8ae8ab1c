"""A department head decides: what stays, what may not go, what must; and looks at the way."""

import re

import pytest
from playwright.sync_api import expect

from taskmap.language import reader
from tests.journeys.axe import violations
from tests.journeys.running import settle

pytestmark = pytest.mark.browser

UNIT = "havblikk-2"
SAY = reader("nb").say


def titles(page):
    return [re.sub(r"^\d+\. ", "", title) for title in page.locator("h4").all_inner_texts()]


def press(page, button):
    button.scroll_into_view_if_needed()
    button.click()
    page.wait_for_timeout(400)
    settle(page)


def test_pin_forbid_and_force_by_a_click_change_the_plan_and_a_clash_is_told(visit):
    page = visit(f"suggestions?lang=nb&unit={UNIT}")
    first = titles(page)[0]
    press(page, page.get_by_role("button", name=SAY("ui.will.stays")).first)
    assert first not in titles(page)
    expect(page.get_by_text(SAY("ui.demands"), exact=True)).to_be_visible()

    before = titles(page)
    press(page, page.locator("[class*='st-key-not_to_']").first.get_by_role("button"))
    assert titles(page) != before
    press(page, page.locator("[class*='st-key-goes_to_']").first.get_by_role("button"))
    for demand in ("pinned", "forbidden", "forced"):
        assert f"{demand}%3A" in page.url
    assert violations(page) == []

    page.get_by_text(re.compile("Holdes igjen av|Blir fordi")).first.click()
    settle(page)
    held = page.locator("[class*='st-key-goes_to_'][class*='held0']").get_by_role("button")
    press(page, held)
    expect(page.get_by_text(SAY("ui.clash"))).to_be_visible()
    assert violations(page) == []
    press(page, page.locator(".st-key-clash").get_by_role("button").first)
    expect(page.get_by_text(SAY("ui.clash"))).to_have_count(0)
    assert titles(page)

    address = page.url
    press(page, page.get_by_role("button", name=SAY("ui.demands.take_all_away")))
    assert titles(page)[0] == first
    again = visit(address.partition("/")[2].partition("/")[2].partition("/")[2])
    assert first not in titles(again)


@pytest.mark.full
@pytest.mark.parametrize("width", [1400, 390])
def test_the_way_and_the_front_are_seen_and_a_point_asks_its_question(visit, width):
    page = visit(f"suggestions?lang=nb&unit={UNIT}&closer=path", width)
    press(page, page.get_by_role("button", name=SAY("ui.run.path")))
    expect(page.locator(".st-key-mid_path .bars .point").first).to_be_attached()
    assert violations(page) == []

    press(page, page.get_by_text(SAY("ui.closer.front"), exact=True).first)
    press(page, page.get_by_role("button", name=SAY("ui.run.front")))
    marks = page.locator(".st-key-mid_front .points path")
    expect(marks.first).to_be_attached()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cards = len(titles(page))
    box = page.get_by_label(SAY("ui.front.choose"), exact=True)
    box.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    box.click()
    page.get_by_role("option").last.click()
    page.wait_for_timeout(400)
    settle(page)
    assert len(titles(page)) > cards
    assert marks.count() >= 1  # the picture stays while one walks along it


def test_the_map_keeps_the_keyboard_on_a_box_at_every_step(visit):
    page = visit(f"mapping?lang=nb&unit={UNIT}&view=map")
    focused = (
        "document.querySelector('.st-key-map [data-testid=stBidiComponentIsolated]')"
        ".shadowRoot.activeElement?.dataset.id ?? null"
    )
    page.locator("g[data-id^='group:']").first.focus()
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate(focused)
    page.locator(".st-key-way_up button").first.focus()
    page.keyboard.press("Enter")
    settle(page)
    assert str(page.evaluate(focused)).startswith("group:")
