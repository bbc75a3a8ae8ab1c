"""A task that cannot be divided has one role in each band."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """One role in each band; one that is split today stays as it is or becomes whole.

    Why: filling a dosette is begun and ended by the same hands.
    Source: method, section 4, "Indivisible: one role per band".

    Example: nurse all of it by day. Either the nurse keeps the whole, or the helper takes it.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("indivisible")
    for t, b in np.argwhere(p.occurs & ~p.divisible[:, None]):
        roles = np.flatnonzero((c.added[t, :, b] >= 0) | (p.today[t, :, b] > 0))
        if not roles.size:  # an option's work that nobody may do: its division rules it out
            continue
        subject = f"{p.leaves[t]}/{p.bands[b]}"
        names = [f"whole/{subject}/{p.roles[r]}" for r in roles]
        one = sheet.programme.add_columns(names, 0, 1, whole=True)
        today = p.today[t, roles, b] / MILLION
        parts = [(c.added[t, roles, b], 1.0), (c.given[t, roles, b], -1.0), (one, -1.0)]
        choices = [one]
        if np.count_nonzero(today) > 1:
            choices.append(sheet.programme.add_columns([f"split/{subject}"], 0, 1, whole=True))
            parts.append((choices[1], -today))
        family.each_at_most([f"{subject}/{p.roles[r]}" for r in roles], -today, *parts)
        family.exactly(subject, 1.0, *((columns, 1.0) for columns in choices))
    return family
