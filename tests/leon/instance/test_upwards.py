"""Work moves up only to put a breach, missed work or an overload right."""

from dataclasses import replace

import pytest
from small_unit import CATALOGUE, QUESTION, staffing, task, ward

from taskmap.leon.instance.problem_from import problem_from
from taskmap.leon.judge import judge

STAFF = (
    staffing("doctor", {"day": 20}),
    staffing("nurse", {"day": 20}),
    staffing("worker", {"day": 20}),
)
SHARED = {"nurse": 0.5, "worker": 0.5}


def growing(*tasks, staff=STAFF, **asked):
    mapping = ward(*tasks, staff=staff)
    question = replace(QUESTION, **asked)
    problem = problem_from(mapping, CATALOGUE, question, judge(mapping, CATALOGUE, question))
    row = problem.leaves.index("t")
    return {r for r, may in zip(problem.roles, problem.may_grow[row], strict=True) if may}


@pytest.mark.parametrize(
    ("today", "more", "grows"),
    [
        (SHARED, {}, {"nurse", "worker"} - {"nurse"}),
        ({"doctor": 0.5, "worker": 0.5}, {}, {"nurse", "worker"}),
        ({"nurse": 0.9}, {"missed": {"day": 0.1}}, {"doctor", "nurse", "worker"}),
    ],
)
def test_a_role_dearer_than_all_who_do_it_takes_no_more(today, more, grows):
    assert growing(task("t", {"day": 40}, today=today, **more)) == grows


def test_overload_may_be_relieved_upwards():
    heavy = task("t", {"day": 200}, minutes=10, today="worker")  # 33 hours in 20
    assert "nurse" in growing(heavy)


def test_whoever_asks_for_it_gets_it():
    shared = task("t", {"day": 40}, today=SHARED)
    assert growing(shared, upwards=True) == {"doctor", "nurse", "worker"}
