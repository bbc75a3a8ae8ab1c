"""Tasks that ask for practice: whole persons, who may do it, and what today lacks."""

from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.task import Case
from tests.leon.small import QUESTION, plan, staff, task, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"


def seldom(per_week: float, least: int | None, *, hours: float = 30, heads: int = 8, **more):
    work = task("stikk", per_week, 60, NURSE, min_volume=least, **more)
    helper = staff(HELPER, hours, persons=heads)
    return unit(work, staffing=(staff(NURSE, 40), helper))


def relieved(found) -> int:
    return sum(m.minutes.relieved for m in found.moves)


def codes(found) -> set[str]:
    return {note.code for note in (*found.assumptions, *found.relaxed)}


def test_so_few_that_nobody_keeps_in_practice_stay_where_they_are():
    # 52 a year: one person where 40 are asked, none where 60 are.
    assert relieved(plan(seldom(1, 40))) == 60
    found = plan(seldom(1, 60))
    assert found.moves == ()
    assert found.held[0].rulings[0].code == "plan.practice"


def test_a_task_is_not_divided_so_that_neither_keeps_in_practice():
    # The helpers have room for half of it; with 40 asked, half of 52 keeps nobody in practice.
    tight = {"hours": 0.6}
    assert 0 < relieved(plan(seldom(1, None, **tight), min_move=0)) < 60
    assert plan(seldom(1, 40, **tight), min_move=0).moves == ()


def test_the_task_fits_within_the_hours_of_those_in_practice():
    # 104 a year and 40 asked: the helpers can keep one person in practice and leave the nurses one;
    # an eighth of 85 % of 8 hours is 51 minutes.
    assert relieved(plan(seldom(2, 40, hours=8))) in {50, 51}
    assert relieved(plan(seldom(2, None, hours=8))) == 120


def test_what_today_lacks_is_told_and_gets_no_worse():
    no = LocalDecision(
        role=HELPER, kind=DecisionKind.NOT_ALLOWED, on=QUESTION.as_of, office="avdelingsleder"
    )
    found = plan(seldom(1, 60, decisions=(no,)))
    assert "relaxed.practice" in codes(found)
    (note,) = (n for n in found.relaxed if n.code == "relaxed.practice")
    assert (note.values["times"], note.values["least"]) == (52, 60)
    assert found.moves == ()


def test_cases_of_a_task_keep_practice_together():
    cases = (
        Case(id="lett", name="Lett", share=0.5),
        Case(id="tung", name="Tung", share=0.5),
    )
    found = plan(seldom(2, 100, cases=cases))
    # 104 a year: one person, only if both cases move.
    assert {m.leaf for m in found.moves} == {"stikk/lett", "stikk/tung"}
