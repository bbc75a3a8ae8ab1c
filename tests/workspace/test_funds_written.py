"""A fund of a folder: needs come in, are answered and granted, and the plan follows."""

import shutil
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from taskmap.errors import FileChanged, FundHasErrors, FundNotFound
from taskmap.language import reader
from taskmap.model.fund import BudgetYear, MeetingKind, Payer, Status, UnionStatus
from taskmap.workspace import Signed, Workspace
from tests.pdf_reading import bare

TODAY = date(2026, 11, 22)
SIGNED = Signed(who="leader", at=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
FILE = Path(__file__).parents[2] / "mappings/medel-furuskar-forebyggande.yaml"
FUND = "furuskar-forebyggande"


@pytest.fixture
def hall(tmp_path):
    shutil.copy(FILE, tmp_path)
    return Workspace(tmp_path, TODAY)


def letters(pdf):
    """What stands in a PDF, without the spaces."""
    return bare("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def test_a_need_comes_in_is_planned_and_what_people_wrote_by_hand_stays(hall, tmp_path):
    said = {
        "name": "Kurs i sårvård", "date": TODAY, "organisation": "furuskar", "office": "chef",
        "text": "Såren tar tid.", "cost": 30000, "effect": {"hours": 90, "basis": "stated"},
    }  # fmt: skip
    name, done = hall.new_need(hall.fund(FUND), said, SIGNED)
    assert (name, done.findings) == ("kurs-i-sarvard", ())
    card = hall.fund(FUND)
    assert card.fund.need(name).effect.hours == 90
    assert name in {each.need.id for each in hall.divided(card).planned}
    written = (tmp_path / FILE.name).read_text(encoding="utf-8")
    assert "# En påhittad region planerar förebyggande medel" in written


def test_a_grant_is_fixed_and_the_rest_is_planned_again(hall):
    before = hall.divided(hall.fund(FUND))
    fields = {
        "status": "granted", "answer": {"date": TODAY, "office": "HR", "text": "Ja."},
        "grant": {"date": TODAY, "office": "HR", "year": 2028},
    }  # fmt: skip
    assert not hall.record_need(hall.fund(FUND), "vard-hemma", {"cost": 600000}, SIGNED).findings
    hall.record_need(hall.fund(FUND), "vard-hemma", fields, SIGNED)
    card = hall.fund(FUND)
    assert card.fund.need("vard-hemma").status is Status.GRANTED
    after = hall.divided(card)
    assert after.years[1].granted == before.years[1].granted + 600000
    assert "vard-hemma" not in {each.need.id for each in (*after.planned,)}


def test_money_used_and_what_is_said_come_after_what_stood_there(hall, tmp_path):
    said = {"date": TODAY, "office": "HR", "text": "Kursen börjar i februari."}
    for amount in (48000, 12000):
        spent = {"date": date(2027, 2, 20), "amount": amount}
        assert not hall.add_to_need(
            hall.fund(FUND), "diagnoskoder", "spent", spent, SIGNED
        ).findings
    hall.add_to_need(hall.fund(FUND), "diagnoskoder", "comments", said, SIGNED)
    union = {"union": {"status": "agreed", "date": TODAY, "office": "Vårdförbundet"}}
    hall.record_need(hall.fund(FUND), "sprak-vardcentral", union, SIGNED)
    card = hall.fund(FUND)
    need = card.fund.need("diagnoskoder")
    assert ([s.amount for s in need.spent], need.used) == ([48000, 12000], 60000)
    assert [c.text for c in need.comments] == ["Kursen börjar i februari."]
    assert card.fund.need("sprak-vardcentral").union.status is UnionStatus.AGREED
    assert hall.divided(card).years[0].used == 60000
    wrong = hall.add_to_need(card, "diagnoskoder", "spent", {"amount": 5}, SIGNED)
    assert [finding.code for finding in wrong.findings] == ["field.missing"]
    assert "# En påhittad region" in (tmp_path / FILE.name).read_text(encoding="utf-8")


def test_a_meeting_is_told_once_and_takes_what_was_said_there(hall):
    before = {a.kind: a for a in hall.agendas(hall.fund(FUND))}[MeetingKind.UNION]
    assert any(item.matter == "new" for item in before.items)
    for office in (None, "Vårdförbundet", "Kommunal"):
        comment = office and {"date": TODAY, "office": office, "text": "Vi vill vara med."}
        hall.record_meeting(hall.fund(FUND), MeetingKind.UNION, TODAY, comment, SIGNED)
    card = hall.fund(FUND)
    group = next(each for each in card.fund.meetings if each.kind is MeetingKind.UNION)
    assert [held.on for held in group.held] == [date(2026, 10, 7), TODAY]
    assert [said.office for said in group.held[1].comments] == ["Vårdförbundet", "Kommunal"]
    after = {a.kind: a for a in hall.agendas(card)}[MeetingKind.UNION]
    assert not any(item.matter == "new" for item in after.items)


def test_two_who_write_at_once_are_told_and_mistakes_are_not_saved(hall):
    card = hall.fund(FUND)
    wrong = hall.record_need(card, "vard-hemma", {"status": "granted"}, SIGNED)
    assert [finding.code for finding in wrong.findings] == ["field.missing"]
    assert hall.fund(FUND).digest == card.digest
    hall.record_need(card, "vard-hemma", {"persons": 5}, SIGNED)
    with pytest.raises(FileChanged):
        hall.record_need(card, "vard-hemma", {"persons": 6}, SIGNED)


def test_a_fund_nobody_has_and_one_with_errors_are_refused_in_words(hall, tmp_path):
    with pytest.raises(FundNotFound) as refused:
        hall.fund("furuskar-forebygande")
    assert refused.value.values["nearest"] == FUND
    (tmp_path / "a.yaml").write_text("taskmap: fund/1\nid: a\n", encoding="utf-8")
    broken = next(card for card in hall.funds() if card.fund is None)
    with pytest.raises(FundHasErrors):
        hall.divided(broken)


def test_a_draft_tells_what_is_missing_and_guesses_nothing(hall):
    card = hall.fund(FUND)
    need = card.fund.need("lakemedel-usk")
    text = hall.application_text(card, need, Payer.OMSTALLNINGSFONDEN, reader("sv"))
    assert "## AID-kod\n\nSaknas: det här har ingen sagt ännu." in text
    assert "## Antal deltagare\n\n16" in text
    assert "Utkastet saknar AID-kod och period. Inget är gissat." in text
    plain = hall.application_text(card, need, Payer.OTHER, reader("nb"))
    assert "AID" not in plain
    assert "Et oppdiktet eksempel." in plain
    pdf = hall.application(card, need, Payer.OMSTALLNINGSFONDEN, reader("sv"))
    assert pdf.startswith(b"%PDF")
    assert pdf == hall.application(card, need, Payer.OMSTALLNINGSFONDEN, reader("sv"))


def test_the_supply_is_a_report_that_says_when_moves_are_not_counted():
    hall = Workspace(FILE.parent, TODAY)
    card = hall.fund("furuskar-kompetensfond")
    roles = hall.supply(card, with_moves=False).roles
    made = [
        hall.supply_paper(card, roles, reader("nb"), with_moves=w) for w in (False, False, True)
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF")
    assert bare("ikke regnet med ennå") in letters(made[0])
    assert bare("ikke regnet med ennå") not in letters(made[2])


def test_a_story_is_told_and_the_last_change_taken_back_but_never_what_people_said(hall):
    story = {"date": TODAY, "text": "Kursen blev full.", "source": "Kurslistan"}
    hall.add_story(hall.fund(FUND), story, SIGNED)
    told = hall.fund(FUND).fund.stories[-1]
    assert (told.on, told.text, told.source) == (TODAY, "Kursen blev full.", "Kurslistan")
    spent = {"date": TODAY, "amount": 900}
    hall.add_to_need(hall.fund(FUND), "diagnoskoder", "spent", spent, SIGNED)
    assert hall.last_of_fund(hall.fund(FUND)).why == "diagnoskoder"
    hall.take_back_fund(hall.fund(FUND), SIGNED)
    assert hall.fund(FUND).fund.need("diagnoskoder").spent == ()
    assert hall.fund(FUND).fund.stories[-1] == told
    said = {"date": TODAY, "office": "HR", "text": "Bra."}
    hall.add_to_need(hall.fund(FUND), "diagnoskoder", "comments", said, SIGNED)
    assert hall.last_of_fund(hall.fund(FUND)) is None
    assert hall.take_back_fund(hall.fund(FUND), SIGNED).version is None


def test_the_day_the_supply_was_worked_out_is_written_down_once(hall, tmp_path):
    shutil.copy(FILE.with_name("medel-furuskar-kompetensfond.yaml"), tmp_path)
    before = hall.fund("furuskar-kompetensfond").fund.supply.done
    for _ in range(2):
        hall.record_supply(hall.fund("furuskar-kompetensfond"), TODAY, SIGNED)
    assert hall.fund("furuskar-kompetensfond").fund.supply.done == (*before, TODAY)


def test_a_budget_is_changed_and_lengthened_and_the_rest_planned_again(hall, tmp_path):
    before, text = hall.fund(FUND).fund.budget, (tmp_path / FILE.name).read_text(encoding="utf-8")
    changed = BudgetYear(year=before[0].year, amount=before[0].amount + 7, reserve=5)
    more = BudgetYear(year=before[-1].year + 1, amount=900)
    hall.record_budget(hall.fund(FUND), [changed, more], SIGNED)
    assert hall.fund(FUND).fund.budget == (changed, *before[1:], more)
    assert hall.divided(hall.fund(FUND)).years[-1].amount == 900
    wrong = BudgetYear(year=more.year, amount=900, reserve=901)
    assert hall.record_budget(hall.fund(FUND), [wrong], SIGNED).findings
    hall.take_back_fund(hall.fund(FUND), SIGNED)
    assert (tmp_path / FILE.name).read_text(encoding="utf-8") == text
