"""What stopped the rest of a move: the question's own demands are told before a shortage."""

from dataclasses import replace

import pytest

from taskmap.leon.suggest import suggest
from taskmap.model.demands import Demands
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"


def cut(mapping, **demands):
    question = replace(QUESTION, demands=Demands(**demands))
    (move,) = suggest(mapping, CATALOGUE, question).moves
    return move.cut_by


def ward(hours):
    return unit(task("stell", 10, 30, NURSE), staffing=(staff(NURSE, 40), staff(HELPER, hours)))


@pytest.mark.parametrize(
    ("hours", "demands", "code"),
    [
        (3.0, {}, "plan.full"),
        (40.0, {"cap_role": {HELPER: 90}}, "plan.cap_role"),
        (3.0, {"cap_role": {HELPER: 90}}, "plan.cap_role"),
        (3.0, {"cap_role": {HELPER: 2000}}, "plan.full"),
        (40.0, {"cap_leaf": {"stell": 0.4}}, "plan.cap_leaf"),
        (3.0, {"cap_leaf": {"stell": 1.0}}, "plan.full"),
    ],
)
def test_a_cap_that_is_used_up_is_what_stops_the_rest(hours, demands, code):
    assert cut(ward(hours), **demands) == (("dag", code),)


def test_courses_the_question_does_not_pay_for():
    mapping = unit(
        task("medisin", 70, 10, NURSE, competences=("legemiddelhandtering",)),
        staffing=(
            staff(NURSE, 40),
            staff(HELPER, 40, persons=6, competences={"legemiddelhandtering": 1}),
        ),
    )
    assert cut(mapping, training_kroner=0.0) == (("dag", "plan.budget"),)
