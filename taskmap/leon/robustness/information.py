"""What it would be worth to know an estimate before deciding."""

from collections.abc import Callable, Sequence

import numpy as np

from taskmap.leon.robustness.estimates import Estimate, triangular
from taskmap.solver.programme import Floats

PARTS = 10  # equally likely parts of a range
FINE = 100  # points in each part, for its mean
ENDS = ((0.05, 0.95), (0.25, 0.75))  # the second where the first leaves no division
REFINED = 20  # estimates looked at part by part, those whose ends differ most

Least = Callable[[Floats], float]


def worth_knowing(estimates: Sequence[Estimate], least: Least) -> list[float]:
    """Price units a week that knowing each estimate beforehand saves, the others being likely.

    The expected value of perfect information about one figure: the least price for its mean, less
    the mean of the least prices with it known, one for each tenth of its range. Where the same plan
    is best over the whole range the two are equal, and knowing is worth nothing.

    Source: ``E[max gain] - max E[gain]`` with one figure uncertain at a time. What two unknown
    figures are worth together is not in it.

    Example: a helper at 5 a minute may take 100 minutes from a nurse at 6, and the factor is 0.8 to
    1.5. At its mean 1.1 the move saves 50. Known, it is made below 1.2 and not above, which saves
    63 on average: knowing is worth 13.

    Where the plan's whole decisions leave no division at all, there is no price to compare: such
    parts of a range are left out.

    Args:
        estimates: the figures.
        least: the least price under a draw, one multiple of the likely value for each estimate.
    """
    likely = least(np.ones(len(estimates)))
    differ = [_ends_differ(e, estimates, least, likely) for e in range(len(estimates))]
    first = sorted(range(len(estimates)), key=lambda e: (-differ[e], e))[:REFINED]
    return [
        _value(e, estimates, least) if e in first and differ[e] > 0 else 0.0
        for e in range(len(estimates))
    ]


def _ends_differ(e: int, estimates: Sequence[Estimate], least: Least, likely: float) -> float:
    """How far the least price bends between the ends of a range: 0 where one plan fits both."""
    for between in ENDS:
        low, high = _quantiles(estimates[e], np.array(between)).tolist()
        part = (1.0 - low) / (high - low)
        ends = [least(_one(e, len(estimates), value)) for value in (low, high)]
        if np.isfinite(ends).all():
            return likely - (1.0 - float(part)) * ends[0] - float(part) * ends[1]
    return 0.0


def _value(e: int, estimates: Sequence[Estimate], least: Least) -> float:
    chance = (np.arange(PARTS * FINE) + 0.5) / (PARTS * FINE)
    parts = _quantiles(estimates[e], chance).reshape(PARTS, FINE).mean(axis=1)
    known = np.array([least(_one(e, len(estimates), float(value))) for value in parts])
    there = np.isfinite(known)
    if not there.any():
        return 0.0
    blind = least(_one(e, len(estimates), float(parts[there].mean())))
    worth = float(there.mean()) * (blind - float(known[there].mean()))
    return max(0.0, worth) if np.isfinite(worth) else 0.0


def _quantiles(estimate: Estimate, chance: Floats) -> Floats:
    ends = (np.full(chance.shape, end) for end in (estimate.low, estimate.high))
    return triangular(chance, *ends)


def _one(e: int, estimates: int, value: float) -> Floats:
    """Every figure likely but one."""
    draw = np.ones(estimates)
    draw[e] = value
    return draw
