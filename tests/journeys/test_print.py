"""A leader prints the report and the cards from the mapping's page, with the keyboard alone."""

from pathlib import Path

import pytest
from pdf_reading import Paper

from tests.journeys.axe import violations
from tests.journeys.running import settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_leader_prints_the_unit(visit):
    page = visit("mapping?lang=nb&unit=havblikk-2&view=tasks")
    page.get_by_role("button", name="Skriv ut").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Rapport om enheten").wait_for()
    assert violations(page) == []
    assert "Havblikk" in printed(page, "Rapport om enheten", "havblikk-2-rapport.pdf").title
    told = printed(page, "Oppgavekort til veggen", "havblikk-2-oppgavekort.pdf")
    assert told.says("Pleieassistent (2)")
    page.get_by_text("La laveste effektive nivå stå tomt").click()
    settle(page)
    blank = printed(page, "Oppgavekort til veggen", "havblikk-2-oppgavekort.pdf")
    assert not blank.says("Pleieassistent (2)")


def printed(page, button, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).press("Enter")
    assert download.value.suggested_filename == name
    return Paper(Path(download.value.path()).read_bytes())
