"""A change is worth its trouble: it relieves at least so many minutes."""

import numpy as np

from taskmap.leon.programme.columns import Sheet, padded, those
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.names import named


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
    units = np.flatnonzero(np.array(p.threshold))
    part = padded([p.leaves_of_unit[u] for u in units])
    family.each_at_least(
        named((p.leaves, part[:, 0])),
        0.0,
        (those(c.given, part), p.minutes[part]),
        (those(c.taken_up, part), p.missed_minutes[part]),
        (c.changed[units], -np.array(p.threshold)[units] / MILLION),
    )
    _one_way(sheet, family)
    return family


def _one_way(sheet: Sheet, family: Family) -> None:
    p, c = sheet.problem, sheet.columns
    asked = np.array(p.threshold)[p.change_unit] > 0
    both = asked[:, None, None] & (c.given >= 0) & (c.added >= 0)
    at, today = np.nonzero(both), p.today[both] / MILLION
    subject = tuple(zip((p.leaves, p.roles, p.bands), at, strict=True))
    gives = sheet.programme.add_columns(named("gives", *subject), 0, 1, whole=True)
    family.each_at_most(named(*subject, "gives"), 0.0, (c.given[at], 1.0), (gives, -today))
    family.each_at_most(named(*subject, "gets"), 1.0 - today,
                        (c.added[at], 1.0), (gives, 1.0 - today))  # fmt: skip
