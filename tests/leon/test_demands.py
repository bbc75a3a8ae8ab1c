"""What a question may demand, each on a whole mapping; and what no plan can meet."""

import pytest

from taskmap.errors import QuestionImpossible
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.ruling import Gate
from tests.leon.small import CATALOGUE, QUESTION, TWO, plan, staff, task, the_move, unit

NURSE, HELPER, HOST = "sykepleier", "helsefagarbeider", "matvert"
COMPETENCE = "kompresjon"  # a course of six hours, on top of another
COURSE = CATALOGUE.course_for[COMPETENCE]


def pair(**more):
    """Two tasks of 300 minutes a nurse could give to a helper."""
    work = (task("stell", 10, 30, NURSE), task("mat", 10, 30, NURSE))
    return unit(*work, staffing=(staff(NURSE, 30), staff(HELPER, 30)), **more)


def moved(found) -> dict[str, int]:
    return {m.leaf: m.minutes.relieved for m in found.moves}


def asked(**demands):
    return plan(pair(), demands=Demands(**demands))


def test_without_demands_both_move():
    assert moved(plan(pair())) == {"stell": 300, "mat": 300}


def test_a_pinned_task_stays_and_a_pinned_role_takes_no_part():
    assert moved(asked(pinned=frozenset({"stell"}))) == {"mat": 300}
    assert moved(asked(pinned_roles=frozenset({HELPER}))) == {}


def test_a_forbidden_pair_or_role_takes_nothing_on():
    assert moved(asked(forbidden=frozenset({("stell", HELPER)}))) == {"mat": 300}
    assert moved(asked(forbidden_roles=frozenset({HELPER}))) == {}


def test_half_of_a_task_may_change_hands():
    assert moved(asked(cap_leaf={"stell": 0.5})) == {"stell": 150, "mat": 300}


def test_a_role_takes_on_no_more_than_its_cap():
    found = asked(cap_role={HELPER: 400})
    assert sum(m.minutes.taken_on for m in found.moves) == 400


def allowed_for_host(*, gate_cap=None, banned=False):
    """Two tasks only a decision lets the host take."""
    work = (task("prove", 10, 30, NURSE), task("kopi", 10, 20, NURSE))
    known = frozenset({Gate.POLICY}) if banned else frozenset()
    caps = {} if gate_cap is None else {Gate.POLICY: gate_cap}
    mapping = unit(*work, staffing=(staff(NURSE, 30), staff(HELPER, 30)))
    return plan(mapping, demands=Demands(forbidden_gates=known, cap_gate=caps))


def test_as_many_tasks_rest_on_a_gates_conditions_as_the_question_lets():
    free = allowed_for_host()
    resting = {m.leaf for m in free.moves if any(r.condition for r in m.rulings
                                                 if r.gate is Gate.POLICY)}  # fmt: skip
    assert resting == {"prove", "kopi"}
    assert set(moved(allowed_for_host(gate_cap=1))) == {"prove"}
    assert allowed_for_host(banned=True).moves == ()


def test_a_forced_move_is_made_although_it_does_not_pay():
    work = (task("stell", 10, 30, NURSE, factors={HELPER: 3.0}),)
    mapping = unit(*work, staffing=(staff(NURSE, 30), staff(HELPER, 30)))
    assert plan(mapping).moves == ()
    found = plan(mapping, demands=Demands(forced={("stell", HELPER): 0.4}))
    move = the_move(found, "stell", HELPER)
    assert (move.minutes.relieved, move.minutes.taken_on) == (120, 360)
    assert move.price_saved < 0


def test_a_forced_move_may_go_up_and_be_spread_over_the_bands():
    hours = {"morgen": 10.0, "ettermiddag": 2.0}
    work = task("stell", {"morgen": 5, "ettermiddag": 5}, 30, HELPER)
    mapping = unit(work, staffing=(staff(HELPER, hours), staff(NURSE, hours)), bands=TWO)
    found = plan(mapping, demands=Demands(forced={("stell", NURSE): 0.7}))
    move = the_move(found, "stell", NURSE)
    assert sum(band.occurrences for band in move.bands) >= 7


@pytest.mark.parametrize(
    "demands",
    [
        Demands(forced={("stell", HELPER): 0.5}, pinned=frozenset({"stell"})),
        Demands(forced={("stell", HELPER): 0.5}, forbidden=frozenset({("stell", HELPER)})),
        Demands(forced={("stell", HELPER): 0.5}, cap_leaf={"stell": 0.4}),
        Demands(forced={("stell", HELPER): 0.5}, cap_role={HELPER: 100}),
        Demands(forced={("stell", HELPER): 0.5, ("stell", NURSE): 0.6}),
        Demands(taken_out={NURSE: {"dag": 11.0}}),
        Demands(taken_out={NURSE: {"dag": 5.0}}, registered_floor={"dag": 0.49}),
    ],
    ids=["pinned", "forbidden", "cap_leaf", "cap_role", "forced", "taken_out", "floor"],
)
def test_demands_that_contradict_each_other_or_the_unit_leave_no_plan(demands):
    with pytest.raises(QuestionImpossible):
        plan(pair(), demands=demands)


def test_a_gate_that_says_no_makes_a_forced_move_impossible():
    no = LocalDecision(
        role=HELPER, kind=DecisionKind.NOT_ALLOWED, on=QUESTION.as_of, office="avdelingsleder"
    )
    mapping = unit(
        task("stell", 10, 30, NURSE, decisions=(no,)),
        staffing=(staff(NURSE, 30), staff(HELPER, 30)),
    )
    with pytest.raises(QuestionImpossible):
        plan(mapping, demands=Demands(forced={("stell", HELPER): 0.1}))


def taught(**more):
    """Work that a helper may take after a course."""
    work = task("kompresjon", 20, 30, NURSE, competences=(COMPETENCE,))
    holding = {COMPETENCE: 8, "sarstell": 8}
    helper = staff(HELPER, 30, persons=10, competences={"sarstell": 10})
    return plan(unit(work, staffing=(staff(NURSE, 30, competences=holding), helper)), **more)


def persons(found) -> int:
    return sum(t.persons for t in found.trainings)


def test_training_stays_within_money_hours_and_seats():
    free = persons(taught())
    assert free >= 3
    budget = 2 * COURSE.price + 1
    if COURSE.price:
        assert persons(taught(demands=Demands(training_kroner=budget))) == 2
    hours = 2 * COURSE.hours + 0.1
    assert persons(taught(demands=Demands(training_hours=hours))) == 2
    assert persons(taught(demands=Demands(seats={COURSE.id: 2}))) == 2
    assert taught(demands=Demands(seats={COURSE.id: 0})).moves == ()


def test_hours_taken_out_are_freed_first_and_told_in_the_mix():
    found = asked(taken_out={NURSE: {"dag": 5.0}})
    nurse = next(role for role in found.roles if role.role == NURSE)
    assert nurse.total("baseline") - nurse.total("plan") >= 300
    (mix,) = found.mixes
    assert (mix.present_before, mix.present_after) == (0.5, round(25 / 55, 6))
    assert mix.work_before == 1.0
    assert mix.work_after < 1.0


def test_a_floor_that_today_breaks_is_todays_share():
    both = {NURSE: {"dag": 4.0}, HELPER: {"dag": 0.0}}
    with pytest.raises(QuestionImpossible):
        asked(taken_out=both, registered_floor={"dag": 0.8})
    assert asked(registered_floor={"dag": 0.8}).moves
