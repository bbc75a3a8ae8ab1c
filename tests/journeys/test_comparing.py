"""A project leader compares three units, asks why they differ, and opens the precedent."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

UNITS = {
    "solvik/hjemmetjeneste-nord": "solvik-hjemmetjeneste-nord",
    "granmo/hjemmetjeneste-ovre-dal": "granmo-hjemmetjeneste",
    "elvestrand/hjemmetjeneste-sentrum": "elvestrand-hjemmetjeneste-sentrum",
}
TASK = "library: hc_med_multidose_hand"
REASON = "Sykepleieren kjører uansett innom."


@pytest.fixture(scope="module")
def partnership(tmp_path_factory):
    """The three home care units as if they were real; one has written why."""
    folder = tmp_path_factory.mktemp("samarbeid")
    for path in UNITS:
        text = (ROOT / "mappings" / f"{path}.yaml").read_text(encoding="utf-8")
        real = re.sub(r"^illustrative:.*\n", "", text, flags=re.MULTILINE)
        if path.startswith("solvik"):
            real = real.replace(TASK, f'{TASK}\n    reason: "{REASON}"', 1)
        (folder / f"{path.partition('/')[2]}.yaml").write_text(real, encoding="utf-8")
    with serving(folder) as address:
        yield address


def test_from_three_units_to_why_and_to_who_does_it_already(visit, partnership):
    units = ",".join(UNITS.values())
    page = visit(f"compare?lang=nb&who=project_leader&units={units}", at=partnership)
    expect(page.get_by_role("heading", name="Enhetene i tall")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("radio", name="Spørsmål").click()
    settle(page)
    asked = page.get_by_text(re.compile("Hvorfor er det sykepleier.*helsefagarbeider"))
    expect(asked.first).to_be_visible()
    expect(page.get_by_text(REASON).first).to_be_visible()
    assert violations(page) == []

    card = page.locator("[data-testid=stVerticalBlock]").filter(has_text=REASON).last
    card.get_by_role("button", name="Se hvem som gjør det allerede").click()
    page.get_by_role("heading", name="Gode eksempler").wait_for()
    settle(page)
    page.locator("summary").filter(has_text="Elvestrand").or_(
        page.locator("summary").filter(has_text="sentrum")
    ).first.click()
    expect(page.get_by_text(re.compile("ganger i uka")).first).to_be_visible()
    expect(page.get_by_text("Ingen har målt hva det førte til.").first).to_be_visible()
    assert violations(page) == []
