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
    _one_way(sheet, family)
    return family


def _one_way(sheet: Sheet, family: Family) -> None:
    p, c = sheet.problem, sheet.columns
    asked = np.array(p.threshold)[p.change_unit] > 0
    both = asked[:, None, None] & (c.given >= 0) & (c.added >= 0)
    at, today = np.nonzero(both), p.today[both] / MILLION
    subjects = [f"{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}" for t, r, b in zip(*at, strict=True)]
    gives = sheet.programme.add_columns([f"gives/{s}" for s in subjects], 0, 1, whole=True)
    family.each_at_most([f"{s}/gives" for s in subjects], 0.0, (c.given[at], 1.0), (gives, -today))
    family.each_at_most([f"{s}/gets" for s in subjects], 1.0 - today,
                        (c.added[at], 1.0), (gives, 1.0 - today))  # fmt: skip
