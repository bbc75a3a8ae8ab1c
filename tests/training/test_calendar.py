"""The joint programme keeps its rules, is the best there is, and tells why some have no place."""

from dataclasses import replace
from random import Random

import pytest

from taskmap.model.programme import Form, OwnLecturer
from taskmap.model.training import Reason
from taskmap.training.calendar import calendar
from tests.training.brute import best
from tests.training.checker import complaints, worth
from tests.training.years import course, drawn, want, year

SEEDS = [*range(12), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(12, 300))]

COSTS = {"minutes", "kroner"}


def near(found, expected):
    return found[:3] == expected[:3] and found[3] == pytest.approx(expected[3], abs=0.02)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_better_exists_and_every_rule_is_kept(seed):
    programme, wants = drawn(seed, courses=1 + seed % 2)
    found = calendar(replace(programme, hosting_slack=0.0), wants)
    assert complaints(programme, wants, found) == []
    assert near(worth(programme, found), best(programme, wants))
    for aim in found.aims:
        assert aim.value - aim.bound < 0.51, aim


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_hosting_costs_no_more_than_it_may(seed):
    programme, wants = drawn(seed + 1000, courses=5)
    alone = calendar(replace(programme, hosting_slack=0.0), wants)
    found = calendar(replace(programme, hosting_slack=0.1), wants)
    assert complaints(programme, wants, found) == []
    assert worth(programme, found)[:3] == worth(programme, alone)[:3]
    spread = [max(c.hosted.values()) - min(c.hosted.values()) for c in (found, alone)]
    assert spread[0] <= spread[1]
    cost = [next(a.value for a in reversed(c.aims[:-2]) if a.name in COSTS) for c in (found, alone)]
    assert cost[0] <= 1.1 * cost[1] + 0.01


def test_the_same_content_gives_the_same_calendar_in_any_order():
    programme, wants = drawn(7, courses=6)
    found = calendar(programme, wants)
    dice, courses, rooms = Random(1), list(programme.courses), list(programme.venues)  # noqa: S311 - nothing is secret
    for each in (courses, rooms, wants):
        dice.shuffle(each)
    other = replace(programme, courses=tuple(courses), venues=tuple(rooms))
    assert calendar(other, wants) == found


def test_a_run_is_held_where_most_come_from():
    found = calendar(year([course(run_cost=500.0)]), [want("berg", 6), want("dal", 3)])
    (placed,) = found.placed
    assert (placed.venue, placed.runs, placed.minutes) == ("sal-berg", 1, 3 * 60)
    assert placed.come == {"berg": 6, "dal": 3}


def test_video_serves_those_who_would_travel_far():
    wants = [want("berg", 6), want("dal", 2), want("fjord", 4)]
    offered = course(form=Form.MIXED, seats=20, run_cost=500.0)
    rooms = year([]).venues[:2]
    found = calendar(year([offered], video_from=60, venues=rooms), wants)
    # On site in Berg: 2 x 60 and 4 x 180 minutes; by video twelve count as an hour each.
    assert [placed.venue for placed in found.placed] == [None]
    near = calendar(year([offered], video_from=200, venues=rooms), wants)
    assert [placed.venue for placed in near.placed] == ["sal-berg"]


def test_own_lecturers_go_before_hired_ones_and_only_so_often():
    offered = course(
        seats=3, lecturers=(OwnLecturer(organisation="dal", runs=2),), hired_fee=5000.0
    )
    found = calendar(year([offered]), [want("berg", 9)])
    assert sum(sum(p.own.values()) for p in found.placed) == 2
    assert sum(p.hired for p in found.placed) == 1


def test_hosting_alternates_between_rooms_that_are_as_good():
    courses = [course(f"kurs{n}", run_cost=500.0) for n in range(4)]
    wants = [want(member, 4, c.id) for c in courses for member in ("berg", "dal")]
    travel = {("berg", "dal"): 30.0}
    rooms = year([]).venues[:2]
    found = calendar(year(courses, venues=rooms, travel=travel, hosted={"berg": 2}), wants)
    assert found.hosted == {"berg": 3, "dal": 3}
    halves = [sum(p.runs for p in found.placed if p.half == half) for half in (1, 2)]
    assert halves == [2, 2]


@pytest.mark.parametrize(
    ("given", "wants", "reason"),
    [
        ({"least": 5}, [want("berg", 3)], Reason.TOO_FEW),
        ({"most_runs": 1, "seats": 4}, [want("berg", 6)], Reason.MOST_RUNS),
        ({"lecturers": (OwnLecturer(organisation="dal", runs=1),), "seats": 4},
         [want("berg", 6)], Reason.NO_LECTURER),
    ],
)  # fmt: skip
def test_why_somebody_has_no_place(given, wants, reason):
    found = calendar(year([course(**given)]), wants)
    assert reason in found.unmet[0].reasons


def test_who_cannot_get_there_and_what_nobody_offers():
    far = calendar(year([course()], most_travel=60.0, venues=year([]).venues[:1]),
                   [want("berg", 3), want("fjord", 2)])  # fmt: skip
    assert [(u.organisation, u.persons, u.reasons) for u in far.unmet] == [
        ("fjord", 2, (Reason.TOO_FAR,))
    ]
    lost = calendar(year([course()]), [want("berg", 3, "annet")])
    assert lost.unmet[0].reasons == (Reason.NOT_OFFERED,)


def test_the_course_that_comes_first_comes_first():
    courses = [course("grunn", most_runs=1, seats=4), course("videre", requires=("grunn",))]
    found = calendar(year(courses), [want("berg", 6, "grunn"), want("berg", 6, "videre")])
    come = {p.course: p.come["berg"] for p in found.placed}
    assert come == {"grunn": 4, "videre": 4}
    later = [u for u in found.unmet if u.course == "videre"]
    assert Reason.FIRST_COURSE in later[0].reasons
