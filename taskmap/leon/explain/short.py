"""How much a clash is short of: a role's missing hours, and the largest share that fits."""

import numpy as np

from taskmap.leon.instance.problem import Problem
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION, BandId, MinutesPerWeek, Share
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.highs import Limits, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.programme import UNBOUNDED, Floats, Programme

A_PER_CENT = 0.01
BARELY_SHORT = 1e-6  # of a share, below a whole per cent that is told all the same


def missing(
    sheet: Sheet, real: Problem, r: int, dropped: tuple[list[int], list[int]], limits: Limits
) -> tuple[tuple[BandId, ...], MinutesPerWeek]:
    """Bands where a role lacks hours for what is demanded, and the fewest minutes it lacks.

    ``min Σ excess`` over the bands, ``load - excess ≤ most``.
    Example: 100 minutes of new work, room for 51: 49 are missing.

    Args:
        sheet: of the question.
        real: the unit as it is; the sheet's may have a minute more.
        r: the role.
        dropped: rows that are left out, its own hours among them, and columns kept at zero.
        limits: of the solve.
    """
    programme = loosened(sheet.programme, *dropped)
    family = Family("excess")
    names = [f"excess/{band}" for band in real.bands]
    excess = programme.add_columns(names, 0.0, UNBOUNDED)
    for b, band in enumerate(real.bands):
        most = float(real.most[r, b] - real.other[r, b] * MILLION) / MILLION
        family.at_most(band, most, (sheet.columns.load[r, b], 1.0), (excess[b], -1.0))
    programme.add_rows(family.rows())
    cost = np.zeros(programme.width)
    cost[excess] = 1.0
    point = minimise(programme, cost, limits).values
    over = np.zeros(len(excess)) if point is None else point[excess]
    return tuple(real.bands[b] for b in np.flatnonzero(over >= 1)), round(float(over.sum()))


def fitting(
    sheet: Sheet, t: int, r: int, dropped: tuple[list[int], list[int]], limits: Limits
) -> Share:
    """The largest share of a task's occurrences the role can have, in whole per cent; 0: none.

    Example: room for 51 of 200 minutes: 25 per cent.

    Args:
        sheet: of the question.
        t: the task.
        r: the role.
        dropped: rows that are left out, that of the demand among them, and columns kept at zero.
        limits: of the solve; a plan found within them fits, though a larger share might.
    """
    p, c = sheet.problem, sheet.columns
    part = p.occurrences[t] / max(1, int(p.occurrences[t].sum()))
    programme = loosened(sheet.programme, *dropped)
    cost = np.zeros(programme.width)
    for columns, sign in ((c.added[t, r], -1.0), (c.given[t, r], 1.0)):
        there = columns != ABSENT
        cost[columns[there]] += sign * part[there]
    today = float((part * p.today[t, r]).sum()) / MILLION
    relaxed = Hot(programme, cost).solve().values
    if not _per_cent(relaxed, cost, today):
        return 0.0  # where not even the relaxation has one, no plan has
    return round(_per_cent(minimise(programme, cost, limits).values, cost, today) * A_PER_CENT, 2)


def _per_cent(point: Floats | None, cost: Floats, today: float) -> int:
    """Whole per cent a point gives the role."""
    return 0 if point is None else int((today - float(cost @ point) + BARELY_SHORT) / A_PER_CENT)


def loosened(programme: Programme, rows: list[int], shut: list[int]) -> Programme:
    """A copy with some rows free and some columns kept at zero."""
    upper = programme.upper
    upper[shut] = 0.0
    found = programme.within(programme.lower, upper)
    found.free(rows)
    return found
