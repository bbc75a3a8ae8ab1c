"""A task marked for one role has the same role over the whole week."""

from itertools import product

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """One role over all bands; one that is split today stays as it is or becomes whole.

    Why: a duty such as being responsible for the medicine room does not follow the clock.
    Source: method, section 4, "``one_role_all_bands`` is a flag of its own".

    Example: nurse by day and evening. The helper may take both, or none.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("one_role")
    for t in np.flatnonzero(p.one_role):
        roles = np.flatnonzero((c.added[t] >= 0).any(axis=1) | (p.today[t] > 0).any(axis=1))
        if not roles.size:  # an option's work that nobody may do: its division rules it out
            continue
        names = [f"one_role/{p.leaves[t]}/{p.roles[r]}" for r in roles]
        one = sheet.programme.add_columns(names, 0, 1, whole=True)
        choices = [one]
        split = np.count_nonzero(p.today[t].any(axis=1)) > 1
        if split:
            name = f"several/{p.leaves[t]}"
            choices.append(sheet.programme.add_columns([name], 0, 1, whole=True))
        for (r, column), b in product(zip(roles, one, strict=True), np.flatnonzero(p.occurs[t])):
            today = float(p.today[t, r, b]) / MILLION
            stays = [(choices[1], -today)] if split else []
            family.at_most(f"{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}", -today,
                           (c.added[t, r, b], 1.0), (c.given[t, r, b], -1.0),
                           (column, -1.0), *stays)  # fmt: skip
        family.exactly(p.leaves[t], 1.0, *((columns, 1.0) for columns in choices))
    return family
