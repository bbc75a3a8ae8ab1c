from dataclasses import replace
from datetime import date

import pytest
from small_unit import CATALOGUE, QUESTION, STAFFING, asked, task, ward

from taskmap.leon.breaches import breaches
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.leon.occurrence_price import prices
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from taskmap.model.ruling import Gate
from taskmap.model.staffing import Acceptance, Staffing
from taskmap.model.task import Chain, Supervision

OPENED = Acceptance(office="committee", on=QUESTION.as_of, consent=True)


def level(work, question=QUESTION, staff=STAFFING, **more):
    mapping = ward(work, staff=staff, **more)
    rulings = judge(mapping, CATALOGUE, question)
    return levels(mapping, CATALOGUE, question, rulings)[0]


def price(work, role, question=QUESTION, **more):
    mapping = ward(work, **more)
    return prices(mapping, CATALOGUE, question).of(mapping.leaves[0], role)


def test_every_pair_gets_six_rulings_in_order():
    mapping = ward(task("a", {"day": 1}), task("b", {"day": 1}))
    rulings = judge(mapping, CATALOGUE, QUESTION)
    assert len(rulings) == 2 * len(STAFFING)
    assert all(tuple(r.gate for r in six) == tuple(Gate) for six in rulings.values())


def test_the_cheapest_role_that_may_and_can():
    found = level(task("t", {"day": 7}, today="nurse"))
    assert (found.effective, found.effective_level, found.needs_training) == ("host", 2, False)
    assert found.today == {"nurse": 70}
    assert found.planned == found.today


def test_a_lower_role_that_needs_so_much_more_time_is_not_effective():
    slow = task("t", {"day": 7}, today="nurse", factors={"host": 3.1, "worker": 1.6})
    assert level(slow).effective == "nurse"
    assert level(slow).permitted_level == 2


def test_training_is_spread_over_a_year_and_drawn_hollow():
    often = level(task("t", {"day": 70}, today="nurse", competences=("medicines",)))
    assert (often.effective, often.needs_training, often.ready) == ("host", True, "worker")
    seldom = level(task("t", {"day": 0.1}, today="nurse", competences=("medicines",)))
    assert (seldom.effective, seldom.needs_training) == ("worker", False)


def test_training_is_out_when_the_question_does_not_accept_it():
    question = asked(accepted=frozenset({"decide"}))
    found = level(task("t", {"day": 70}, today="nurse", competences=("medicines",)), question)
    assert (found.effective, found.needs_training) == ("worker", False)


def test_none_may():
    found = level(task("t", {"day": 1}, today="host", tags=("death",)), staff=STAFFING[1:])
    assert (found.effective, found.effective_level, found.permitted_level) == (None, None, None)


def test_unknown_is_not_allowed_before_somebody_answers():
    work = task("t", {"day": 1}, today="nurse", risk=Risk(2, 4))
    assert level(work).effective == "nurse"
    assert level(work, asked(open_unknown=True)).effective == "host"


@pytest.mark.parametrize(("acceptance", "effective"), [(None, "host"), (OPENED, "dispenser")])
def test_a_machine_only_with_acceptance_hours_and_written_staff_minutes(acceptance, effective):
    machine = Staffing(role="dispenser", stated_hours={"day": 5}, acceptance=acceptance)
    written = (Supervision(by="nurse", of="dispenser", minutes=1),)
    said = LocalDecision(
        role="dispenser", kind=DecisionKind.ALLOWED, on=date(2026, 9, 1), office="leader"
    )
    work = task("t", {"day": 7}, today="nurse", supervision=written, decisions=(said,))
    assert level(work, staff=(*STAFFING, machine)).effective == effective


def test_the_price_of_an_occurrence_counts_what_follows():
    plain = task("t", {"day": 1}, today="nurse", factors={"worker": 1.5})
    assert price(plain, "worker") == 4 * 10 * 1.5
    watched = replace(plain, supervision=(Supervision(by="nurse", minutes=2, weeks=26),))
    assert price(watched, "worker") == 60 + 6 * 2 / 2
    assert price(watched, "nurse") == 60
    assert price(replace(watched, today={"day": {"worker": 1.0}}), "nurse") == 60
    chain = Chain(id="c", name="c", tasks=("t",), handover_minutes=3)
    assert price(plain, "worker", chains=(chain,)) == 60 + 4 * 3


def test_renewed_courses_are_paid_again():
    work = task("t", {"day": 1}, today="nurse", competences=("medicines",))
    staff = (STAFFING[1], replace(STAFFING[2], competences={}))
    one = price(work, "worker", staff=staff) - 40
    two = price(work, "worker", asked(horizon_weeks=104), staff=staff) - 40
    assert one > 4 * 10 * 60 / 52
    assert two == pytest.approx(one)


def test_work_today_by_a_role_the_law_excludes_is_a_breach():
    work = task("t", {"day": 6}, today={"host": 0.5, "doctor": 0.5}, tags=("death",))
    mapping = ward(work)
    (found,) = breaches(mapping, judge(mapping, CATALOGUE, QUESTION))
    assert (found.leaf, found.role, found.minutes) == ("t", "host", 30)
    assert [ruling.code for ruling in found.rulings] == ["law.exclusive"]


def test_unseen_rules_and_missing_competence_make_no_breach():
    unseen = task("a", {"day": 6}, today="host", tags=("unseen",))
    untaught = task("b", {"day": 6}, today="host", competences=("medicines",))
    mapping = ward(unseen, untaught)
    assert breaches(mapping, judge(mapping, CATALOGUE, QUESTION)) == ()


def test_a_decision_against_is_a_breach_when_the_work_goes_on():
    against = LocalDecision(
        role="host", kind=DecisionKind.NOT_ALLOWED, on=QUESTION.as_of, office="leader"
    )
    mapping = ward(task("t", {"day": 6}, today="host", decisions=(against,)))
    (found,) = breaches(mapping, judge(mapping, CATALOGUE, QUESTION))
    assert found.rulings[0].code == "policy.not_allowed"
