"""A programme without the rows that say "whole or not at all", for relaxations."""

from collections.abc import Callable

from taskmap.leon.instance.problem import Problem
from taskmap.leon.programme import (
    ROWS,
    build,
    changed,
    indivisible,
    one_role,
    peak,
    smallest_move,
)
from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family

# A relaxation does not hold these anyway, and the price does not see the peak: without them a
# solve takes half the time (measured).
WHOLES: tuple[Callable[[Sheet], Family], ...] = (
    changed.rows,
    smallest_move.rows,
    indivisible.rows,
    one_role.rows,
    peak.rows,
)


def loose(problem: Problem) -> Sheet:
    """Every family of rows but those; with more freedom than a plan, never with less."""
    return build(problem, [rows for rows in ROWS if rows not in WHOLES])
