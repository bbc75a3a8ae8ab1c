"""Objectives in strict order: each is minimised, then held, before the next is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
        grain: differences below this do not count. A level and the next may share one solve when
            the next is scaled to less than half of it.
        hold: units the level may lose to later ones by the solver's own rounding.
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


def in_order(
    programme: Programme,
    stages: Sequence[tuple[Level, ...]],
    start: Floats,
    limits: Limits,
    told: Callable[[str, float], None] | None = None,
) -> tuple[Floats, tuple[Reached, ...]]:
    """Minimise the stages one after the other, each held while the next is minimised.

    A stage is one level, or a few that are solved as one weighted sum without losing their order.
    ``start`` satisfies every row and is always among the candidates, so that no level ends worse
    than it by the work limit alone.
    """
    point = start
    held: list[Rows] = []
    reached: list[Reached] = []
    for done, stage in enumerate(stages):
        if told is not None:
            told(stage[0].name, done / len(stages))
        point, reports = _one(programme, stage, point, tuple(held), limits)
        reached.extend(reports)
        held.extend(
            _hold(level, report.value) for level, report in zip(stage, reports, strict=True)
        )
    return point, tuple(reached)


def _one(
    programme: Programme,
    stage: tuple[Level, ...],
    point: Floats,
    held: tuple[Rows, ...],
    limits: Limits,
) -> tuple[Floats, tuple[Reached, ...]]:
    if all(_value(level, point) <= level.floor + HOLD for level in stage):
        return point, tuple(_proved(level, _value(level, point)) for level in stage)
    weights = _weights(stage)
    cost = sum(
        (weight * level.cost for weight, level in zip(weights, stage, strict=True)),
        np.zeros_like(point),
    )
    answer = minimise(programme, cost, limits, extra=held, start=point)
    better = answer.values is not None and answer.value < float(cost @ point)
    best = answer.values if better and answer.values is not None else point
    return best, _reports(stage, best, answer)


def _weights(stage: tuple[Level, ...]) -> tuple[float, ...]:
    """1 for the first, and for each next so little that all of it weighs half a grain at most."""
    weights = [1.0]
    for level, following in pairwise(stage):
        weights.append(weights[-1] * level.grain / (2.0 * following.span))
    return tuple(weights)


def _reports(stage: tuple[Level, ...], point: Floats, answer: Answer) -> tuple[Reached, ...]:
    values = [_value(level, point) for level in stage]
    # "Infeasible" with a point at hand can only be the hold's last digit: nothing better exists.
    if answer.outcome in {Outcome.OPTIMAL, Outcome.INFEASIBLE}:
        if len(stage) > 1 or answer.values is None:
            return tuple(_proved(level, v) for level, v in zip(stage, values, strict=True))
        bound = min(answer.bound + stage[0].constant, values[0])
        return (_report(stage[0], values[0], bound, gap=0.0, outcome=Outcome.OPTIMAL),)
    bounds = [answer.bound + stage[0].constant, *(level.floor for level in stage[1:])]
    return tuple(
        _report(level, value, max(bound, level.floor), outcome=answer.outcome)
        for level, value, bound in zip(stage, values, bounds, strict=True)
    )


def _proved(level: Level, value: float) -> Reached:
    return _report(level, value, value, gap=0.0, outcome=Outcome.OPTIMAL)


def _report(
    level: Level, value: float, bound: float, *, outcome: Outcome, gap: float | None = None
) -> Reached:
    if gap is None:
        short = value - bound
        gap = short / max(1.0, abs(value)) if short > _margin(level, value) else 0.0
    return Reached(name=level.name, value=value, bound=bound, gap=gap, outcome=outcome)


def _value(level: Level, point: Floats) -> float:
    return float(level.cost @ point) + level.constant


def _margin(level: Level, value: float) -> float:
    return max(level.hold, level.grain / 2.0, RELATIVE_HOLD * abs(value))


def _hold(level: Level, value: float) -> Rows:
    """The row that keeps a level where it came."""
    most = min(value * (1.0 + level.slack), max(level.ceiling, value)) + _margin(level, value)
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
