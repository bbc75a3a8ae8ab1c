"""A level is called proved only where the point kept is the one that was proved."""

import numpy as np

from taskmap.solver.highs import Answer, Outcome
from taskmap.solver.level import Level
from taskmap.solver.order import reports

LEVEL = Level(name="price", cost=np.array([1.0]), floor=0.0)
POINT = np.array([10.0])


def test_an_optimum_lost_by_rounding_leaves_a_gap():
    lost = Answer(outcome=Outcome.OPTIMAL, values=None, value=np.inf, bound=4.0)
    (told,) = reports((LEVEL,), POINT, lost)
    assert (told.value, told.bound, told.outcome) == (10.0, 4.0, Outcome.WORK_LIMIT)
    assert told.gap == 0.6


def test_nothing_better_than_the_point_at_hand_is_a_proof():
    none = Answer(outcome=Outcome.INFEASIBLE, values=None, value=np.inf, bound=np.inf)
    (told,) = reports((LEVEL,), POINT, none)
    assert (told.value, told.gap) == (10.0, 0.0)
    best = Answer(outcome=Outcome.OPTIMAL, values=POINT, value=10.0, bound=9.9999)
    (told,) = reports((LEVEL,), POINT, best)
    assert (told.gap, told.outcome) == (0.0, Outcome.OPTIMAL)
