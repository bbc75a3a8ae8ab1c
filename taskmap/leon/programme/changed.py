"""A task is changed or it is exactly as today."""

import numpy as np

from taskmap.leon.programme.columns import Sheet, in_one_hand
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.names import chosen_from


def rows(sheet: Sheet) -> Family:
    """Nothing is added, given or taken up in a task unless it counts as changed.

    Why: a change costs meetings, instructions and follow-up, so it is counted and may be limited.
    Source: method, section 4, ``|s - s⁰| ≤ z``.

    Example: nurse has 60 %. Unchanged: added 0, given 0. Changed: up to 40 % more or 60 % less.

    Where one role does all of it today, the division lets others add no more than that role
    gives: its row says it for them, and half of the rows of most programmes need not be.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("changed")
    for columns, most, possible in (
        (c.added, MILLION - p.today, ~in_one_hand(p)[:, None, :]),
        (c.given, p.today, True),
        (c.taken_up, p.missed, True),
    ):
        where = np.nonzero((columns >= 0) & possible)
        moving, changed = columns[where], c.changed[p.change_unit[where[0]]]
        names = chosen_from(sheet.programme.column_names, moving)
        family.each_at_most(names, 0.0, (moving, 1.0), (changed, -most[where] / MILLION))
    return family
