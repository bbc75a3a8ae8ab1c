"""One objective of a strict order: what it asks, what was reached, and how it is held."""

from dataclasses import dataclass

import numpy as np

from taskmap.solver.highs import Outcome
from taskmap.solver.programme import UNBOUNDED, Floats, Rows

HOLD = 1e-3  # units an earlier objective may lose to a later one by the solver's own rounding
RELATIVE_HOLD = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One objective of the order.

    Args:
        name: such as ``price``.
        cost: of one unit of every column.
        constant: added to the value, so that it is told in full and not as a change.
        floor: no point can be below; reaching it saves the solve.
        slack: relative loss later objectives may cause, 0 for none.
        ceiling: value never exceeded, whatever the slack.
        grain: differences below this do not count. A level and the next may share one solve when
            the next is scaled to less than half of it.
        hold: units the level may lose to later ones by the solver's own rounding.
        relaxes: its relaxed bound is nearly always reached, so that it is worth trying first stages
            of this kind all at once.
        span: the value lies within so much of its floor; needed of a level that shares a solve.
    """

    name: str
    cost: Floats
    constant: float = 0.0
    floor: float = -UNBOUNDED
    slack: float = 0.0
    ceiling: float = UNBOUNDED
    grain: float = 0.0
    hold: float = HOLD
    relaxes: bool = False
    span: float = UNBOUNDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What was reached on one level.

    ``gap`` is (value - bound) / max(1, value), and 0 where the level is proved.
    """

    name: str
    value: float
    bound: float
    gap: float
    outcome: Outcome


def proved(level: Level, value: float) -> Reached:
    """A level on which nothing better exists."""
    return report(level, value, value, gap=0.0, outcome=Outcome.OPTIMAL)


def report(
    level: Level, value: float, bound: float, *, outcome: Outcome, gap: float | None = None
) -> Reached:
    """What was reached, with the gap that the bound leaves unless one is given."""
    if gap is None:
        short = value - bound
        gap = short / max(1.0, abs(value)) if short > margin(level, value) else 0.0
    return Reached(name=level.name, value=value, bound=bound, gap=gap, outcome=outcome)


def value_of(level: Level, point: Floats) -> float:
    """The level's value at a point, told in full."""
    return float(level.cost @ point) + level.constant


def most_of(level: Level, value: float) -> float:
    """What later levels may leave a level at that came to ``value``."""
    return min(value * (1.0 + level.slack), max(level.ceiling, value)) + margin(level, value)


def margin(level: Level, value: float) -> float:
    """What a level may lose to later ones without being called worse."""
    return max(level.hold, level.grain / 2.0, RELATIVE_HOLD * abs(value))


def hold(level: Level, value: float) -> Rows:
    """The row that keeps a level where it came."""
    most = most_of(level, value)
    entries = np.flatnonzero(level.cost)
    # Scaled to coefficients of about one: HiGHS measures a row's error in its own units.
    size = float(np.abs(level.cost).max(initial=0.0)) or 1.0
    return Rows(
        names=(f"level/{level.name}",),
        lower=np.array([-UNBOUNDED]),
        upper=np.array([(most - level.constant) / size]),
        at=np.zeros(len(entries), dtype=np.int64),
        columns=entries.astype(np.int64),
        values=level.cost[entries] / size,
    )
