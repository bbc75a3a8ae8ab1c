"""A task that cannot be divided has one role in each band."""

import numpy as np

from taskmap.leon.instance.problem import Flags
from taskmap.leon.programme.columns import Sheet, in_one_hand
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.names import named
from taskmap.solver.programme import Ints


def rows(sheet: Sheet) -> Family:
    """One role in each band; one that is split today stays as it is or becomes whole.

    Why: filling a dosette is begun and ended by the same hands.
    Source: method, section 4, "Indivisible: one role per band".

    Example: nurse all of it by day. Either the nurse keeps the whole, or the helper takes it:
    what is added and given is 0 or 1, and no row is needed. Nurse and doctor share it today: a
    binary for each role that could have the whole, and one for going on as today.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("indivisible")
    undivided = p.occurs & ~p.divisible[:, None]
    sheet.programme.make_whole(_moving(sheet, undivided & in_one_hand(p)))
    could = (c.added >= 0) | (p.today > 0)
    could &= (undivided & ~in_one_hand(p))[:, None, :]
    # Nobody may do an option's work: its division rules it out, and it needs no row.
    cells = np.nonzero(could.any(axis=1))
    split = _split(sheet, cells)
    one = np.full(could.shape, ABSENT)
    t, b, r = np.nonzero(could.transpose(0, 2, 1))
    subject = ((p.leaves, t), (p.bands, b), (p.roles, r))
    one[t, r, b] = sheet.programme.add_columns(named("whole", *subject), 0, 1, whole=True)
    today = p.today[t, r, b] / MILLION
    family.each_at_most(named(*subject), -today, (c.added[t, r, b], 1.0), (c.given[t, r, b], -1.0),
                        (one[t, r, b], -1.0), (split[t, b], -today))  # fmt: skip
    t, b = cells
    family.each_exactly(named((p.leaves, t), (p.bands, b)), 1.0,
                        (one[t, :, b], 1.0), (split[t, b], 1.0))  # fmt: skip
    return family


def _moving(sheet: Sheet, cells: Flags) -> Ints:
    """Columns of what is added and given in cells ``[t, b]``."""
    both = (
        columns.transpose(0, 2, 1)[cells] for columns in (sheet.columns.added, sheet.columns.given)
    )
    return np.concatenate([columns[columns != ABSENT] for columns in both])


def _split(sheet: Sheet, cells: tuple[Ints, ...]) -> Ints:
    """``[t, b]`` columns that are 1 where several roles go on as today."""
    p, found = sheet.problem, np.full(sheet.problem.occurs.shape, ABSENT)
    several = np.count_nonzero(p.today, axis=1)[cells] > 1
    t, b = (at[several] for at in cells)
    names = named("split", (p.leaves, t), (p.bands, b))
    found[t, b] = sheet.programme.add_columns(names, 0, 1, whole=True)
    return found
