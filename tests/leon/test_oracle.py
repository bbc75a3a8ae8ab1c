"""The plan is the optimum that brute force finds, level by level."""

from collections.abc import Callable

import pytest

from taskmap.errors import QuestionImpossible
from taskmap.leon.instance.problem import Problem
from taskmap.leon.solve import solve
from taskmap.solver.highs import Limits
from tests.leon import oracle
from tests.leon.generated import problem
from tests.leon.generated_options import problem as with_options

Units = Callable[..., Problem]

# Whole minutes are told; what the levels may lose by rounding is far below one of them.
NEAR = {"breach": 0.002, "missed": 0.004, "over": 0.005, "price": 0.05, "changed": 1e-6}
FIRST = ("breach", "missed", "over")


def near(p: Problem, best: dict[str, float], found: dict[str, float]) -> dict[str, float]:
    """How far from the optimum each level may be told.

    What two plans differ by in the first levels, all of it within what these may lose, comes back
    in the last: a thousandth of a minute is more of the fewest full hours, and as a share of a task
    it is more in the hands in which the task takes longest.
    """
    lost = sum(abs(best[name] - found[name]) for name in FIRST)
    fewest = float(p.full[p.full > 0].min(initial=1e9))
    longest = float(p.minutes.max(initial=0))
    return NEAR | {"peak": 1.1e-5 + lost / fewest, "hands": 0.01 + lost * longest}


def differences(p: Problem, most: int) -> dict[str, tuple[float, float]] | None:
    try:
        best = oracle.best(p, most=most)
    except oracle.TooLarge:
        return None
    try:
        found = {level.name: level.value for level in solve(p, Limits()).reached}
    except QuestionImpossible:
        return {} if best is None else {"impossible": (1, 0)}
    if best is None:
        return {"impossible": (0, 1)}
    found["hands"] += found["rank"] / (2 * int(p.rank.sum()))
    return {n: (best[n], found[n]) for n, most_off in near(p, best, found).items()
            if abs(best[n] - found[n]) > most_off}  # fmt: skip


def tried(seeds: range, most: int, units: Units = problem) -> int:
    results = {seed: differences(units(seed, must=True), most) for seed in seeds}
    wrong = {seed: found for seed, found in results.items() if found}
    assert not wrong
    return sum(found is not None for found in results.values())


def test_a_sample_of_units_with_other_ways_reaches_the_brute_force_optimum():
    assert tried(range(40), most=100, units=with_options) >= 15


@pytest.mark.full
@pytest.mark.parametrize("part", range(5))
def test_many_units_with_other_ways_reach_the_brute_force_optimum(part):
    assert tried(range(400 * part, 400 * (part + 1)), most=400, units=with_options) >= 100


def test_a_sample_of_generated_units_reaches_the_brute_force_optimum():
    assert tried(range(80), most=120) >= 40


@pytest.mark.full
@pytest.mark.parametrize("part", range(10))
def test_thousands_of_generated_units_reach_the_brute_force_optimum(part):
    assert tried(range(400 * part, 400 * (part + 1)), most=400) >= 200
