from datetime import date

import pytest
from small_unit import CATALOGUE, QUESTION, STAFFING, task, ward

from taskmap.leon.gates import policy
from taskmap.leon.gates.codes import CODES
from taskmap.leon.gates.facts import gather
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.ruling import Condition, Verdict
from taskmap.model.staffing import Acceptance, Staffing

BEFORE, AFTER = date(2026, 9, 1), date(2027, 1, 1)


def said(kind, on=BEFORE, **more):
    return LocalDecision(role="host", kind=DecisionKind(kind), on=on, office="leader", **more)


def ruled(*decisions, role="host", staff=STAFFING, **more):
    mapping = ward(task("t", {"day": 4}, decisions=decisions, **more), staff=staff)
    facts = gather(mapping, CATALOGUE, QUESTION)
    ruling = policy.rule(mapping.leaves[0], CATALOGUE.roles[role], facts)
    assert set(ruling.values) == set(CODES[ruling.code])
    return ruling


@pytest.mark.parametrize(
    ("decision", "code", "answer"),
    [
        (said("allowed"), "policy.allowed", Verdict.PASS),
        (said("not_allowed"), "policy.not_allowed", Verdict.FAIL),
        (said("conditions", conditions="To sammen"), "policy.conditions", Condition.DECIDE),
        (said("pilot", until=AFTER), "policy.pilot", Condition.PILOT),
        (said("pilot"), "policy.pilot", Condition.PILOT),
        (said("pilot", until=date(2026, 10, 31)), "policy.ended", Condition.DECIDE),
        (said("allowed", until=date(2026, 10, 31)), "policy.ended", Condition.DECIDE),
        (said("allowed", on=AFTER), "policy.not_yet", Condition.DECIDE),
    ],
)
def test_decisions_are_read_on_the_day_asked_about(decision, code, answer):
    ruling = ruled(decision)
    assert (ruling.code, ruling.condition or ruling.verdict) == (code, answer)


def test_the_last_decision_in_force_holds_and_a_later_line_on_the_same_day():
    earlier = said("allowed", on=date(2026, 8, 1))
    assert ruled(said("not_allowed"), earlier).verdict is Verdict.FAIL
    assert ruled(said("not_allowed"), said("allowed")).verdict is Verdict.PASS
    assert ruled(said("not_allowed"), said("allowed", on=AFTER)).verdict is Verdict.FAIL


def test_silence_asks_for_a_decision_and_practice_is_as_good_as_one():
    assert ruled().condition is Condition.DECIDE
    practice = ruled(today={"host": 0.25, "nurse": 0.75})
    assert (practice.code, practice.values["share"]) == ("policy.practice_today", 0.25)


def test_a_decision_against_beats_practice():
    assert ruled(said("not_allowed"), today="host").verdict is Verdict.FAIL


def test_outside_the_staff_nothing_is_open_without_acceptance_and_consent():
    machine = Staffing(role="dispenser", stated_hours={"day": 5})
    assert ruled(role="dispenser", staff=(machine,)).verdict is Verdict.UNKNOWN
    opened = Staffing(
        role="dispenser", acceptance=Acceptance(office="committee", on=BEFORE, consent=True)
    )
    # Opened as such, it still needs a decision for the task: level 0 is never free by omission.
    assert ruled(role="dispenser", staff=(opened,)).code == "policy.not_named"
