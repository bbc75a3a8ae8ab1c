import pytest
from small_unit import CATALOGUE, QUESTION, STAFFING, task, ward

from taskmap.leon.gates import law
from taskmap.leon.gates.codes import CODES
from taskmap.leon.gates.facts import gather
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.ruling import Condition, Verdict
from taskmap.model.staffing import Staffing
from taskmap.model.unit import Setting

OUTSIDE = (Staffing(role="patient"), Staffing(role="dispenser"))


def ruled(role, *tags, setting=Setting.NURSING_HOME, **more):
    work = task("t", {"day": 1}, tags=tags, **({"today": "doctor"} | more))
    mapping = ward(work, staff=STAFFING + OUTSIDE, setting=setting)
    facts = gather(mapping, CATALOGUE, QUESTION)
    ruling = law.rule(mapping.leaves[0], CATALOGUE.roles[role], facts)
    assert set(ruling.values) == set(CODES[ruling.code])
    return ruling


def test_silence_in_a_covered_setting_passes_with_the_general_duty_and_a_date():
    ruling = ruled("host")
    assert (ruling.verdict, ruling.code) == (Verdict.PASS, "law.no_special_rule")
    assert ruling.sources == ("GENERAL",)
    assert ruling.values["on"] == "2026-10-01"


def test_a_setting_the_catalogue_does_not_cover_is_unknown():
    ruling = ruled("host", setting=Setting.HOME_CARE)
    assert (ruling.verdict, ruling.code) == (Verdict.UNKNOWN, "law.not_covered")
    assert ruled("host", "death", setting=Setting.HOME_CARE).verdict is Verdict.FAIL


def test_the_named_role_passes_and_others_fail():
    assert ruled("doctor", "death").code == "law.named"
    ruling = ruled("nurse", "death")
    assert (ruling.verdict, ruling.code) == (Verdict.FAIL, "law.exclusive")
    assert (ruling.values["roles"], ruling.values["rule"]) == (("doctor",), "DEATH")


@pytest.mark.parametrize("tag", ["all", "change", "training", "old"])
def test_general_tags_and_rules_out_of_force_match_nothing(tag):
    assert ruled("host", tag).code == "law.no_special_rule"


def test_proposals_and_principles_neither_block_nor_allow():
    assert ruled("host", "death").verdict is Verdict.FAIL


def test_an_unseen_rule_stops_new_moves_but_is_unknown_for_work_done_today():
    assert ruled("worker", "unseen").verdict is Verdict.FAIL
    today = ruled("worker", "unseen", today="worker")
    assert (today.verdict, today.code) == (Verdict.UNKNOWN, "law.unverified")


def test_delegation_turns_a_block_into_a_condition_for_any_staff():
    ruling = ruled("worker", "give", competences=("magic",))
    assert (ruling.code, ruling.condition) == ("law.delegation", Condition.TRAIN)
    assert (ruling.values["rule"], ruling.values["lifts"]) == ("DELEGATE", "GIVE")
    assert ruled("patient", "give").verdict is Verdict.FAIL


def test_delegation_is_met_by_practice_by_competence_or_by_a_decision():
    assert ruled("worker", "give", today="worker").code == "law.condition_met"
    taught = ruled("worker", "give", competences=("medicines",))
    assert (taught.code, taught.condition) == ("law.delegation", Condition.DECIDE)
    said = LocalDecision(
        role="worker", kind=DecisionKind.ALLOWED, on=QUESTION.as_of, office="chief"
    )
    assert ruled("worker", "give", decisions=(said,)).code == "law.delegated"


def test_self_care_is_assessed_for_patients_and_machines_only():
    for role in ("patient", "dispenser"):
        ruling = ruled(role, "give", "self_care")
        assert (ruling.code, ruling.condition) == ("law.self_care", Condition.ASSESS)


def test_an_exception_lets_its_own_roles_in_and_hearsay_lifts_nothing():
    assert ruled("nurse", "prescribe").verdict is Verdict.FAIL
    assert ruled("nurse", "prescribe", "vaccinate").code == "law.permitted"
    assert ruled("worker", "prescribe", "vaccinate").verdict is Verdict.FAIL


def test_a_rule_behind_the_task_leaves_the_carrying_out_to_others_under_supervision():
    ruling = ruled("nurse", rules=("DECIDE",))
    assert (ruling.code, ruling.condition) == ("law.carried_out", Condition.SUPERVISE)
    assert ruled("nurse", "decide").verdict is Verdict.FAIL
    assert ruled("nurse", rules=("DECIDE",), today="nurse").code == "law.condition_met"
    assert ruled("nurse", rules=("DEATH",)).verdict is Verdict.FAIL


def test_a_required_condition_is_asked_of_whoever_does_not_meet_it():
    assert ruled("host", "handle", competences=("medicines",)).condition is Condition.TRAIN
    assert ruled("worker", "handle", competences=("medicines",)).code == "law.condition_met"
    assert ruled("host", "handle", competences=None).condition is Condition.TRAIN


def test_the_worst_rule_holds():
    assert ruled("worker", "handle", "death").verdict is Verdict.FAIL
    assert ruled("nurse", "prescribe", "vaccinate", "handle").condition is Condition.TRAIN
