"""The pages about money and partnerships open in every language, with what they are to tell."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.workspace import Workspace

MAPPINGS = Path(__file__).parents[2] / "mappings"
PARTS = ("plan", "inbox", "meetings", "supply")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_funds_opens(open_page, language):
    words = reader(language)
    seen = set()
    for part in PARTS:
        at = open_page(
            "funds", lang=language, who="project_leader", fund="furuskar-forebyggande",
            fund_part=part,
        )  # fmt: skip
        assert not at.exception
        assert at.header[0].value == words.say("ui.page.funds")
        assert words.say("fund.page.illustrative") in [found.value for found in at.info]
        seen |= {found.value for found in at.subheader}
    assert words.say("fund.left") in seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_partnership_is_told_on_one_page(open_page, language):
    words = reader(language)
    at = open_page(
        "cooperation", lang=language, who="project_leader", partnership="furuskar-uppgiftsvaxling"
    )
    assert not at.exception
    assert words.say("cooperation.gained") in [found.value for found in at.subheader]
    told = " ".join(found.value for found in at.markdown)
    assert reader(language).say("cooperation.page.no_money") not in told
    assert "2026" in told


def test_a_leader_writes_a_shared_task_and_takes_it_back(open_page, monkeypatch, tmp_path):
    words, unit = reader("nb"), "furuskar-medicinavdelning-3"
    shutil.copy(MAPPINGS / "samverkan-furuskar.yaml", tmp_path)
    shutil.copytree(MAPPINGS / "furuskar", tmp_path / "furuskar")
    before = Workspace(tmp_path, date(2026, 11, 22)).open(unit).digest
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    at = open_page(
        "cooperation", lang="nb", who="project_leader", partnership="furuskar-uppgiftsvaxling"
    )
    press(at, words.say("supply.share_do"))
    assert words.say("supply.share_room") in at.error[0].value
    next(n for n in at.number_input if n.label == words.say("supply.share_room")).set_value(4.0)
    press(at, words.say("supply.share_do"))
    assert "Almkullens" in at.success[0].value
    assert Workspace(tmp_path, date(2026, 11, 22)).open(unit).digest != before
    press(at, words.say("supply.share_undo"))
    assert not at.success
    assert Workspace(tmp_path, date(2026, 11, 22)).open(unit).digest == before


def press(at, label):
    next(each for each in at.button if each.label == label).click().run()


def test_what_an_application_lacks_is_said_beside_its_draft(open_page, monkeypatch, tmp_path):
    words, fund = reader("sv"), "furuskar-forebyggande"
    shutil.copy(MAPPINGS / "medel-furuskar-forebyggande.yaml", tmp_path)
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    at = open_page("funds", lang="sv", who="project_leader", fund=fund, fund_part="inbox")
    lacks = words.say("fund.application.aid")
    next(each for each in at.text_input if each.label == lacks).set_value("Kod ur AID")
    press(at, words.say("fund.application.save"))
    assert not at.exception
    needs = Workspace(tmp_path, date(2026, 11, 22)).fund(fund).whole.needs
    assert needs[0].application.aid == "Kod ur AID"
    assert needs[0].application.performer == "Upphandlas av regionens utbildningsenhet"
