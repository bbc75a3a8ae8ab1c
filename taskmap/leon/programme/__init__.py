"""The plan as rows and columns: one file for each family of rows (method, section 4)."""

from collections.abc import Callable, Sequence

from taskmap.leon.instance.problem import Problem
from taskmap.leon.programme import (
    capacity,
    changed,
    division,
    elsewhere,
    handover,
    indivisible,
    keep_together,
    limit,
    load,
    one_role,
    overload,
    peak,
    practice,
    prerequisites,
    smallest_move,
    supervision,
    trained,
    training,
    two_capable,
)
from taskmap.leon.programme.columns import Sheet, columns_of
from taskmap.leon.programme.demands import bans, budgets, caps, forced, pins, presence
from taskmap.solver.family import Family
from taskmap.solver.programme import Programme

VERSION = "3"

ROWS: tuple[Callable[[Sheet], Family], ...] = (
    division.rows,
    supervision.rows,
    handover.rows,
    training.rows,
    load.rows,
    capacity.rows,
    overload.rows,
    trained.rows,
    prerequisites.rows,
    two_capable.rows,
    indivisible.rows,
    one_role.rows,
    keep_together.rows,
    changed.rows,
    smallest_move.rows,
    limit.rows,
    elsewhere.rows,
    peak.rows,
    practice.rows,
    pins.rows,
    bans.rows,
    forced.rows,
    caps.rows,
    budgets.rows,
    presence.rows,
)


def build(problem: Problem, families: Sequence[Callable[[Sheet], Family]] = ROWS) -> Sheet:
    """Write the programme of a problem, family by family."""
    programme = Programme()
    sheet = Sheet(problem, programme, columns_of(problem, programme))
    for rows in families:
        programme.add_rows(rows(sheet).rows())
    return sheet
