"""Objectives in strict order: each is minimised, then held, before the next is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from taskmap.solver.highs import Answer, Limits, Outcome, minimise
from taskmap.solver.programme import UNBOUNDED, Floats, Programme, Rows

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
    """

    name: str
    cost: Floats
    constant: float = 0.0
    floor: float = -UNBOUNDED
    slack: float = 0.0
    ceiling: float = UNBOUNDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What was reached on one level.

    ``gap`` is (value - bound) / max(1, value), and 0 where the two differ by no more than HOLD.
    """

    name: str
    value: float
    bound: float
    gap: float
    outcome: Outcome


def in_order(
    programme: Programme,
    levels: Sequence[Level],
    start: Floats,
    limits: Limits,
    told: Callable[[str, float], None] | None = None,
) -> tuple[Floats, tuple[Reached, ...]]:
    """Minimise the levels one after the other, each held while the next is minimised.

    ``start`` satisfies every row and is always among the candidates, so that no level ends worse
    than it by the work limit alone.
    """
    point, held, reached = start, [], []
    for done, level in enumerate(levels):
        if told is not None:
            told(level.name, done / len(levels))
        point, report = _one(programme, level, point, tuple(held), limits)
        reached.append(report)
        held.append(_hold(level, report.value))
    return point, tuple(reached)


def _one(
    programme: Programme, level: Level, point: Floats, held: tuple[Rows, ...], limits: Limits
) -> tuple[Floats, Reached]:
    now = _value(level, point)
    if now <= level.floor + HOLD:
        return point, _report(level, now, level.floor, Outcome.OPTIMAL)
    answer = minimise(programme, level.cost, limits, extra=held, start=point)
    bound = answer.bound + level.constant
    if answer.values is None or _value(level, answer.values) >= now:
        # The point at hand stands; if it cannot be beaten that is a proof, not a failure.
        return point, _report(level, now, min(bound, now), _outcome(answer))
    value = _value(level, answer.values)
    return answer.values, _report(level, value, min(bound, value), answer.outcome)


def _outcome(answer: Answer) -> Outcome:
    # Infeasible by the hold's last digit while a point is at hand: nothing better exists.
    return Outcome.OPTIMAL if answer.outcome is Outcome.INFEASIBLE else answer.outcome


def _report(level: Level, value: float, bound: float, outcome: Outcome) -> Reached:
    bound = max(bound, level.floor)
    gap = 0.0
    if value - bound > _margin(value) and outcome is not Outcome.OPTIMAL:
        gap = (value - bound) / max(1.0, abs(value))
    return Reached(name=level.name, value=value, bound=bound, gap=gap, outcome=outcome)


def _value(level: Level, point: Floats) -> float:
    return float(level.cost @ point) + level.constant


def _margin(value: float) -> float:
    return max(HOLD, RELATIVE_HOLD * abs(value))


def _hold(level: Level, value: float) -> Rows:
    """The row that keeps a level where it came."""
    most = min(value * (1.0 + level.slack), max(level.ceiling, value)) + _margin(value)
    entries = np.flatnonzero(level.cost)
    # Scaled to coefficients of about one: HiGHS measures a row's error in its own units.
    size = float(np.abs(level.cost).max(initial=1.0)) or 1.0
    return Rows(
        names=(f"level/{level.name}",),
        lower=np.array([-UNBOUNDED]),
        upper=np.array([(most - level.constant) / size]),
        at=np.zeros(len(entries), dtype=np.int64),
        columns=entries.astype(np.int64),
        values=level.cost[entries] / size,
    )
