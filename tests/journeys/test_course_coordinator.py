"""A course coordinator finds who must learn what, places the year, shares the bill, and why."""

import re

import pytest

from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

PARTNERSHIP = """\
taskmap: partnership/1
id: kysten
name: Kysten
country: NO
illustrative: true
members:
  - {organisation: {id: nord, name: Nord kommune}, population: 5120, units: [nord-1]}
  - {organisation: {id: sor, name: Sør kommune}, population: 3300}
"""
UNIT = """\
taskmap: mapping/1
unit: {id: nord-1, name: Nord sykehjem, country: NO, setting: nursing_home,
       organisation: {id: nord, name: Nord kommune}}
date: 2026-10-12
illustrative: true
bands:
  - {id: dag, name: Dag, when: [{days: mon-sun, from: 07:30, to: 15:00}]}
  - {id: resten, name: Resten, when: rest}
staffing:
  - {role: sykepleier, persons: 8, posts: 6, hours_profile: no_turnus_35_5, mapping: complete,
     bands: {dag: 100 %}}
  - {role: helsefagarbeider, persons: 8, posts: 6, hours_profile: no_turnus_35_5,
     mapping: complete, bands: {dag: 100 %}}
tasks:
  - {id: sarstell, name: Sårstell, count: {every: week, bands: {dag: 40}}, minutes: 30,
     today: {sykepleier: 100 %}, competences: [sarstell], risk: {likelihood: 2, consequence: 2}}
"""
FEW = "  - {id: rengjoring, name: Smittevask, hours: 3, least: 9}\n"
ASKS = "  - {course: rengjoring, persons: {sor: 4}}\n"


@pytest.fixture
def folder(tmp_path):
    page = (ROOT / "docs/programme-format.md").read_text(encoding="utf-8")
    year = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1]
    year = year.replace("needs:\n", f"{FEW}needs:\n{ASKS}")
    for name, text in (("kysten", PARTNERSHIP), ("kurs", year), ("nord", UNIT)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def part(page, name):
    page.get_by_role("button", name=name, exact=True).or_(
        page.get_by_role("radio", name=name, exact=True)
    ).first.click()
    page.mouse.move(0, 0)
    settle(page)


def ask(page):
    page.get_by_role("button", name="Regn ut", exact=True).click()
    settle(page)


@pytest.mark.full
def test_a_coordinator_plans_the_year_and_can_explain_the_bill(visit, folder):
    with serving(folder) as address:
        page = visit("training?lang=nb&who=project_leader&partnership=kysten", at=address)
        assert page.get_by_text("Kurs som må fornyes").is_visible()
        ask(page)
        assert page.get_by_role("cell", name="Nord sykehjem").is_visible()  # from its plan
        assert page.get_by_text("Det er færre enn det som trengs").is_visible()
        assert violations(page) == []
        part(page, "Kursplan")
        assert page.get_by_text("Grendehuset, Sør").first.is_visible()
        part(page, "Kostnader")
        page.locator("summary", has_text="Slik er en regning regnet ut").click()
        settle(page)
        assert page.get_by_text(re.compile(r"Nord: .* 5\s120 / 8\s420 =")).is_visible()
        page.set_viewport_size({"width": 390, "height": 900})
        settle(page)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.set_viewport_size({"width": 1400, "height": 900})
        part(page, "Hva kursene gir")
        ask(page)
        assert page.get_by_text(re.compile(r"^Sårstell frigjør .* for sykepleier")).is_visible()
        assert violations(page) == []
