"""A department head edits the mapping with the keyboard; so does somebody else; nothing is lost."""

import re
import shutil
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from taskmap.language import reader
from taskmap.model.edit import SetField
from taskmap.workspace import Signed, Workspace
from tests.journeys.axe import violations
from tests.journeys.grid import type_in
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

UNIT = "havblikk-2"
SAY = reader("nb").say
EDIT = f"mapping?lang=nb&unit={UNIT}&view=edit"
COLUMNS = {"morgen": 1, "minutes": 6}


@pytest.fixture(scope="module")
def unit(tmp_path_factory):
    """A copy of a shipped mapping, and the app on it."""
    folder = tmp_path_factory.mktemp("edited")
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", folder / "havblikk-2.yaml")
    with serving(folder) as address:
        yield folder / "havblikk-2.yaml", address


def until(page, holds):
    """Wait until something holds outside the page."""
    for _ in range(400):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never came to hold")


def saved(page, number):
    told = re.compile(rf"Lagret kl\. \d\d\.\d\d, versjon {number}\.")
    expect(page.get_by_text(told)).to_be_visible()


def likely(hall, task):
    """Minutes of a task as its document writes them."""
    return hall.said(UNIT)[0][task].minutes[1]


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def test_ten_steps_typed_and_undone_give_the_file_back_byte_for_byte(visit, unit):
    path, address = unit
    before = path.read_bytes()
    page = visit(EDIT, at=address)
    expect(page.get_by_text("Eksempeldata").first).to_be_visible()
    for english in ("Clear value", "Search", "Fullscreen", "Link to heading"):
        assert page.locator(f"[aria-label^='{english}']").count() == 0
    type_in(page, 0, COLUMNS["morgen"], "10 i uka")
    saved(page, 2)
    assert b"every: week, bands: {morgen: 10}" in path.read_bytes()
    type_in(page, 0, COLUMNS["minutes"], "tre ofte")
    waits = page.locator(".st-key-waits_0")
    expect(waits).to_contain_text("«tre ofte» er ikke til å forstå")
    assert violations(page) == []
    type_in(page, 0, COLUMNS["minutes"], "27 min")
    saved(page, 3)
    expect(waits).to_have_count(0)
    page.reload()
    settle(page)
    assert b"likely: 27" in path.read_bytes()
    hall = Workspace(path.parent, date(2026, 11, 22))
    for at in range(8):
        edits = [SetField("kveldsstell", ("minutes", "likely"), 21 + at)]
        signed = Signed(who="leader", at=datetime.now(UTC))
        hall.edit(UNIT, edits, based_on=hall.said(UNIT)[1], signed=signed)
    for at in range(10):
        press(page, SAY("ui.edit.undo"))
        saved(page, 12 + at)
    assert path.read_bytes() == before
    settle(page)
    expect(page.get_by_role("button", name=SAY("ui.edit.undo"), exact=True)).to_be_disabled()


def test_two_browsers_edit_the_same_unit(visit, unit):
    path, address = unit
    one, other = visit(EDIT, at=address), visit(f"{EDIT}&by=sykepleier", at=address)
    type_in(one, 0, COLUMNS["minutes"], "27")
    until(one, lambda: b"likely: 27" in path.read_bytes())
    type_in(other, 1, COLUMNS["minutes"], "22")
    expect(other.get_by_text(SAY("ui.edit.merged"))).to_be_visible()
    assert b"likely: 27" in path.read_bytes()
    assert b"likely: 22" in path.read_bytes()

    type_in(one, 1, COLUMNS["minutes"], "23")
    expect(one.get_by_text(SAY("ui.conflict.lead"))).to_be_visible()
    expect(one.get_by_text("Din: 23").first).to_be_visible()
    expect(one.get_by_text("Den andres: 22").first).to_be_visible()
    assert violations(one) == []
    press(one, SAY("ui.conflict.keep.mine"))
    expect(one.get_by_text(SAY("ui.conflict.lead"))).to_have_count(0)
    until(one, lambda: b"likely: 23" in path.read_bytes())

    page = visit(f"mapping?lang=nb&unit={UNIT}&view=history", at=address)
    table = page.get_by_role("table").first
    expect(table).to_contain_text(re.compile(r"Kveldsstell, minutter: 22 \(12.30\) → 23 \(12.30\)"))
    expect(table).to_contain_text("sykepleier")


def test_nothing_typed_is_lost_however_fast_it_comes_and_however_slow_the_page_is(visit, unit):
    path, address = unit
    hall = Workspace(path.parent, date(2026, 11, 22))
    tasks = list(hall.said(UNIT)[0])[:5]
    wanted = [likely(hall, task) + 1 for task in tasks]
    page = visit(EDIT, at=address)
    type_in(page, 0, COLUMNS["minutes"], f"{wanted[0]:.0f}")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 2})
    for minutes in wanted[1:]:
        page.keyboard.type(f"{minutes:.0f}")
        page.keyboard.press("Enter")
    page.keyboard.type("7")
    page.keyboard.press("Escape")
    until(page, lambda: [likely(hall, task) for task in tasks] == wanted)
    settle(page)
    assert page.get_by_text(SAY("ui.edit.not_saved")).count() == 0
    assert likely(hall, list(hall.said(UNIT)[0])[5]) != 7


@pytest.mark.full
def test_a_restart_in_the_middle_loses_nothing(visit, tmp_path):
    path = tmp_path / "havblikk-2.yaml"
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", path)
    with serving(tmp_path) as address:
        page = visit(EDIT, at=address)
        type_in(page, 0, COLUMNS["minutes"], "27")
        saved(page, 2)
    expect(page.get_by_text(SAY("ui.streamlit.lost_means"))).to_be_visible()
    with serving(tmp_path, int(address.rpartition(":")[2])):
        page.wait_for_selector("[data-test-connection-state=CONNECTED]")
        type_in(page, 1, COLUMNS["minutes"], "22")
        saved(page, 3)
        press(page, SAY("ui.edit.undo"))
        saved(page, 4)
        settle(page)
        assert page.get_by_test_id("glide-cell-6-1").inner_text().startswith("20 (")
        press(page, SAY("ui.edit.undo"))
        saved(page, 5)
    assert path.read_bytes() == (ROOT / "mappings/solvik/havblikk-2.yaml").read_bytes()
