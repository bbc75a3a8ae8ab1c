"""What representatives say stays word for word, and what they hold back waits."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.errors import FileChanged
from taskmap.followup import Stage, stage
from taskmap.model.participation import DutyState, Party
from taskmap.workspace import Signed, Workspace

UNIT = "havblikk-2"
TODAY = date(2026, 11, 22)
SIGNED = Signed(who="representative", at=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
MAPPING = Path(__file__).parents[2] / "mappings/solvik/havblikk-2.yaml"
MOVE = {"task": "medisinrunde", "from": "sykepleier", "to": "helsefagarbeider"}
WORDS = "Kvelden er full: «nok er nok».\n\n- Vi er uenige: 1) tid, 2) # folk.\nHilsen oss"
SAID = {
    "date": TODAY, "party": "safety", "office": "verneombud", "text": WORDS, "dissent": True,
}  # fmt: skip
HOLD = {"date": TODAY, "party": "safety", "office": "verneombud", "reason": "Ikke vurdert."}
COURSE = {
    "kind": "course", "name": "Kurs", "decision": "accepted", "decided": TODAY,
    "office": "avdelingsleder", "reason": "Trengs", "owner": "fagsykepleier", "start": TODAY,
}  # fmt: skip


@pytest.fixture
def hall(tmp_path):
    shutil.copy(MAPPING, tmp_path)
    return Workspace(tmp_path, TODAY)


def speak(hall, part, said):
    based_on = hall.followup(UNIT).digest
    return hall.speak(UNIT, part, said, based_on=based_on, signed=SIGNED)


def test_what_was_said_stands_word_for_word_also_when_said_twice(hall):
    task = hall.open(UNIT).mapping.leaves[0]
    about = {"task": task.task.id, "to": "helsefagarbeider"}
    for _ in range(2):
        assert speak(hall, "comments", {**SAID, "about": about}).version is not None
    first, second = hall.followup(UNIT).followup.participation.comments
    assert first.text == second.text == WORDS
    assert (first.id, second.id) == ("verneombud", "verneombud-2")
    assert first.dissent
    assert first.about.leaf == task.task.id


def test_what_is_on_hold_is_not_ready_until_it_is_lifted(hall):
    id_, _ = hall.new_measure(UNIT, COURSE, based_on=None, signed=SIGNED)
    assert stage(hall.followup(UNIT).measure(id_), TODAY) is Stage.UNDER_WAY
    speak(hall, "holds", {**HOLD, "about": {"measure": id_}})
    held = hall.followup(UNIT).measure(id_)
    assert stage(held, TODAY) is Stage.ON_HOLD
    based_on = hall.followup(UNIT).digest
    hall.lift(UNIT, held.holds[0].id, TODAY, "Vurdert", based_on=based_on, signed=SIGNED)
    card = hall.followup(UNIT)
    assert stage(card.measure(id_), TODAY) is Stage.UNDER_WAY
    assert card.followup.participation.holds[0].lifted_why == "Vurdert"


def test_a_hold_on_the_whole_plan_holds_every_measure(hall):
    id_, _ = hall.new_measure(UNIT, COURSE, based_on=None, signed=SIGNED)
    speak(hall, "holds", {**HOLD, "party": "committee", "office": "HMS-utvalget"})
    assert stage(hall.followup(UNIT).measure(id_), TODAY) is Stage.ON_HOLD


def test_a_leader_cannot_hold(hall):
    done = speak(hall, "holds", {**HOLD, "party": "leader"})
    assert [finding.code for finding in done.findings] == ["choice.unknown"]


def test_two_who_speak_at_once_are_told(hall):
    speak(hall, "comments", SAID)
    with pytest.raises(FileChanged):
        hall.speak(UNIT, "comments", SAID, based_on=None, signed=SIGNED)


def test_a_duty_is_not_known_until_somebody_says_so(hall):
    assert {each.met for each in hall.duties(UNIT)} == {None}
    meeting = {
        "date": TODAY, "kind": "discussion",
        "present": [
            {"party": "union", "office": "tillitsvalgt"}, {"party": "leader", "office": "leder"},
        ],
    }  # fmt: skip
    assert speak(hall, "meetings", meeting).version is not None
    card = hall.followup(UNIT)
    (met,) = card.followup.participation.meetings
    assert [voice.party for voice in met.present] == [Party.UNION, Party.LEADER]
    said = {"state": "done", "date": TODAY, "meeting": met.id}
    hall.say_duty(UNIT, "no_aml_6_2", said, based_on=card.digest, signed=SIGNED)
    found = {each.duty.id: each for each in hall.duties(UNIT)}
    assert found["no_aml_6_2"].met.state is DutyState.DONE
    assert found["no_aml_4_2"].met is None


def test_duties_follow_the_unit_and_its_measures(hall):
    duties = {each.duty.id: each for each in hall.duties(UNIT)}
    assert duties["no_aml_7_2"].certain
    assert not duties["no_aml_8_1"].certain  # 50 in the whole municipality
    assert "no_aml_10_3" not in duties
    rota = {**COURSE, "kind": "rota", "name": "Ny turnus"}
    hall.new_measure(UNIT, rota, based_on=None, signed=SIGNED)
    assert "no_aml_10_3" in {each.duty.id for each in hall.duties(UNIT)}
