"""A few units as one programme, with the pool's runs and budget as rows of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from taskmap.leon.together.side import Side
from taskmap.model.pool import Pool
from taskmap.solver.family import Family
from taskmap.solver.highs import Limits, minimise
from taskmap.solver.names import prefixed
from taskmap.solver.programme import Floats, Ints, Programme

WORK = 2_000_000  # columns times nodes that a search may take
GAP = 1e-6


@dataclass(frozen=True, slots=True)
class Stack:
    """Units one after the other.

    Args:
        first: column each unit begins at, and last where the runs do.
        cost: of every column.
        constant: of the price.
    """

    programme: Programme
    first: Ints
    cost: Floats
    constant: float


def stacked(sides: Sequence[Side], pool: Pool) -> Stack:
    """The programme of all units under a pool."""
    programme = Programme()
    widths = [len(side.price.cost) for side in sides]
    first = np.concatenate(([0], np.cumsum(widths))).astype(np.int64)
    for u, side in enumerate(sides):
        one = side.programme
        names = prefixed(str(u), one.column_names)
        programme.add_columns(names, one.lower, one.upper, whole=one.whole)
        for rows in one.families:
            names = prefixed(str(u), rows.names)
            programme.add_rows(replace(rows, names=names, columns=rows.columns + first[u]))
    _add_pool(programme, sides, first, pool)
    cost = np.zeros(programme.width)
    cost[: first[-1]] = np.concatenate([side.price.cost for side in sides])
    return Stack(programme, first, cost, sum(side.price.constant for side in sides))


def _add_pool(programme: Programme, sides: Sequence[Side], first: Ints, pool: Pool) -> None:
    names = sorted(pool.runs)
    most = [pool.ore // max(1, pool.runs[name].ore) for name in names]
    runs = programme.add_columns([f"runs/{name}" for name in names], 0, most, whole=True)
    family = Family("pool")
    asked = [_asked(sides, first, course) for course in names]
    for name, column, places in zip(names, runs, asked, strict=True):
        family.at_most(f"places/{name}", 0.0, places, (int(column), -float(pool.runs[name].seats)))
    persons = [
        (columns, each * float(ore))
        for course, ore in sorted({k: v for side in sides for k, v in side.ore.items()}.items())
        if course not in pool.runs
        for columns, each in [_asked(sides, first, course)]
    ]
    held = [(int(n), float(pool.runs[name].ore)) for name, n in zip(names, runs, strict=True)]
    family.at_most("ore", float(pool.ore), *persons, *held)
    programme.add_rows(family.rows())


def _asked(sides: Sequence[Side], first: Ints, course: str) -> tuple[Ints, Floats]:
    """Columns that take places on a course, and how many each."""
    columns, each = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for u, side in enumerate(sides):
        places = side.places.get(course)
        if places is not None:
            at = np.flatnonzero(places)
            columns.append(at + first[u])
            each.append(places[at])
    return np.concatenate(columns), np.concatenate(each)


def solved(
    stack: Stack, points: Sequence[Floats], runs: Sequence[int], nodes: int
) -> tuple[tuple[Floats, ...] | None, Fraction]:
    """Points of every unit at least as good together as those given, and what none is below.

    Args:
        stack: the units and the pool.
        points: of each unit, within the pool together.
        runs: of each course that is held for several, by name.
        nodes: at most; fewer where the programme is large.
    """
    start = np.concatenate([*points, np.array(runs, dtype=np.float64)])
    few = min(nodes, max(20, WORK // max(1, len(start))))
    answer = minimise(stack.programme, stack.cost, Limits(nodes=few, gap=GAP), start=start)
    bound = Fraction(answer.bound) + Fraction(stack.constant)
    if answer.values is None or answer.value > float(stack.cost @ start):
        return None, bound
    ends = zip(stack.first[:-1], stack.first[1:], strict=True)
    return tuple(answer.values[a:b] for a, b in ends), bound
