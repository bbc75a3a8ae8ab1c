"""A task is changed or it is exactly as today."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """Nothing is added, given or taken up in a task unless it counts as changed.

    Why: a change costs meetings, instructions and follow-up, so it is counted and may be limited.
    Source: method, section 4, ``|s - s⁰| ≤ z``.

    Example: nurse has 60 %. Unchanged: added 0, given 0. Changed: up to 40 % more or 60 % less.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("changed")
    for columns, most in (
        (c.added, MILLION - p.today),
        (c.given, p.today),
        (c.taken_up, p.missed),
    ):
        for index in np.argwhere(columns >= 0):
            t, at = int(index[0]), tuple(index)
            family.at_most(
                sheet.programme.column_names[columns[at]],
                0.0,
                (columns[at], 1.0),
                (c.changed[p.change_unit[t]], -float(most[at]) / MILLION),
            )
    return family
