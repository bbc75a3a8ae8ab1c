"""Strains by hand: what is short today, with the plan, and when the work is divided anew."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.case import Case
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.robustness.codes import CODES
from taskmap.leon.robustness.strains import strains
from taskmap.leon.robustness.stress import stress
from taskmap.model.demands import Demands
from taskmap.model.explanations import Shortage
from tests.leon.robustness.drawn import HELPER, HOST, NURSE, allowed, ward
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit
from tests.leon.small import plan as planned

HOUR = 60


def stressed(mapping, **asked):
    question = replace(QUESTION, **asked)
    found = stress(mapping, CATALOGUE, question, planned(mapping, **asked))
    return {one.code: one for one in found}


def work(name, hours, giver=NURSE, **more):
    return task(name, hours * 6, 10, giver, **{"decisions": (allowed(HELPER),), **more})


def fixed(name, hours, giver=NURSE):
    return work(name, hours, giver, competences=None)


def test_every_code_is_declared_with_its_values():
    found = strains(ward(0), CATALOGUE)
    assert {s.code: set(s.values) for s in found} == {c: set(v) for c, v in CODES.items()}


def test_two_of_eight_nurses_ill_leave_six_eighths_and_a_plan_that_relieves_them_holds():
    mapping = unit(
        fixed("stay", 40),
        work("move", 30),
        staffing=(staff(NURSE, 80), staff(HELPER, 60)),
    )
    ill = stressed(mapping)["stress.ill"]
    assert dict(ill.values) == {"role": NURSE, "persons": 2}
    # 80 hours, 60 left: 70 today is 10 too much; the plan leaves the nurses 40 at most.
    assert ill.today == (Shortage(role=NURSE, band="dag", minutes=10 * HOUR),)
    assert (ill.plan, ill.holds, ill.first, ill.left) == ((), True, None, ())


def test_a_plan_that_fills_the_helpers_breaks_there_first_and_dividing_anew_mends_it():
    mapping = unit(
        work("move", 48),
        work("own", 1, giver=HELPER),
        staffing=(staff(NURSE, 100), staff(HELPER, 60)),
    )
    vacancy = stressed(mapping)["stress.vacancy"]
    assert vacancy.today == ()
    # 49 hours with the helpers, whose 60 become 48.
    assert vacancy.plan == (Shortage(role=HELPER, band="dag", minutes=HOUR),)
    assert not vacancy.holds
    assert vacancy.first == vacancy.plan[0]
    assert vacancy.left == ()


def test_a_pinned_task_is_not_divided_anew():
    mapping = unit(work("stay", 70), staffing=(staff(NURSE, 80), staff(HELPER, 100)))
    pinned = Demands(pinned=frozenset({"stay"}))
    ill = stressed(mapping, demands=pinned)["stress.ill"]
    assert ill.today == ill.plan == ill.left == (Shortage(role=NURSE, band="dag", minutes=600),)
    assert ill.holds


def test_forced_moves_and_budgets_do_not_bind_when_hands_are_short():
    mapping = unit(work("go", 48), staffing=(staff(NURSE, 100), staff(HELPER, 60)))
    forced = Demands(forced={("go", HELPER): 1.0})
    summer = stressed(mapping, demands=forced)["stress.summer"]
    # 48 hours with 30 left; the nurses' 50 take what the helpers cannot.
    assert summer.plan == (Shortage(role=HELPER, band="dag", minutes=18 * HOUR),)
    assert summer.left == ()


def test_half_the_staff_cannot_do_what_all_of_them_do():
    mapping = unit(work("a", 60), staffing=(staff(NURSE, 80), staff(HELPER, 40)))
    summer = stressed(mapping)["stress.summer"]
    # Nurses do 60 of 40; of it at most 17 fit with the helpers (0.85 of 20).
    assert summer.today == (Shortage(role=NURSE, band="dag", minutes=20 * HOUR),)
    (left,) = summer.left
    assert (left.role, left.minutes) == (NURSE, 3 * HOUR)


def test_first_to_break_is_the_largest_shortage_beside_full_hours():
    mapping = unit(
        fixed("big", 190), fixed("own", 19, HELPER),
        fixed("small", 10, HOST),
        staffing=(staff(NURSE, 200), staff(HELPER, 20), staff(HOST, 10)),
    )  # fmt: skip
    vacancy = stressed(mapping)["stress.vacancy"]
    # 30 of 200, 3 of 20, 2 of 10.
    assert vacancy.first == Shortage(role=HOST, band="dag", minutes=2 * HOUR)


def test_work_nobody_does_is_a_shortage_until_somebody_takes_it_up():
    missed = replace(work("rounds", 10), missed={"dag": 0.5}, today={"dag": {NURSE: 0.5}})
    mapping = unit(missed, staffing=(staff(NURSE, 80), staff(HELPER, 60)))
    ill = stressed(mapping)["stress.ill"]
    assert ill.today == (Shortage(role=None, band="dag", minutes=300, leaf="rounds"),)
    assert ill.plan == ill.left == ()


@pytest.mark.parametrize(("persons", "left"), [(8, 0.75), (3, 1 / 3), (2, 0.0), (1, 0.0)])
def test_the_hours_left_follow_from_the_persons(persons, left):
    mapping = unit(staffing=(staff(NURSE, 100, persons=persons), staff(HELPER, 100, persons=40)))
    ill = next(s for s in strains(mapping, CATALOGUE) if s.code == "stress.ill")
    assert dict(ill.left) == pytest.approx({NURSE: left})


def test_nurses_are_hit_though_the_helpers_are_more():
    mapping = unit(staffing=(staff(NURSE, 10, persons=3), staff(HELPER, 10, persons=30)))
    assert strains(mapping, CATALOGUE)[0].values["role"] == NURSE
    without = unit(staffing=(staff(HOST, 10, persons=30), staff(HELPER, 10, persons=3)))
    assert strains(without, CATALOGUE)[0].values["role"] == HELPER


def test_a_unit_without_licensed_roles_loses_two_of_its_largest_and_one_without_staff_nobody():
    mapping = unit(staffing=(staff(HOST, 10, persons=3), staff("assistent", 10, persons=6)))
    assert next(iter(strains(mapping, CATALOGUE))).values["role"] == "assistent"
    nobody = strains(unit(staffing=()), CATALOGUE)
    assert [s.code for s in nobody] == ["stress.vacancy", "stress.summer"]


@pytest.mark.parametrize("seed", range(8))
def test_dividing_anew_leaves_no_more_than_today_or_the_plan(seed):
    mapping = ward(seed)
    for one in stressed(mapping).values():
        assert one.gap == 0
        sums = [sum(s.minutes for s in found) for found in (one.today, one.plan, one.left)]
        assert sums[2] <= min(sums[0], sums[1]) + 6  # a minute for each role and band


def test_a_strain_takes_hours_from_staff_alone_and_rounds_down():
    problem = canonical(Case.of(ward(0), CATALOGUE, QUESTION).problem()).problem
    summer = strains(ward(0), CATALOGUE)[-1].strained(problem)
    assert (summer.full == problem.full // 2).all()
    assert (summer.room <= summer.full).all()
    assert np.array_equal(summer.other, problem.other)
