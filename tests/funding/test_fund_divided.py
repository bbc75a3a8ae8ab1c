"""A fund's money divided: against every plan there is, whatever things are called."""

import random
from dataclasses import replace
from datetime import date

import pytest
from made_funds import Checker, drawn, fund, need

from taskmap.funding import Why, divide
from taskmap.model.fund import Fairness, Grant, Status

SEEDS = [pytest.param(seed, marks=[] if seed < 25 else [pytest.mark.full]) for seed in range(300)]


def plan_of(answer):
    return {each.need.id: each.year for each in answer.planned}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_there_is_beats_the_one_found(seed):
    what = drawn(seed)
    checker, answer = Checker(what), divide(what)
    assert checker.breaks(plan_of(answer)) == (0, False)
    assert checker.worth(plan_of(answer)) == checker.best()
    assert answer.gap == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_left_out_would_cost_what_is_said(seed):
    what = drawn(seed, most=5)
    checker, answer = Checker(what), divide(what)
    best = checker.best()
    for left in answer.left:
        if left.why in {Why.NO_COST, Why.NO_EFFECT, Why.OUTSIDE}:
            assert left.need not in checker.open
            continue
        plans = [p for p in checker.all_plans() if left.need.id in p]
        held = [p for p in plans if checker.breaks(p) == (0, False)]
        same = [checker.worth(p)[2] for p in held if checker.worth(p)[:2] == best[:2]]
        assert left.loss == (min(same) - best[2] if same else None)
        if left.loss is None and any(checker.breaks(p, fair=False) == (0, False) for p in plans):
            assert left.why is Why.FAIRNESS


@pytest.mark.parametrize("seed", SEEDS)
def test_the_least_more_money_that_gives_more_hours(seed):
    what = drawn(seed, most=5)
    checker, answer = Checker(what), divide(what)
    best = checker.best()
    better = [
        (checker.breaks(plan)[0], worth[2])
        for plan in checker.all_plans()
        if not checker.breaks(plan)[1]
        and (worth := checker.worth(plan))[2] < best[2]
        and worth[:2] <= best[:2]
        and worth[0] <= best[0]
        and worth[1] <= best[1]
    ]
    if answer.more is None:
        assert not better
        return
    least = min(extra for extra, _ in better)
    assert answer.more.amount == least
    assert answer.more.hours == best[2] - min(h for extra, h in better if extra <= least)


@pytest.mark.parametrize("seed", range(6))
def test_names_and_order_change_nothing(seed):
    what = drawn(seed, most=9)
    names = {"a": "z", "b": "æ", "c": "m", "u1": "ø", "u2": "b", None: None}
    renamed = [
        replace(n, id=f"x{9 - at}", organisation=names[n.organisation], unit=names[n.unit])
        for at, n in enumerate(what.needs)
    ]
    random.Random(seed).shuffle(renamed)  # noqa: S311 - no secret
    first, second = divide(what), divide(replace(what, needs=tuple(renamed)))
    of = [
        sorted((each.need.on, each.need.cost, each.year) for each in answer.planned)
        for answer in (first, second)
    ]
    assert of[0] == of[1]
    assert [first.years, first.hours, first.more] == [second.years, second.hours, second.more]


def test_decisions_stand_and_the_rest_is_planned_again():
    dear, cheap = need("dear", [90], 100), need("cheap", [60], 80)
    assert plan_of(divide(fund(dear, cheap, amounts=(100,)))) == {"dear": 2027}
    decided = Grant(on=date(2026, 11, 1), office="HR", year=2027, cost=(50,))
    granted = replace(cheap, status=Status.GRANTED, grant=decided)
    answer = divide(fund(dear, granted, amounts=(100,)))
    assert plan_of(answer) == {}
    assert [(each.need.id, each.why, each.loss) for each in answer.left] == [
        ("dear", Why.MONEY, None)
    ]
    assert (answer.years[0].granted, answer.years[0].rest) == (50, 50)
    assert answer.more.amount == 40


def test_the_reserve_is_never_planned_and_carries_over_only_where_it_is_said():
    second = need("late", [120], 10, earliest=2028)
    alone = divide(fund(second, amounts=(100, 100)))
    assert [each.why for each in alone.left] == [Why.MONEY]
    assert plan_of(divide(fund(second, amounts=(100, 100), carries_over=True))) == {"late": 2028}
    assert alone.more.amount == 20


def test_each_who_asks_is_given_one_and_what_that_pushes_out_is_told():
    large, small = need("large", [90], 500), need("small", [40], 5, organisation="granmo")
    free = divide(fund(large, small, amounts=(100,)))
    assert [(each.need.id, each.why, each.loss) for each in free.left] == [
        ("small", Why.MONEY, 495)
    ]
    rules = Fairness(least=0.3)
    fair = divide(fund(large, small, amounts=(100,), fairness=rules))
    owed = {each.party: (each.least, each.short) for each in fair.given}
    assert owed == {"granmo": (30, 0), "solvik": (30, 30)} or owed["solvik"] == (30, 0)
    both = divide(fund(large, small, amounts=(100, 100), fairness=rules))
    assert set(plan_of(both)) == {"large", "small"}


def test_nothing_is_guessed_of_what_nobody_has_said():
    needs = need("unknown", [10]), need("no_cost", [], 50), need("late", [10], 9, earliest=2040)
    answer = divide(fund(*needs))
    assert {each.need.id: each.why for each in answer.left} == {
        "unknown": Why.NO_EFFECT, "no_cost": Why.NO_COST, "late": Why.OUTSIDE,
    }  # fmt: skip
    assert answer.hours == {}
