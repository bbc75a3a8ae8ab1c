"""Options in generated units: every plan lawful, spoiled ones refused, content alone decides."""

from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import exact_values, load_of, whole
from taskmap.leon.instance.canonical import _permuted, canonical
from taskmap.leon.instance.problem import Problem
from taskmap.leon.solve import Solution, solve
from taskmap.leon.telling.flows import flows
from taskmap.solver.highs import Limits
from tests.leon.checker import broken
from tests.leon.generated_options import problem


@pytest.fixture(scope="module")
def solved() -> list[tuple[Problem, Solution]]:
    problems = [problem(seed, leaves=5, roles=4) for seed in range(80)]
    return [(p, solve(p, Limits(nodes=5000))) for p in problems]


def kind(option) -> str:
    if option.stops:
        return "stop"
    return "elsewhere" if option.work is None else "work"


def test_the_checker_accepts_every_plan_with_options(solved):
    for p, s in solved:
        assert broken(p, s.shares, s.missed, s.trained, s.chosen) == []
    taken = Counter(kind(p.options[k]) for p, s in solved for k in np.flatnonzero(s.chosen))
    # Every kind is taken now and then, and now and then not: else this would prove little.
    assert min(taken[name] for name in ("stop", "elsewhere", "work")) >= 4
    assert sum(taken.values()) < sum(len(p.options) for p, _ in solved) / 2


def test_both_checks_agree_on_options_spoiled(solved):
    rng, refused = Random(11), 0  # noqa: S311 - no secret, only variety
    some = [(p, s) for p, s in solved if p.options]
    for p, s in some:
        chosen = s.chosen.copy()
        k = rng.randrange(len(chosen))
        chosen[k] = 1 - chosen[k]
        ours = complaints(p, s.shares, s.missed, s.trained, chosen)
        theirs = broken(p, s.shares, s.missed, s.trained, chosen)
        assert bool(ours) == bool(theirs), (ours, theirs)
        refused += bool(theirs)
    assert refused == len(some) > 60


def test_minutes_of_moves_and_options_are_the_change_of_load(solved):
    for p, s in solved:
        told = sum(
            flow.relieved - sum(n for (kind, _), n in flow.by.items() if kind != "relieved")
            for bands in flows(p, s).values()
            for flow in bands.values()
        )
        before, after = p.load_today, load_of(p, s.shares, s.trained, s.chosen)
        assert told == sum(
            whole(int(x)) - whole(int(y)) for x, y in zip(before.flat, after.flat, strict=True)
        )


@pytest.mark.parametrize("seed", range(12))
def test_the_order_and_names_of_things_decide_no_option(seed):
    rng = Random(seed)  # noqa: S311 - no secret, only variety
    p = problem(seed, leaves=4, roles=3)
    order = {
        kind: np.array(rng.sample(range(len(ids)), len(ids)), dtype=np.int64)
        for kind, ids in zip("trbc", (p.leaves, p.roles, p.bands, p.competences), strict=True)
    }
    moved = _permuted(p, order)
    names = tuple(f"oppgave-{i}" for i in range(len(p.leaves)))
    options = tuple(replace(o, name=f"måte-{k}") for k, o in enumerate(moved.options))
    answers = [_answer(q) for q in (p, replace(moved, leaves=names, options=options))]
    assert answers[0] == answers[1]


def _answer(p: Problem) -> tuple:
    ordered = canonical(p)
    s = solve(ordered.problem, Limits())
    values = exact_values(ordered.problem, s.shares, s.missed, s.trained, s.chosen)
    taken = zip(ordered.problem.options, s.chosen.tolist(), strict=True)
    return values, s.shares.tolist(), [(replace(o, name=""), n) for o, n in taken]


def test_an_option_nobody_can_do_is_never_taken():
    p = problem(4, leaves=4, roles=3)
    shut = p.may_grow.copy()
    shut[p.optional] = False
    s = solve(replace(p, may_grow=shut), Limits())
    assert not any(
        n for option, n in zip(p.options, s.chosen, strict=True) if option.work is not None
    )


def test_a_dearer_option_is_never_worth_more(solved):
    for p, s in solved[:25]:
        dear = tuple(replace(option, price=option.price + 500_000_000) for option in p.options)
        other = solve(replace(p, options=dear), Limits(nodes=5000), last="price")
        price = {level.name: level.value for level in other.reached}
        known = {level.name: level.value for level in s.reached}
        if all(abs(price[n] - known[n]) < 0.01 for n in ("breach", "missed", "over")):
            assert price["price"] >= known["price"] - 0.1
