"""The front by hand: no point is beaten, and each is the plan its question gives."""

from dataclasses import replace
from itertools import permutations

import pytest
from small_unit import CATALOGUE, ON, QUESTION, staffing, task, ward

from taskmap.leon.case import Case
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.robustness.front import front
from taskmap.leon.robustness.outlook import Outlook, worth_solving
from taskmap.leon.suggest import suggest
from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision
from tests.leon import small
from tests.leon.robustness import drawn

OPEN = (LocalDecision(role="worker", kind=DecisionKind.ALLOWED, on=ON, office="leader"),)


def medicines(number):
    """A round of 20 minutes that asks for a course of 1,000 kroner."""
    count = {"day": 10 + 3 * number}
    return task(f"m{number}", count, 20, "nurse", competences=("medicines",), decisions=OPEN)


def plain(number):
    return task(f"p{number}", {"day": 10 + 2 * number}, 10, "nurse", decisions=OPEN)


UNIT = ward(
    *(medicines(n) for n in range(3)),
    *(plain(n) for n in range(3)),
    staff=(
        staffing("nurse", {"day": 80}),
        staffing("worker", {"day": 40}, competences={"medicines": 1}),
    ),
)


def asked_for(point, question=QUESTION):
    demands = replace(question.demands, training_kroner=point.training_kroner)
    return replace(question, max_changes=point.max_changes, demands=demands)


def asked(point):
    return point.max_changes, point.training_kroner


@pytest.fixture(scope="module")
def points():
    return front(UNIT, CATALOGUE, QUESTION).points


def test_money_and_changes_are_both_weighed(points):
    assert len(points) >= 8
    assert {point.kroner for point in points} == {0.0, 1000.0}
    assert {point.changes for point in points} == {1, 2, 3, 4, 5, 6}
    assert all(point.gap == 0 for point in points)


def test_no_point_is_beaten(points):
    for one, other in permutations(points, 2):
        no_more = one.changes <= other.changes and one.kroner <= other.kroner
        assert not (no_more and one.price_saved >= other.price_saved)


def test_each_point_is_the_plan_its_question_gives(points):
    for point in points:
        question = asked_for(point)
        moving = Case.of(UNIT, CATALOGUE, question).solved()
        s = moving.solution
        assert not complaints(moving.problem, s.shares, s.missed, s.trained, s.chosen)
        plan = suggest(UNIT, CATALOGUE, question)
        saved = {o.name: o.baseline - o.value for o in plan.objectives}
        assert (-saved["changed"], saved["price"]) == (point.changes, point.price_saved)
        assert sum(move.minutes.relieved for move in plan.moves) == point.relieved
        assert sum(t.persons * t.price_per_person for t in plan.trainings) == point.kroner


def test_what_comes_before_the_gain_is_told():
    undone = replace(plain(0), missed={"day": 0.5}, today={"day": {"nurse": 0.5}})
    unit = ward(undone, plain(1), staff=(staffing("nurse", {"day": 80}),))
    found = front(unit, CATALOGUE, QUESTION).points
    plans = [suggest(unit, CATALOGUE, asked_for(point)) for point in found]
    for point, plan in zip(found, plans, strict=True):
        up = sum(move.minutes.taken_on for move in plan.moves if move.giver is None)
        assert point.taken_up == up
        assert (point.righted, point.eased) == (0, 0)
    assert any(point.taken_up for point in found)


def test_the_last_point_is_the_plan_without_limits(points):
    best = max(points, key=lambda point: point.price_saved)
    assert (best.max_changes, best.training_kroner) == (None, None)
    assert best == points[-1]


def test_the_questions_own_limits_are_the_widest():
    question = replace(QUESTION, max_changes=2, demands=Demands(training_kroner=0.0))
    found = front(UNIT, CATALOGUE, question).points
    assert max(point.changes for point in found) == 2
    assert {point.kroner for point in found} == {0.0}


def test_as_many_points_as_asked_for_and_no_more():
    assert [p.changes for p in front(UNIT, CATALOGUE, QUESTION, most=1).points] == [6]
    assert 2 <= len(front(UNIT, CATALOGUE, QUESTION, most=4).points) <= 4


