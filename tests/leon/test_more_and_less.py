"""More money, seats or trained people never hurt; what is forbidden never appears."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.instance.asked import Budget
from taskmap.leon.instance.capable import capable
from taskmap.leon.solve import solve
from taskmap.solver.highs import Limits
from tests.leon.generated import problem
from tests.leon.generated_themes import THEMES
from tests.leon.test_always import no_worse, worth

PEOPLE = range(0, 30 * len(THEMES), len(THEMES))  # seeds of the theme that is rich in courses


@pytest.mark.parametrize("seed", PEOPLE)
def test_more_money_never_gives_a_worse_plan(seed):
    p = problem(seed)
    each = tuple(3 + k for k in range(len(p.competences)))
    little, much = (
        Budget(kind="training_kroner", subject="", most=most, each=each) for most in (4, 9)
    )
    poor = replace(p, asked=replace(p.asked, budgets=(little,)))
    rich = replace(p, asked=replace(p.asked, budgets=(much,)))
    assert no_worse(worth(rich), worth(poor))


def test_money_matters_in_some_of_those_units():
    unpaid = (Budget(kind="training_kroner", subject="", most=0, each=(1, 1)),)
    gains = []
    for seed in PEOPLE:
        p = problem(seed)
        poor = replace(p, asked=replace(p.asked, budgets=unpaid))
        gains.append(not no_worse(worth(poor), worth(p)))
    assert sum(gains) >= 5


@pytest.mark.parametrize("seed", PEOPLE)
def test_more_trained_people_never_give_a_worse_plan(seed):
    p = replace(problem(seed), practices=())
    learnt = (p.trainable > 0).astype(int)
    more = replace(p, held=p.held + learnt, trainable=p.trainable - learnt)
    if (capable(more).today() > capable(p).today()).any():
        return  # who can do a frequent task today is also who must still be able to
    assert no_worse(worth(more), worth(p))


@pytest.mark.parametrize("seed", range(40))
def test_a_move_that_is_forbidden_never_appears_and_forbidding_never_helps(seed):
    p = problem(seed)
    plan = solve(p, Limits())
    moved = [(int(t), int(r)) for t, r in np.argwhere((plan.shares > p.today).any(axis=2))]
    for pair in moved[:2]:
        without = replace(p, asked=replace(p.asked, forbidden=(*p.asked.forbidden, pair)))
        found = solve(without, Limits())
        assert not (found.shares[pair] > p.today[pair]).any()
        assert no_worse(worth(p), worth(without))
