"""Decisions of a unit: taken from a plan, kept beside the mapping, never lost."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.errors import FileChanged
from taskmap.model.followup import Decision
from taskmap.store.folder import Folder
from taskmap.workspace import Signed, Workspace

UNIT = "havblikk-2"
FILE = "havblikk-2.followup.yaml"
TODAY = date(2026, 11, 22)
SIGNED = Signed(who="leader", at=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
MAPPING = Path(__file__).parents[2] / "mappings/solvik/havblikk-2.yaml"
NO = {
    "decision": "rejected", "decided": TODAY, "office": "avdelingsleder",
    "reason": "Ikke forsvarlig: for få om natten",
}  # fmt: skip


@pytest.fixture
def hall(tmp_path):
    shutil.copy(MAPPING, tmp_path)
    return Workspace(tmp_path, TODAY)


@pytest.fixture(scope="module")
def plan():
    whole = Workspace(MAPPING.parent, TODAY)
    return whole.suggest(UNIT, whole.question())


def decide(hall, plan, said, at=0):
    based_on = hall.followup(UNIT).digest
    return hall.decide(UNIT, plan.moves[at], plan, said, based_on=based_on, signed=SIGNED)


def test_a_decision_stands_in_a_document_of_its_own_with_what_it_rests_on(hall, plan, tmp_path):
    before = (tmp_path / MAPPING.name).read_bytes()
    assert decide(hall, plan, {**NO, "decision": "accepted"}).version.number == 1
    (measure,) = hall.followup(UNIT).followup.measures
    move = plan.moves[0]
    assert (measure.leaf, measure.giver, measure.receiver) == (move.leaf, move.giver, move.receiver)
    assert measure.reason == NO["reason"]
    today = {level.leaf: level.today for level in plan.levels}[move.leaf][move.giver]
    assert measure.baseline.minutes == today > 0
    assert measure.baseline.promised == move.minutes.relieved
    assert measure.baseline.mapping == plan.hashes["mapping"] == hall.followup(UNIT).mapping
    assert (tmp_path / MAPPING.name).read_bytes() == before
    assert hall.check([tmp_path]).findings == Workspace(tmp_path, TODAY).open(UNIT).findings


def test_a_later_decision_is_about_the_same_measure_and_leaves_the_baseline(hall, plan):
    decide(hall, plan, {**NO, "decision": "accepted"})
    frozen = hall.followup(UNIT).followup.measures[0].baseline
    decide(hall, plan, NO)
    decide(hall, plan, {**NO, "decision": "pilot", "until": date(2027, 3, 1)})
    (measure,) = hall.followup(UNIT).followup.measures
    assert (measure.decision, measure.baseline) == (Decision.PILOT, frozen)
    assert [v.number for v in Folder(hall.folder).history(FILE)] == [1, 2, 3]


def test_two_who_decide_at_once_are_told(hall, plan):
    decide(hall, plan, NO)
    with pytest.raises(FileChanged):
        hall.decide(UNIT, plan.moves[0], plan, NO, based_on=None, signed=SIGNED)


def test_what_is_written_by_hand_stays(hall, plan, tmp_path):
    decide(hall, plan, NO)
    path = tmp_path / FILE
    path.write_text(path.read_text() + "# Spør tillitsvalgt først.\n")
    card = hall.followup(UNIT)
    id_ = card.followup.measures[0].id
    hall.record(UNIT, id_, {"owner": "fagsykepleier"}, based_on=card.digest, signed=SIGNED)
    assert "# Spør tillitsvalgt først." in path.read_text()
    assert hall.followup(UNIT).measure(id_).owner == "fagsykepleier"


def test_a_pilot_without_an_end_is_not_saved(hall, plan, tmp_path):
    done = decide(hall, plan, {**NO, "decision": "pilot"})
    assert [finding.code for finding in done.findings] == ["field.missing"]
    assert not (tmp_path / FILE).exists()


def test_other_work_gets_a_name_of_its_own(hall):
    made = []
    for _ in range(2):
        said = {**NO, "kind": "course", "name": "Kurs på dagtid"}
        based_on = hall.followup(UNIT).digest
        made.append(hall.new_measure(UNIT, said, based_on=based_on, signed=SIGNED)[0])
    assert made == ["kurs-pa-dagtid", "kurs-pa-dagtid-2"]


def test_two_documents_of_one_unit_are_told_and_neither_is_shown(hall, plan, tmp_path):
    decide(hall, plan, NO)
    shutil.copy(tmp_path / FILE, tmp_path / "andre.yaml")
    card = hall.followup(UNIT)
    assert card.followup is None
    assert card.findings[0].code == "followup.several"
    codes = [f.code for f in hall.check([tmp_path]).findings]
    assert codes.count("followup.several") == 2


def test_a_document_of_an_unknown_unit_is_told(tmp_path):
    (tmp_path / "a.yaml").write_text("taskmap: followup/1\nunit: borte\nmeasures: []\n")
    (finding,) = Workspace(tmp_path, TODAY).check([tmp_path]).findings
    assert (finding.code, finding.place.line) == ("followup.unit_unknown", 2)


COURSE = {**NO, "kind": "course", "name": "Kurs", "decision": "accepted"}


def change(hall, how, *args, **kwargs):
    based_on = hall.followup(UNIT).digest
    return how(UNIT, *args, **kwargs, based_on=based_on, signed=SIGNED)


def test_a_measure_that_is_deleted_can_be_taken_back(hall):
    made, _ = change(hall, hall.new_measure, COURSE)
    before = hall.followup(UNIT).followup
    assert change(hall, hall.drop, made).version is not None
    assert hall.followup(UNIT).followup.measures == ()
    change(hall, hall.take_back)
    assert hall.followup(UNIT).followup == before


def test_what_was_said_is_neither_deleted_with_its_measure_nor_taken_back(hall):
    made, _ = change(hall, hall.new_measure, COURSE)
    said = {
        "date": TODAY, "party": "safety", "office": "verneombud", "text": "Nei.",
        "about": {"measure": made},
    }  # fmt: skip
    change(hall, hall.speak, "comments", said)
    assert [f.code for f in change(hall, hall.drop, made).findings] == ["measure.unknown"]
    assert hall.last_change(UNIT) is None
    assert change(hall, hall.take_back).version is None
    assert hall.followup(UNIT).followup.participation.comments[0].text == "Nei."


def test_the_new_figure_comes_from_the_mapping_as_it_is_now(hall, tmp_path):
    leaf = "utdeling"
    before = hall.minutes_now(UNIT, leaf, "sykepleier")
    assert before > 0
    path = tmp_path / MAPPING.name
    text = path.read_text()
    start = text.index(f"id: {leaf}")
    one = text[start : text.index("- id:", start)]
    path.write_text(text.replace(one, one.replace("minutes: ", "minutes: 1  # ")))
    assert 0 < hall.minutes_now(UNIT, leaf, "sykepleier") < before
    assert hall.minutes_now(UNIT, "borte", "sykepleier") is None


def test_an_indicator_is_followed_from_baseline_to_target(hall):
    said = {
        "baseline": {"value": 9.8, "date": TODAY},
        "target": {"value": 8, "date": date(2027, 12, 31)},
    }
    change(hall, hall.follow, "sick_leave", said)
    (found,) = hall.followup(UNIT).followup.indicators
    assert (found.latest, found.change, found.way) == (None, None, None)
    later = [{"value": 10, "date": date(2027, 2, 1)}, {"value": 9.2, "date": date(2027, 3, 1)}]
    change(hall, hall.follow, "sick_leave", {"measured": later})
    (found,) = hall.followup(UNIT).followup.indicators
    assert found.change == pytest.approx(-0.6)
    assert found.way == pytest.approx(1 / 3)
    assert found.baseline.value == 9.8


def test_an_indicator_is_followed_once(tmp_path, hall):
    one = "  - {kind: turnover, baseline: {value: 12, date: 2026-11-22}}\n"
    text = f"taskmap: followup/1\nunit: {UNIT}\nmeasures: []\nindicators:\n{one}{one}"
    (tmp_path / FILE).write_text(text)
    (finding,) = hall.followup(UNIT).findings
    assert (finding.code, finding.place.line) == ("id.duplicate", 6)
