"""What no plan of a unit can be below, at every price of money: a few points prove the rest."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np

from taskmap.leon.together.side import Side
from taskmap.model.pool import Point
from taskmap.solver.hot import Hot
from taskmap.solver.programme import Floats
from taskmap.solver.proven import proven

Corner = tuple[float, float]  # price of an øre, and what no plan is below there

SOLVES = 8  # relaxations at most for each unit
NEAR = 1e-5  # of the value: lines so near the curve are not refined
LEAST = 1e-6  # øre: lines so alike are the same


def curve(side: Side) -> tuple[Point, ...]:
    """Points of the relaxation's least price plus places, over the price of money.

    The true value is concave in the price of money, being the least of one line for each plan: so
    between two points no plan is below the straight line between them, and after the last none is
    below it.

    Example: at 0 the plan costs 90 and asks for 1,000 øre; without places it costs 100. Where an
    øre costs 0.01 the lines meet; there a plan of 94 and 400 øre costs 98, not 100.
    """
    money = sum(
        (float(side.ore[course]) * each for course, each in side.places.items()),
        np.zeros_like(side.price.cost),
    )
    hot = Hot(side.programme, side.price.cost)
    found = {0.0: _point(side, hot, money, 0.0)}
    if money.any():
        waiting = [(_line(found[0.0]), (_without(side, money), 0.0))]
        while waiting and len(found) < SOLVES:
            left, right = waiting.pop(0)
            if left[1] - right[1] <= LEAST:
                continue
            at = (right[0] - left[0]) / (left[1] - right[1])
            if at <= 0.0 or at in found:
                continue
            found[at] = point = _point(side, hot, money, at)
            if left[0] + at * left[1] - point.bound > NEAR * max(1.0, abs(point.bound)):
                waiting += [(left, _line(point)), (_line(point), right)]
    return tuple(found[at] for at in sorted(found))


def _line(point: Point) -> tuple[float, float]:
    """Value at no price of money, and øre: the line of the plan found at a point."""
    return point.bound - point.at * point.spend, point.spend


def _point(side: Side, hot: Hot, money: Floats, at: float) -> Point:
    cost = side.price.cost + at * money
    changed = np.flatnonzero(money)
    if changed.size:
        hot.set_cost(changed, cost[changed])
    found = hot.solve()
    if found.values is None:
        raise ValueError("a unit that has a plan has no relaxation")
    bound = proven(side.programme, cost, hot.row_duals) + side.price.constant
    return Point(at=at, bound=bound, spend=float(money @ found.values))


def _without(side: Side, money: Floats) -> float:
    """The relaxed value where no place is taken; it tells where to look and proves nothing."""
    lower, upper = side.programme.lower, side.programme.upper
    none = side.programme.within(lower, np.where(money > 0, lower, upper))
    return Hot(none, side.price.cost).solve().value + side.price.constant


def under(points: Sequence[Point]) -> tuple[tuple[float, float], ...]:
    """The lowest that the points prove, as corners of a concave line that goes on level.

    Args:
        points: of one unit, with what else proves a bound at some price.
    """
    corners: list[tuple[float, float]] = []
    for point in sorted(points, key=lambda p: (p.at, p.bound)):
        here = (point.at, max(point.bound, corners[-1][1] if corners else point.bound))
        while corners and corners[-1][0] == here[0]:
            corners.pop()
        while len(corners) > 1 and not _bends(corners[-2], corners[-1], here):
            corners.pop()
        corners.append(here)
    return tuple(corners)


def _bends(first: Corner, second: Corner, third: Corner) -> bool:
    """Whether the middle one is above the line between its neighbours."""
    (x, a), (y, b), (z, c) = first, second, third
    return (b - a) * (z - x) > (c - a) * (y - x)


def best_price(curves: Sequence[Sequence[Corner]], ore: int) -> tuple[float, Fraction]:
    """The price of an øre at which the bound over all units is highest, and that bound.

    At any price the sum of what the units cannot be below, less the budget at that price, is below
    every plan for all of them within the budget. The sum bends only at the units' own corners.

    Args:
        curves: corners of every unit.
        ore: the budget.
    """
    bends: list[tuple[float, float]] = []
    slope = -float(ore)
    for corners in curves:
        slopes = [(d - b) / (c - a) for (a, b), (c, d) in pairwise(corners)]
        slope += sum(slopes[:1])
        falls = [s - t for s, t in pairwise([*slopes, 0.0])]
        bends += zip((at for at, _ in corners[1:]), falls, strict=True)
    best = 0.0
    for at, less in sorted(bends):
        if slope <= 0.0:
            break
        slope, best = slope - less, at
    return best, bound_at(curves, ore, best)


def bound_at(curves: Sequence[Sequence[Corner]], ore: int, at: float) -> Fraction:
    """What no plan for all units within the budget is below, counted exactly."""
    total = sum((_exact(corners, Fraction(at)) for corners in curves), Fraction(0))
    return total - Fraction(at) * ore


def _exact(corners: Sequence[Corner], at: Fraction) -> Fraction:
    exact = [(Fraction(x), Fraction(y)) for x, y in corners]
    for (x, a), (y, b) in pairwise(exact):
        if x <= at <= y:
            return a + (b - a) * (at - x) / (y - x)
    return exact[-1][1]
