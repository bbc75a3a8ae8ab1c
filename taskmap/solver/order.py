"""Objectives in strict order: each is minimised, then held, before the next is asked."""

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

import numpy as np

from taskmap.solver.highs import Answer, Limits, Outcome, minimise
from taskmap.solver.leap import leap
from taskmap.solver.level import HOLD, Level, Reached, hold, proved, report, value_of
from taskmap.solver.programme import Floats, Programme, Rows


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

    Args:
        programme: columns and rows.
        stages: in strict order.
        start: a point that satisfies every row.
        limits: of each stage.
        told: called with a stage's name and the part done.
    """
    point, reached = start, tuple[Reached, ...]()
    todo = list(stages)
    while todo:
        if told is not None:
            told(todo[0][0].name, 1.0 - len(todo) / len(stages))
        held = _held(stages, reached)
        point, reports, done = _next(programme, todo, point, held, limits)
        reached += reports
        del todo[:done]
    return point, reached


def _next(
    programme: Programme,
    stages: Sequence[tuple[Level, ...]],
    point: Floats,
    held: tuple[Rows, ...],
    limits: Limits,
) -> tuple[Floats, tuple[Reached, ...], int]:
    """The first stage, or several at one go; with how many were done."""
    together = sum(1 for _ in takewhile(lambda stage: stage[0].relaxes, stages[:-1]))
    # All that may be taken at once, and if no point reaches all their bounds, the first alone. What
    # is left of them after that is what failed: the last is not tried so again.
    sizes = (int(together > 1),) if held else (together, min(together, 1))
    for several in dict.fromkeys(sizes):
        if several:
            levels, following = [stage[0] for stage in stages[:several]], stages[several]
            found = leap(programme, levels, (_cost(following), held), point, limits)
            if found is not None:
                reached, answer, best = found
                if answer.outcome is not Outcome.OPTIMAL:
                    return best, reached, several
                return best, reached + reports(following, best, answer), several + 1
    best, reached = one_stage(programme, stages[0], point, held, limits)
    return best, reached, 1


def _held(stages: Sequence[tuple[Level, ...]], reached: tuple[Reached, ...]) -> tuple[Rows, ...]:
    levels = [level for stage in stages for level in stage][: len(reached)]
    return tuple(hold(level, at.value) for level, at in zip(levels, reached, strict=True))


def one_stage(
    programme: Programme,
    stage: tuple[Level, ...],
    point: Floats,
    held: tuple[Rows, ...],
    limits: Limits,
) -> tuple[Floats, tuple[Reached, ...]]:
    """Minimise one stage from a point, with the rows that hold what came before."""
    if all(value_of(level, point) <= level.floor + HOLD for level in stage):
        return point, tuple(proved(level, value_of(level, point)) for level in stage)
    cost = _cost(stage)
    answer = minimise(programme, cost, limits, extra=held, start=point)
    better = answer.values is not None and answer.value < float(cost @ point)
    best = answer.values if better and answer.values is not None else point
    return best, reports(stage, best, answer)


def _cost(stage: tuple[Level, ...]) -> Floats:
    weighted = zip(_weights(stage), stage, strict=True)
    return sum((w * level.cost for w, level in weighted), np.zeros_like(stage[0].cost))


def _weights(stage: tuple[Level, ...]) -> tuple[float, ...]:
    """1 for the first, and for each next so little that all of it weighs half a grain at most."""
    weights = [1.0]
    for level, following in pairwise(stage):
        weights.append(weights[-1] * level.grain / (2.0 * following.span))
    return tuple(weights)


def reports(stage: tuple[Level, ...], point: Floats, answer: Answer) -> tuple[Reached, ...]:
    """What a solve of a stage proved of the point that is kept."""
    values = [value_of(level, point) for level in stage]
    # An optimum that was lost when whole columns were rounded proves its bound, not the point kept.
    lost = answer.outcome is Outcome.OPTIMAL and answer.values is None
    # "Infeasible" with a point at hand can only be the hold's last digit: nothing better exists.
    if answer.outcome in {Outcome.OPTIMAL, Outcome.INFEASIBLE} and not lost:
        if len(stage) > 1 or answer.values is None:
            return tuple(proved(level, v) for level, v in zip(stage, values, strict=True))
        bound = min(answer.bound + stage[0].constant, values[0])
        return (report(stage[0], values[0], bound, gap=0.0, outcome=Outcome.OPTIMAL),)
    outcome = Outcome.WORK_LIMIT if lost else answer.outcome
    bounds = [answer.bound + stage[0].constant, *(level.floor for level in stage[1:])]
    return tuple(
        report(level, value, max(bound, level.floor), outcome=outcome)
        for level, value, bound in zip(stage, values, bounds, strict=True)
    )
