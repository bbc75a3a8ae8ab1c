"""A safety representative finds who gets more evening work and disagrees; the leader sees it."""

import re
import shutil

import pytest

from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle, take
from tests.journeys.test_follow_up import DECIDED, FILE

pytestmark = pytest.mark.browser

UNIT = "lang=nb&unit=havblikk-2"
WORDS = "Pleieassistentene får enda mer om kvelden. Vi vil ha én til på vakt."


@pytest.fixture
def folder(tmp_path):
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", tmp_path)
    (tmp_path / FILE).write_text(DECIDED, encoding="utf-8")
    return tmp_path


def say(page, what, text):
    choice = page.get_by_text(what, exact=True)
    if not choice.is_visible():  # it stays open after the first time
        page.locator("summary", has_text="Si din mening").click()
        settle(page)
    choice.click()
    take(page.get_by_label("Du snakker som"), "verneombud")
    page.get_by_label(re.compile("^Rolle eller utvalg")).fill("verneombud")
    page.get_by_label("Det du vil si, ord for ord").fill(text)
    page.get_by_role("button", name="Skriv det inn").click()
    settle(page)


def test_a_safety_representative_finds_the_evening_and_records_dissent(visit, folder):
    with serving(folder) as address:
        page = visit(f"load?{UNIT}&who=representative&band=kveld", at=address)
        more = re.compile("^Kveld: .*Pleieassistent får mest nytt arbeid")
        assert page.get_by_text(more).first.is_visible()
        assert page.get_by_role("link", name="Kartlegging").count() == 0
        page.get_by_role("link", name="Medvirkning").first.click()
        settle(page)
        say(page, "Si at jeg er uenig", WORDS)
        assert page.get_by_text(re.compile("^Uenig: verneombud")).is_visible()
        assert violations(page) == []
        say(page, "Sette det på vent", "Risikoen er ikke vurdert.")
        assert page.get_by_text("Hele planen (på vent)").is_visible()

        page = visit(f"measures?{UNIT}&measures=one", 390, at=address)
        assert page.get_by_text("På vent", exact=True).is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page = visit(f"participation?{UNIT}&participation=duties", 390, at=address)
        assert page.get_by_text("0 av", exact=False).first.is_visible()
        assert violations(page) == []
        page = visit(f"participation?{UNIT}", at=address)
        assert page.get_by_text(WORDS).is_visible()
        page = visit(f"mapping?{UNIT}&who=representative", at=address)
        assert page.get_by_role("heading", name="Denne siden er for dem som endrer").is_visible()
    written = (folder / FILE).read_text()
    assert WORDS in written
    assert "dissent: true" in written
