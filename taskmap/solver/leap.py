"""Several first objectives proved at once, where one point reaches all their relaxed bounds."""

from collections.abc import Sequence
from dataclasses import replace

from taskmap.solver.highs import Answer, Limits, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.level import HOLD, Level, Reached, hold, proved, value_of
from taskmap.solver.programme import Floats, Programme, Rows

NODES = 500  # of the one solve that looks for such a point; it is found at the root or hardly ever
CLOSE = 1e-6  # units a relaxed level may lose to the next, so that no floor hides in a margin


def leap(
    programme: Programme,
    levels: Sequence[Level],
    following: tuple[Floats, tuple[Rows, ...]],
    start: Floats,
    limits: Limits,
) -> tuple[tuple[Reached, ...], Answer, Floats] | None:
    """What is best on every level, with a point of least cost that is; None where none is found.

    The relaxations are solved in order, each held at its value: no plan can be better than they
    are. Where a whole point keeps all these rows, every level is proved by it.

    Example: 80 minutes of breach can be put right and all missed work be done, says the
    relaxation; a plan of least price that does both is found, so both are proved without a
    search of their own.

    Args:
        programme: columns and rows.
        levels: in strict order.
        following: what is minimised among the points that are best on every level, and the rows
            that hold what came before.
        start: a point that satisfies every row of the programme.
        limits: of a solve.
    """
    cost, before = following
    floors = relaxed_bounds(programme, levels, before, start)
    if floors is None:
        return None
    held = tuple(hold(level, floor) for level, floor in zip(levels, floors, strict=True))
    few = replace(limits, nodes=min(limits.nodes, NODES))
    answer = minimise(programme, cost, few, extra=(*before, *held), start=start)
    if answer.values is None:
        return None
    reached = tuple(proved(level, v) for level, v in zip(levels, floors, strict=True))
    return reached, answer, answer.values


def relaxed_bounds(
    programme: Programme, levels: Sequence[Level], before: tuple[Rows, ...], start: Floats
) -> list[float] | None:
    """What no plan can be below on each level, the ones before it held there.

    None where the relaxation has no point at all.
    """
    floors: list[float] = []
    close = before
    for level in levels:
        floor = _floor(programme, level, close, start)
        if floor is None:
            return None
        floors.append(floor)
        close += (hold(replace(level, hold=CLOSE), floor),)
    return floors


def _floor(
    programme: Programme, level: Level, held: tuple[Rows, ...], start: Floats
) -> float | None:
    """What no plan can be below on a level, from what is known of it or from its relaxation."""
    if value_of(level, start) <= level.floor + HOLD:
        return value_of(level, start)
    relaxed = Hot(programme, level.cost, held).solve()
    if relaxed.values is None:
        return None
    return max(relaxed.value + level.constant, level.floor)
