"""What a measure lacks, how far it is, what is due and what came of it."""

from dataclasses import replace
from datetime import date

import pytest

from taskmap.followup import DueKind, Lack, Stage, due, gain, lacks, stage, unsaid
from taskmap.followup.due import months_after
from taskmap.model.followup import (
    Baseline,
    Decision,
    FreedFor,
    Instruction,
    Judgement,
    Measure,
    MeasureKind,
    Result,
    RiskAssessment,
    Score,
)

TODAY = date(2026, 11, 22)
START = date(2026, 12, 1)
RISK = RiskAssessment(
    before=Score(likelihood=3, consequence=3), after=Score(likelihood=2, consequence=3),
    measure="to kontrollerer", owner="fagsykepleier", on=TODAY, review=date(2027, 3, 1),
)  # fmt: skip
TOLD = Instruction(
    purpose="p", training="t", check="c", procedure="rutine 7", supervision="s",
    call_for_help="h", version="1.0", review=date(2027, 6, 1),
)  # fmt: skip
WHOLE = Measure(
    id="m", kind=MeasureKind.MOVE, decision=Decision.ACCEPTED, decided=TODAY,
    office="avdelingsleder", reason="fordi", task="stell", giver="nurse", receiver="worker",
    owner="fagsykepleier", start=START, risk=RISK, instruction=TOLD,
    baseline=Baseline(minutes=300, promised=200, on=TODAY),
)  # fmt: skip


def test_a_measure_is_ready_only_when_everything_is_said():
    assert lacks(WHOLE) == ()
    assert stage(WHOLE, TODAY) is Stage.READY
    assert stage(WHOLE, START) is Stage.UNDER_WAY


@pytest.mark.parametrize(
    ("without", "lack"),
    [
        ({"owner": None}, Lack.OWNER),
        ({"start": None}, Lack.START),
        ({"risk": replace(RISK, after=None)}, Lack.RISK_AFTER),
        ({"risk": replace(RISK, review=None)}, Lack.RISK_REVIEW),
        ({"instruction": replace(TOLD, check="")}, Lack.CHECK),
        ({"instruction": replace(TOLD, procedure=None)}, Lack.STEPS),
    ],
)
def test_each_thing_missing_is_told_and_holds_it_back(without, lack):
    found = replace(WHOLE, **without)
    assert lacks(found) == (lack,)
    assert stage(found, START) is Stage.NOT_READY


def test_what_is_kept_without_a_risk_assessment_is_not_ready():
    kept = Result(months=3, on=START, minutes=100, judgement=Judgement.KEEP)
    assert stage(replace(WHOLE, results=(kept,)), START) is Stage.KEPT
    assert stage(replace(WHOLE, results=(kept,), risk=None), START) is Stage.NOT_READY


def test_a_course_needs_neither_risk_nor_instruction():
    course = replace(WHOLE, kind=MeasureKind.COURSE, risk=None, instruction=None)
    assert lacks(course) == ()
    assert unsaid(course) == ()
    stopped = replace(WHOLE, kind=MeasureKind.STOP, risk=None, instruction=None)
    assert Lack.RISK_BEFORE in lacks(stopped)
    assert Lack.PURPOSE not in lacks(stopped)


def test_what_freed_hours_are_for_is_never_assumed():
    assert unsaid(WHOLE) == (Lack.FREED_FOR, Lack.JOB_DESCRIPTION, Lack.PAY, Lack.GIVES_UP)
    said = replace(WHOLE, freed_for=(FreedFor.LESS_HIRE,), pay=TODAY)
    assert unsaid(said) == (Lack.JOB_DESCRIPTION, Lack.GIVES_UP)


def test_nothing_is_missing_of_what_is_not_to_be_done():
    rejected = replace(WHOLE, decision=Decision.REJECTED, risk=None, owner=None)
    assert lacks(rejected) == unsaid(rejected) == ()
    assert stage(rejected, TODAY) is Stage.REJECTED
    assert due([rejected], TODAY) == ()


def test_days_come_in_order_and_what_is_counted_is_not_asked_for_again():
    counted = replace(WHOLE, results=(Result(months=3, on=START, minutes=180),))
    found = [(each.on, each.kind, each.months) for each in due([counted], TODAY)]
    assert found == [
        (date(2027, 3, 1), DueKind.RISK_REVIEW, 0),
        (date(2027, 6, 1), DueKind.COUNT, 6),
        (date(2027, 6, 1), DueKind.INSTRUCTION_REVIEW, 0),
        (date(2027, 12, 1), DueKind.COUNT, 12),
    ]
    assert [each.late for each in due([counted], date(2027, 6, 1))] == [True, False, False, False]


def test_the_start_is_due_until_it_has_begun():
    assert due([WHOLE], TODAY)[0].kind is DueKind.START
    assert DueKind.START not in {each.kind for each in due([WHOLE], START)}
    late = due([replace(WHOLE, risk=None)], date(2027, 1, 1))[0]
    assert (late.kind, late.late) == (DueKind.START, True)


def test_a_postponed_measure_is_taken_up_again_on_its_day():
    later = replace(WHOLE, decision=Decision.POSTPONED, until=date(2027, 1, 15))
    assert [(each.on, each.kind) for each in due([later], TODAY)] == [
        (date(2027, 1, 15), DueKind.TAKE_UP_AGAIN)
    ]


def test_months_end_where_they_end():
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 15), 12) == date(2027, 12, 15)


def test_gain_is_told_against_the_promise_also_where_it_became_more():
    counts = (Result(months=6, on=START, minutes=320), Result(months=3, on=START, minutes=180))
    assert [
        (g.result.months, g.freed, g.of_promise) for g in gain(replace(WHOLE, results=counts))
    ] == [
        (3, 120, 0.6),
        (6, -20, -0.1),
    ]
    assert gain(replace(WHOLE, baseline=None, results=counts)) == ()
