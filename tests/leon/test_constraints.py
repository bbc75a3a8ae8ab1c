"""What decisions, supervision, few heads and helpers outside the staff mean for a plan."""

from datetime import date, timedelta

import pytest

from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from taskmap.model.ruling import Condition
from taskmap.model.staffing import Acceptance, Staffing
from taskmap.model.task import Supervision
from tests.leon.small import QUESTION, plan, staff, task, the_move, unit

NURSE, HELPER, HOST, FAMILY = "sykepleier", "helsefagarbeider", "matvert", "parorende"
TODAY = QUESTION.as_of


def decided(kind: DecisionKind, **more) -> LocalDecision:
    return LocalDecision(role=HELPER, kind=kind, on=TODAY, office="avdelingsleder", **more)


def receivers(decision: LocalDecision | None, **asked) -> list[str]:
    given = {} if decision is None else {"decisions": (decision,)}
    work = task("stell", 10, 30, NURSE, **given)
    found = plan(unit(work, staffing=(staff(NURSE, 30), staff(HELPER, 30))), **asked)
    return [m.receiver for m in found.moves]


def test_a_decision_opens_shuts_or_sets_a_condition():
    with_pilots = QUESTION.accepted | {Condition.PILOT}
    until = TODAY + timedelta(days=60)
    assert receivers(decided(DecisionKind.ALLOWED), accepted=frozenset()) == [HELPER]
    assert receivers(decided(DecisionKind.NOT_ALLOWED)) == []
    assert receivers(decided(DecisionKind.PILOT, until=until)) == []
    assert receivers(decided(DecisionKind.PILOT, until=until), accepted=with_pilots) == [HELPER]


def test_a_pilot_that_has_ended_opens_nothing():
    ended = decided(DecisionKind.PILOT, until=date(2026, 10, 1))
    with_pilots = (QUESTION.accepted | {Condition.PILOT}) - {Condition.DECIDE}
    assert receivers(ended, accepted=with_pilots) == []


def supervised(weeks: int | None):
    work = task(
        "stell", 10, 30, NURSE, supervision=(Supervision(by=NURSE, minutes=6, weeks=weeks),)
    )
    return plan(unit(work, staffing=(staff(NURSE, 30), staff(HELPER, 30))))


def test_supervision_takes_the_supervisors_time_in_the_same_band():
    found = supervised(None)
    move = the_move(found, "stell", HELPER)
    assert (move.minutes.relieved, move.minutes.supervision, move.minutes.net) == (300, 60, -60)
    nurse = next(role for role in found.roles if role.role == NURSE)
    assert nurse.total("plan") == 60


def test_supervision_for_some_weeks_is_spread_and_its_first_weeks_told():
    found = supervised(13)
    assert the_move(found, "stell", HELPER).minutes.supervision == 15
    (note,) = (n for n in found.assumptions if n.code == "assumed.first_weeks")
    assert note.values == {"by": NURSE, "minutes": 60, "mean_minutes": 15, "weeks": 13}
    assert "assumed.first_weeks" not in {n.code for n in supervised(None).assumptions}


@pytest.mark.parametrize(("heads", "kept"), [(1, 0.05), (2, 0.0)])
def test_a_frequent_task_keeps_two_persons_who_can(heads, kept):
    work = task("stell", 10, 30, NURSE)
    helper = staff(HELPER, 30, persons=heads)
    found = plan(unit(work, staffing=(staff(NURSE, 30), helper)))
    left = found.shares["stell"]["dag"].get(NURSE, 0) / 1e6
    assert left == pytest.approx(kept, abs=1e-4)


def family(**more) -> Staffing:
    return Staffing(role=FAMILY, stated_hours={"dag": 2.0}, **more)


def visits(relatives: Staffing):
    allowed = LocalDecision(
        role=FAMILY, kind=DecisionKind.ALLOWED, on=TODAY, office="avdelingsleder"
    )
    beside = Supervision(by=NURSE, of=FAMILY, minutes=3)
    work = task(
        "folge",
        10,
        30,
        NURSE,
        risk_of={FAMILY: Risk(1, 1)},
        decisions=(allowed,),
        supervision=(beside,),
    )
    return plan(unit(work, staffing=(staff(NURSE, 30), relatives)))


def test_families_are_never_assumed_willing():
    assert visits(family()).moves == ()
    refused = Acceptance(office="avdelingsleder", on=TODAY, consent=False)
    assert visits(family(acceptance=refused)).moves == ()
    later = Acceptance(office="avdelingsleder", on=TODAY + timedelta(days=1), consent=True)
    assert visits(family(acceptance=later)).moves == ()


def test_families_that_have_agreed_take_no_more_than_the_hours_they_stated():
    agreed = Acceptance(office="avdelingsleder", on=TODAY, consent=True)
    (move,) = visits(family(acceptance=agreed)).moves
    assert (move.receiver, move.minutes.taken_on, move.minutes.supervision) == (FAMILY, 120, 12)