def test_the_same_question_gives_the_same_front(points):
    assert repr(front(UNIT, CATALOGUE, QUESTION).points) == repr(points)


def test_solved_to_the_price_alone_the_gains_are_the_same():
    quick = front(UNIT, CATALOGUE, QUESTION, most=5, last="price").points
    full = front(UNIT, CATALOGUE, QUESTION, most=5).points
    first, second = ({asked(p): p.price_saved for p in found} for found in (quick, full))
    assert first.keys() & second.keys()
    assert all(first[key] == second[key] for key in first.keys() & second.keys())


def test_a_first_front_comes_before_the_best_and_its_gaps_hold(points):
    told = []
    front(UNIT, CATALOGUE, QUESTION, at_once=told.append)
    [first] = told
    best = {asked(point): point for point in points}
    both = [(point, best[asked(point)]) for point in first.points if asked(point) in best]
    assert len(both) >= 3
    for soon, proved in both:
        today = sum(o.baseline for o in suggest(UNIT, CATALOGUE, asked_for(proved)).objectives
                    if o.name == "price")  # fmt: skip
        after = today - soon.price_saved
        assert soon.price_saved <= proved.price_saved <= soon.price_saved + soon.gap * after + 1


def test_nothing_to_gain_is_no_front():
    unit = ward(task("a", {"day": 5}, 10, "worker"))
    pinned = replace(QUESTION, demands=Demands(pinned=frozenset({"a"})))
    assert front(unit, CATALOGUE, pinned).points == ()


def test_what_is_stopped_is_a_change_that_relieves():
    stop = Alternative(id="stop", kind=AlternativeKind.STOP)
    unit = ward(task("a", {"day": 12}, 10, "nurse", alternatives=(stop,)), plain(1))
    question = replace(QUESTION, alternatives=frozenset(AlternativeKind))
    first, second = front(unit, CATALOGUE, question).points
    # 120 minutes stopped; then 120 more in another's hands.
    assert (first.changes, first.relieved, first.price_saved) == (1, 120, 720)
    assert (second.changes, second.relieved) == (2, 240)


def test_progress_is_told():
    told = []
    front(UNIT, CATALOGUE, QUESTION, most=3, progress=lambda name, done: told.append((name, done)))
    assert told[0] == ("front", 0.0)
    assert [name for name, _ in told] == ["front"] * len(told)
    assert sorted(done for _, done in told) == [done for _, done in told]


def test_the_outlook_is_never_below_what_a_plan_gains(points):
    everything = replace(QUESTION, max_changes=6, demands=Demands(training_kroner=1000.0))
    case = Case.of(UNIT, CATALOGUE, everything)
    outlook = Outlook(canonical(case.problem()).problem)
    today = outlook.value(0, 0.0)
    for point in points:
        assert today - outlook.value(point.changes, point.kroner) >= point.price_saved - 1e-6
    assert outlook.value(3, 0.0) > outlook.value(3, 1000.0)
    assert outlook.value(2, 0.0) > outlook.value(3, 0.0)


class Slope:
    """A falling line: each change gains half of the one before, each krone a hundredth."""

    def value(self, changes, kroner):
        return 100 * 0.5**changes - kroner / 100


def test_plans_are_chosen_evenly_over_the_gain_and_where_money_matters():
    chosen = worth_solving(Slope(), range(1, 9), [1000.0, 0.0], 10)
    rich = [k for k, kroner in chosen if kroner]
    assert rich[0] == 1
    assert rich[-1] == 8
    assert {2, 3} <= set(rich)
    assert len(chosen) == 10
    assert worth_solving(Slope(), [], [0.0], 5) == ()


@pytest.mark.parametrize("seed", range(2))
def test_generated_wards_have_fronts_that_rise(seed):
    found = front(drawn.ward(seed, tasks=5), small.CATALOGUE, small.QUESTION, most=6).points
    gains = [point.price_saved for point in found]
    assert gains == sorted(gains)
    assert len({point.changes for point in found}) == len(found)
