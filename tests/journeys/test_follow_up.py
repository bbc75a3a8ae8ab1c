"""A leader takes a decision to a measured result; the pages on the way are accessible."""

import re
import shutil
from datetime import date

import pytest

from taskmap.language import reader
from taskmap.workspace import Workspace
from tests.journeys.axe import violations
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

UNIT = "lang=nb&unit=havblikk-2"
FILE = "havblikk-2.followup.yaml"
DECIDED = """\
taskmap: followup/1
unit: havblikk-2
measures:
  - id: utdeling-helsefagarbeider
    kind: move
    theme: task_sharing
    task: utdeling
    from: sykepleier
    to: helsefagarbeider
    decision: pilot
    decided: 2026-11-22
    office: avdelingsleder
    reason: Sykepleierne trenger tid til de dårligste
    owner: fagsykepleier
    start: 2026-12-01
    until: 2027-03-01
    baseline: {minutes: 2344, promised: 505, date: 2026-11-22}
"""
RISK = (("3", "3"), ("2", "3"))  # before and after
INSTRUCTION = (
    "Formål", "Forutsetninger og opplæring", "Hvordan kompetansen sjekkes", "Trinnene",
    "Veiledning", "Når en skal tilkalle hjelp", "Versjon",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", tmp_path)
    (tmp_path / FILE).write_text(DECIDED, encoding="utf-8")
    return tmp_path


def type_day(page, label, day):
    """A date, digit by digit, as the field takes it."""
    page.get_by_label(label, exact=True).get_by_role("spinbutton").first.click()
    page.keyboard.type(day)


def save(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def unfold(page, title):
    page.locator("summary", has_text=title).first.click()
    settle(page)


def assessed(page):
    unfold(page, "Risikovurdering")
    for at, (likelihood, consequence) in enumerate(RISK):
        page.get_by_label(re.compile("^Sannsynlighet")).nth(at).fill(likelihood)
        page.get_by_label(re.compile("^Konsekvens")).nth(at).fill(consequence)
    page.get_by_label("Hva som gjøres for å senke risikoen").fill("To kontrollerer i en måned")
    page.get_by_label(re.compile("^Hvem som følger opp risikoen")).fill("fagsykepleier")
    type_day(page, "Datoen for risikovurderingen", "22112026")
    type_day(page, "Når risikoen skal vurderes på nytt", "01032027")
    save(page, "Lagre risikovurderingen")


def instructed(page):
    unfold(page, "Oppgaveinstruks")
    for label in INSTRUCTION:
        page.get_by_label(label, exact=True).fill(f"{label}: slik")
    type_day(page, "Ses på igjen", "01062027")
    save(page, "Lagre oppgaveinstruksen")


def test_a_leader_takes_a_decision_to_a_measured_result(visit, folder):
    with serving(folder) as address:
        page = visit(f"measures?{UNIT}&measures=one", at=address)
        assert page.get_by_text("Ikke klar. Dette mangler:").is_visible()
        assessed(page)
        assert page.get_by_text("Risikoen etter tiltak", exact=True).count() == 1  # the form's own
        instructed(page)
        assert page.get_by_text("Ikke klar. Dette mangler:").count() == 0

        unfold(page, "Legg inn hvor lang tid det tar nå")
        minutes = page.get_by_label("Minutter i uka nå")
        minutes.fill("1900")
        page.get_by_text("Behold", exact=True).click()
        save(page, "Lagre tellingen")
        assert page.get_by_text("7,4 t").is_visible()  # 2344 - 1900 minutes a week
        assert page.get_by_text("88 %").is_visible()  # of the 505 promised
        assert violations(page) == []

        page = visit(f"measures?{UNIT}&measures=board", 390, at=address)
        assert page.get_by_text("Avsluttet (1)").is_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page = visit(f"measures?{UNIT}&measures=new", 390, at=address)
        assert violations(page) == []
    assert "judgement: keep" in (folder / FILE).read_text()


DONE_BY_NURSES = """\
    today:
      morgen: {sykepleier: 100 %}
      dag:    {sykepleier: 100 %}
      kveld:  {sykepleier: 90 %, helsefagarbeider: 10 %}
    competences: [legemidler_utdeling]
"""
AFTER = """\
    today: {sykepleier: 60 %, helsefagarbeider: 40 %}
    competences: [legemidler_utdeling]
"""


@pytest.mark.full
def test_a_suggestion_is_decided_and_measured_by_a_new_mapping(visit, tmp_path):
    say, source = reader("nb").say, ROOT / "mappings/solvik/havblikk-2.yaml"
    mapping = tmp_path / source.name
    shutil.copy(source, mapping)
    with serving(tmp_path) as address:
        page = visit(f"suggestions?{UNIT}", at=address)
        card = page.locator("[class*='st-key-decide']", has_text=say("followup.decide")).first
        card.locator("summary").click()
        settle(page)
        page.get_by_text(say("followup.decision.accepted"), exact=True).first.click()
        page.get_by_label(say("followup.field.reason"), exact=True).fill("Tid til de dårligste")
        page.get_by_label(re.compile(f"^{re.escape(say('followup.field.office'))}")).fill("leder")
        save(page, say("followup.decide.save"))
        before = tmp_path / FILE
        assert "task: utdeling" in before.read_text("utf-8")

        text = mapping.read_text("utf-8")
        assert DONE_BY_NURSES in text
        new = text.replace(DONE_BY_NURSES, AFTER).replace("date: 2026-10-12", "date: 2026-11-20")
        mapping.write_text(new, "utf-8")
        page = visit(f"measures?{UNIT}&measures=one", at=address)
        unfold(page, say("followup.results.count"))
        assert page.get_by_text(
            re.compile("Nytt tall fra kartleggingen av 20. november 2026")
        ).count()
        page.get_by_text(say("followup.judgement.keep"), exact=True).click()
        save(page, say("followup.form.save_count"))
        assert violations(page) == []

        hall = Workspace(tmp_path, date(2026, 11, 22))
        (measure,) = hall.followup("havblikk-2").followup.measures
        (result,) = measure.results
        assert result.minutes == hall.minutes_now("havblikk-2", "utdeling", "sykepleier")
        assert 0 < result.minutes < measure.baseline.minutes
        saved = reader("nb").hours(measure.baseline.minutes - result.minutes)
        assert page.get_by_text(saved).first.is_visible()
