"""A plan with its bound at once: columns the relaxation has no use for are left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from taskmap.solver.highs import Limits, Outcome, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.leap import relaxed_bounds
from taskmap.solver.level import Level, Reached, hold, proved, report, value_of
from taskmap.solver.order import one_stage
from taskmap.solver.programme import Floats, Programme, Rows

# Of the objective for each column: one that costs more for each unit is left out. Tried in order.
DEAR = (0.05, 1.2, np.inf)
WELL = 0.01  # of the objective: a plan so near its bound is not sought again with more columns
NEAR = 0.003  # of the objective: a plan so near its bound ends the search
NODES = 200


def narrowed(  # noqa: PLR0913 - each of the last two is asked for by name
    programme: Programme,
    stages: Sequence[tuple[Level, ...]],
    start: Floats,
    limits: Limits,
    *,
    among: Programme | None = None,
    once: bool = False,
) -> tuple[Floats, tuple[Reached, ...]] | None:
    """A good point soon, and how far from the best it can be at most.

    The relaxation of the first stage that is no repair is solved with the repairs at their own
    relaxed bounds; its value is the bound. Columns at their lower bound there, and at ``start``,
    whose reduced cost is dear stay there. What is left is solved stage by stage to a small gap;
    where that leaves more than a hundredth, once more with more columns.

    Example: 2,000 tasks and 40 roles: nine of ten possible receivers are so dear that no good
    plan uses them; without them a plan within a per mille of the best is found in a fraction
    of the time.

    Args:
        programme: columns and rows.
        stages: in strict order; the first that does not relax is the one bounded.
        start: a point that satisfies every row.
        limits: of each stage; fewer nodes are used where these are more than 200.
        among: the programme with tighter bounds, where a good point is known to be near; tried
            first.
        once: be content with the fewest columns, for an answer that a proof will follow.

    Returns:
        The point and what was reached; None where the relaxation has no point.
    """
    repairs = [stage[0] for stage in takewhile(lambda stage: stage[0].relaxes, stages)]
    relaxed = _relaxed(programme, repairs, stages[len(repairs)][0], start)
    if relaxed is None:
        return None
    levels = [level for stage in stages for level in stage]
    point, told = start, tuple[Reached, ...]()
    size = max(1.0, abs(relaxed.bounds[-1])) / len(start)
    ways = [among] if among is not None else []
    widths = DEAR[:1] if once else DEAR
    ways += [_without_dear(programme, relaxed, start, dear * size) for dear in widths]
    for left in ways:
        point, reached = _few_stages(left, stages, relaxed, point, limits)
        told = _bounded(levels, reached, relaxed.bounds)
        if all(at.gap <= WELL for at in told[: len(repairs) + 1]):
            break
    return point, told


@dataclass(frozen=True, slots=True)
class _Relaxed:
    """The relaxation: what no plan is below on the repairs and after them, its point and prices."""

    bounds: tuple[float, ...]
    held: tuple[Rows, ...]
    values: Floats
    reduced: Floats


def _relaxed(
    programme: Programme, repairs: Sequence[Level], main: Level, start: Floats
) -> _Relaxed | None:
    # Mostly all can be put right: then one relaxation tells it, instead of one for each level.
    floors: list[float] | None = [level.floor for level in repairs]
    for _ in range(2):
        if floors is None:
            return None
        held = tuple(hold(level, floor) for level, floor in zip(repairs, floors, strict=True))
        hot = Hot(programme, main.cost, held)
        found = hot.solve()
        if found.values is not None:
            bounds = (*floors, found.value + main.constant)
            return _Relaxed(bounds, held, found.values, hot.reduced_costs)
        floors = relaxed_bounds(programme, repairs, (), start)
    return None


def _without_dear(programme: Programme, relaxed: _Relaxed, point: Floats, dear: float) -> Programme:
    lower, upper = programme.lower, programme.upper
    out = (relaxed.reduced > dear) & (relaxed.values <= lower + 1e-9) & (point <= lower + 1e-9)
    return programme.within(lower, np.where(out, lower, upper))


def _few_stages(
    programme: Programme,
    stages: Sequence[tuple[Level, ...]],
    relaxed: _Relaxed,
    start: Floats,
    limits: Limits,
) -> tuple[Floats, tuple[Reached, ...]]:
    """The stages on what is left of the programme, the repairs taken at their bounds if can be."""
    repairs = [stage[0] for stage in stages[: len(relaxed.held)]]
    main = stages[len(repairs)][0]
    few = _near(limits, relaxed.bounds[-1])
    answer = minimise(programme, main.cost, few, extra=relaxed.held, start=start)
    point, reached, held = start, tuple[Reached, ...](), tuple[Rows, ...]()
    if answer.values is not None:
        point = answer.values
        bounds = zip(repairs, relaxed.bounds, strict=False)
        price = proved(main, value_of(main, point))
        reached = (*(proved(level, bound) for level, bound in bounds), price)
        held = (*relaxed.held, hold(main, price.value))
    for stage in stages[len(reached) :]:
        few = _near(limits, value_of(stage[0], point))
        point, reports = one_stage(programme, stage, point, held, few)
        reached += reports
        held += tuple(hold(level, at.value) for level, at in zip(stage, reports, strict=True))
    return point, reached


def _near(limits: Limits, value: float) -> Limits:
    return replace(limits, nodes=min(limits.nodes, NODES), gap=max(limits.gap, NEAR * abs(value)))


def _bounded(
    levels: Sequence[Level], reached: tuple[Reached, ...], bounds: Sequence[float]
) -> tuple[Reached, ...]:
    """What was reached, against the bounds of the whole programme instead of the narrowed one."""
    known = [*bounds, *(level.floor for level in levels[len(bounds) :])]
    return tuple(
        report(level, at.value, min(bound, at.value), outcome=Outcome.WORK_LIMIT)
        for level, at, bound in zip(levels, reached, known, strict=True)
    )
