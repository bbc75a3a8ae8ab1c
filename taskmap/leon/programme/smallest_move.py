"""A change is worth its trouble: it relieves at least so many minutes."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """A changed task relieves the smallest move, or all of it if that is less.

    Why: nobody changes a routine for four minutes a week. A role that has a part today may give
    or get more, not both at once: a binary holds that, since otherwise minutes could be relieved
    on paper by giving and adding in the same hands.
    Source: method, section 4, ``min_move``.

    Example: smallest move 30; a task of 20 minutes moves as a whole or not at all.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("smallest_move")
    for u, leaves in enumerate(p.leaves_of_unit):
        least = p.threshold[u]
        part = list(leaves)
        if not least:
            continue
        family.at_least(
            p.leaves[leaves[0]],
            0.0,
            (c.given[part], p.minutes[part]),
            (c.taken_up[part], p.missed_minutes[part]),
            (c.changed[u], -least / MILLION),
        )
        for t, r, b in np.argwhere((c.given[part] >= 0) & (c.added[part] >= 0)):
            _one_way(sheet, family, part[t], int(r), int(b))
    return family


def _one_way(sheet: Sheet, family: Family, t: int, r: int, b: int) -> None:
    p, c = sheet.problem, sheet.columns
    subject = f"{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}"
    gives = int(sheet.programme.add_columns([f"gives/{subject}"], 0, 1, whole=True)[0])
    today = float(p.today[t, r, b]) / MILLION
    family.at_most(f"{subject}/gives", 0.0, (c.given[t, r, b], 1.0), (gives, -today))
    family.at_most(f"{subject}/gets", 1.0 - today, (c.added[t, r, b], 1.0), (gives, 1.0 - today))
