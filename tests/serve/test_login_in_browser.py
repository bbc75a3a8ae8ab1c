"""A department head logs in at a real provider, and is out everywhere when it is over."""

import pytest
import requests
from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.running import settle

pytestmark = pytest.mark.browser

OVER = "Du er ikke logget inn lenger"


@pytest.fixture
def tab(browser, desk, provider):
    """Opens a page in one and the same browser, which is closed afterwards."""
    context = browser.new_context(locale="nb-NO", viewport={"width": 1400, "height": 900})
    context.set_default_timeout(60_000)

    def opened(path=""):
        page = context.new_page()
        page.goto(f"{desk.address}/{path}")
        settle(page)
        return page

    yield opened
    context.close()


def units(page):
    """Names of the units the frame offers."""
    page.get_by_role("combobox", name="Enhet").click()
    offered = page.locator("[role=option]")
    offered.first.wait_for()
    found = offered.all_inner_texts()
    page.locator("h2").first.click()  # where the list has just gone, Escape would empty the field
    expect(offered).to_have_count(0)
    return found


def stops(page):
    """The next click on a page meets the sentence and the way in, and nothing of the page."""
    page.get_by_test_id("stTopNav").get_by_role("link", name="Forslag").click()
    expect(page.get_by_role("heading", name=OVER)).to_be_visible(timeout=30_000)
    expect(page.get_by_text("er ikke lagret og må gjøres på nytt")).to_be_visible()
    expect(page.get_by_text("Havblikk")).to_have_count(0)


def again(page):
    """In by the way the page shows, and on where it stopped."""
    page.get_by_role("link", name="Logg inn").click()
    settle(page)
    expect(page.get_by_text("Logget inn som")).to_be_visible()
    assert "/suggestions" in page.url


def test_a_head_sees_one_unit_and_is_out_of_every_tab_at_once(tab, desk):
    first = tab("exchange?unit=havblikk-2")
    assert violations(first) == []
    expect(first.get_by_text("Logget inn som avdelingsleder · Havblikk")).to_be_visible()
    with first.expect_download() as taken:
        first.locator("[class*=st-key-out_] button").last.click()
    file = taken.value.url
    assert first.request.get(file).status == 200
    assert desk.ask(file.removeprefix(desk.address)).status == 404

    assert [name.split(" ·")[0] for name in units(first)] == ["Havblikk sykehjem, avdeling 2"]

    sheet = {"name": "list.csv", "mimeType": "text/csv", "buffer": b"Oppgave;Minutter\nStell;20\n"}
    settle(first)
    with first.expect_response("**/upload_file/**") as handed_in:
        first.locator("input[type=file]").first.set_input_files(sheet)
    assert handed_in.value.ok

    second = tab("mapping?unit=lia")
    for foreign in ("Granmo", "Lia", "Hjemmetjeneste"):
        expect(second.get_by_text(foreign)).to_have_count(0)

    first.get_by_role("button", name="Logg ut").click()
    first.wait_for_url("**/logged-out")
    expect(first.get_by_role("heading", name="Du er logget ut")).to_be_visible()
    assert violations(first) == []
    assert first.request.get(file).status == 404
    stops(second)
    assert violations(second) == []
    again(second)
    assert second.request.get(file).status == 404  # made for who was there before


def test_rights_that_are_changed_hold_at_the_next_click_and_rights_taken_away_end_it(tab, provider):
    provider.lasts = 2
    page = tab("?unit=havblikk-2")
    provider.claims = {"roles": ["reader"], "taskmap_scope": ["unit:havblikk-2"]}
    page.wait_for_timeout(1_100)
    page.get_by_test_id("stTopNav").get_by_role("link", name="Kartlegging").click()
    expect(page.get_by_text("Logget inn som leser")).to_be_visible()
    provider.claims = {"roles": ["reader"], "taskmap_scope": []}
    page.wait_for_timeout(1_100)
    stops(page)


def test_a_session_ends_with_its_token_where_there_is_none_to_renew_it(tab, provider):
    provider.lasts, provider.refreshes = 20, False  # longer than a page takes to open anywhere
    page = tab("?unit=havblikk-2")
    page.wait_for_timeout(20_000)
    stops(page)


def test_a_page_that_connects_again_after_the_end_is_told_so(browser, desk, provider):
    ways = []
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.route_web_socket("**/stream", lambda way: ways.append((way, way.connect_to_server())))
        page.goto(desk.address)
        settle(page)
        requests.post(
            f"{desk.address}/login/ended", {"logout_token": provider.logout()}, timeout=30
        )
        ways[-1][0].close()
        page.wait_for_url("**/login/over", timeout=30_000)
        expect(page.get_by_role("heading", name="Innloggingen er slutt")).to_be_visible()
