"""An HR strategist: what is left out and why, an answer, who will be lacking in three years."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle, take

pytestmark = pytest.mark.browser

WHO = "who=project_leader&lang=sv"


@pytest.fixture
def folder(tmp_path):
    for name in ("medel-furuskar-kompetensfond.yaml", "samverkan-furuskar.yaml"):
        shutil.copy(ROOT / "mappings" / name, tmp_path)
    shutil.copytree(ROOT / "mappings/furuskar", tmp_path / "furuskar")
    return tmp_path


def part(page, name):
    page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).first.click()
    settle(page)


@pytest.mark.full
def test_an_hr_strategist_answers_a_sender_and_sees_who_will_be_lacking(visit, folder):
    with serving(folder) as at:
        page = visit(f"funds?{WHO}&need=simulering", at=at)
        left = page.get_by_role("row").filter(has_text="Simulering varje månad")
        expect(left).to_contain_text("Ingen har sagt hur många timmar det ger.")
        rules = page.get_by_role("row").filter(has_text="Mobilt team med kommunen")
        expect(rules).to_contain_text("Reglerna om rättvis fördelning håller det ute.")
        assert violations(page) == []

        part(page, "Behov och idéer")
        page.get_by_label("Svaret avsändaren får").fill("Hur många timmar räknar ni med?")
        page.get_by_label("Funktion, aldrig ett namn").first.fill("HR-strateg")
        page.get_by_role("button", name="Spara", exact=True).click()
        expect(page.get_by_text("från HR-strateg: Hur många timmar räknar ni med?")).to_be_visible()
        settle(page)
        assert violations(page) == []

        page.get_by_text("Skriv en kommentar, vad facken säger").click()
        page.get_by_label("Vilket fack eller vilken grupp?").fill("Vårdförbundet")
        take(page.get_by_label("Vad är svaret?"), "Eniga")
        page.get_by_role("button", name="Spara svaret").click()
        expect(page.get_by_text("Facken: Eniga. Från Vårdförbundet")).to_be_visible()
        page = visit(f"funds?{WHO}&need=farmaceut-pa-avdelning&fund_part=inbox", at=at)
        page.get_by_text("Skriv en kommentar, vad facken säger").click()
        page.get_by_label("Hur mycket har använts? (kr)").fill("48000")
        page.get_by_role("button", name="Spara beloppet").click()
        expect(page.get_by_text("Använt 48 000 kr av 520 000 kr.")).to_be_visible()
        settle(page)
        assert violations(page) == []

        part(page, "Möten")
        page.get_by_text("Skriv in ett möte i HR-gruppen").click()
        page.get_by_label("Vad sades? (får vara tomt)").first.fill("Beslutet väntar på siffror.")
        page.get_by_label("Vilken funktion sa det?").first.fill("HR-strateg")
        page.get_by_role("button", name="Spara mötet").first.click()
        expect(page.get_by_text("HR-strateg: Beslutet väntar på siffror.")).to_be_visible()
        settle(page)
        assert violations(page) == []

        part(page, "Kompetensförsörjning")
        expect(page.get_by_text("Sjuksköterska: 2029 behövs 20,9 årsarbetare")).to_be_visible()
        settle(page)
        assert violations(page) == []
    written = (folder / "medel-furuskar-kompetensfond.yaml").read_text(encoding="utf-8")
    assert "Hur många timmar räknar ni med?" in written
