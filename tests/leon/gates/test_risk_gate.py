from datetime import date

import pytest
from small_unit import CATALOGUE, asked, task, ward

from taskmap.leon.gates import risk
from taskmap.leon.gates.codes import CODES
from taskmap.leon.gates.facts import gather
from taskmap.model.judgement import Risk
from taskmap.model.ruling import Condition, Verdict
from taskmap.model.task import Case

SIGNED, LATER = date(2026, 9, 1), date(2027, 1, 1)


def ruled(role, question=None, **more):
    mapping = ward(task("t", {"day": 1}, **({"today": "nurse"} | more)))
    facts = gather(mapping, CATALOGUE, question or asked())
    ruling = risk.rule(mapping.leaves[-1], CATALOGUE.roles[role], facts)
    assert set(ruling.values) == set(CODES[ruling.code])
    return ruling


def test_nobody_has_scored_it():
    assert ruled("worker", risk=None).code == "risk.not_assessed"


@pytest.mark.parametrize(
    ("score", "verdict"),
    [(Risk(3, 3), Verdict.PASS), (Risk(1, 4), Verdict.UNKNOWN), (Risk(5, 3), Verdict.CONDITION)],
)
def test_the_tasks_own_score_stands_in_up_to_consequence_three(score, verdict):
    assert ruled("worker", risk=score).verdict is verdict


def test_in_the_hands_that_do_it_today_the_score_is_their_own():
    ruling = ruled("nurse", risk=Risk(2, 4))
    assert (ruling.verdict, ruling.values["own"]) == (Verdict.PASS, True)


def test_a_score_for_these_hands_is_used():
    ruling = ruled("worker", risk=Risk(1, 5), risk_of={"worker": Risk(2, 4)})
    assert (ruling.verdict, ruling.values["score"]) == (Verdict.PASS, 8)


def test_above_the_limit_asks_for_a_signed_assessment():
    above = ruled("worker", risk_of={"worker": Risk(3, 4)})
    assert (above.code, above.condition) == ("risk.above_limit", Condition.MITIGATE)
    assert ruled("worker", risk_of={"worker": Risk(3, 4, SIGNED)}).code == "risk.signed"
    assert ruled("worker", risk_of={"worker": Risk(3, 4, LATER)}).code == "risk.above_limit"
    assert ruled("worker", asked(risk_limit=12), risk_of={"worker": Risk(3, 4)}).code == (
        "risk.within_limit"
    )


def test_a_signature_covers_only_the_hands_it_was_given_for():
    assert ruled("nurse", risk=Risk(5, 3, SIGNED)).code == "risk.signed"
    assert ruled("worker", risk=Risk(5, 3, SIGNED)).code == "risk.above_limit"


def test_a_graver_case_is_not_hidden_by_the_roles_score():
    cases = (
        Case(id="calm", name="calm", share=0.5),
        Case(id="acute", name="acute", share=0.5, risk=Risk(4, 4)),
    )
    ruling = ruled("worker", cases=cases, risk_of={"worker": Risk(1, 2)})
    assert ruling.values["score"] == 16
