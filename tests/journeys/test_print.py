"""A leader prints the report and the cards from the mapping's page, with the keyboard."""

import re
from pathlib import Path

import pytest
from pdf_reading import Paper

from tests.journeys.axe import violations
from tests.journeys.running import settle

pytestmark = pytest.mark.browser


@pytest.mark.full
def test_a_leader_prints_the_unit(visit):
    page = visit("mapping?lang=nb&unit=havblikk-2&view=tasks")
    page.get_by_role("button", name="Skriv ut").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lag rapport om enheten").wait_for()
    assert violations(page) == []
    made = printed(page, "rapport om enheten", "havblikk-2-rapport.pdf")
    assert "Havblikk" in made.title
    page.get_by_text("For lesere utenfor enheten").click()
    settle(page)
    others = printed(page, "rapport om enheten", "havblikk-2-rapport-for-andre.pdf")
    assert others.says("Laget for lesere utenfor enheten")
    page.get_by_text("For lesere utenfor enheten").click()
    settle(page)
    cards = "Oppgavekort til veggen"
    page.get_by_role("combobox", name=re.compile("Hva vil du skrive ut")).click()
    page.keyboard.type(cards, delay=10)
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_text("La laveste effektive nivå stå tomt").click()
    settle(page)
    blank = printed(page, cards.lower(), "havblikk-2-oppgavekort.pdf")
    assert not blank.says("Pleieassistent (2)")


def printed(page, paper, name):
    page.get_by_role("button", name=f"Lag {paper}").press("Enter")
    fetch = page.get_by_role("button", name=f"Hent {paper}")
    fetch.wait_for()
    with page.expect_download() as download:
        fetch.press("Enter")
    assert download.value.suggested_filename == name
    return Paper(Path(download.value.path()).read_bytes())
