"""The fullest role in the fullest band."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """``peak`` is at least every staff role's load as a share of its full hours.

    Why: among equally good plans the one that spreads the work is kinder. Only roles within room
    today count; those above it are the business of overload.
    Source: method, section 4, objective 5.

    Example: loads 700 of 1,000 and 450 of 500: the peak is 0.9.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("peak")
    for r, b in np.argwhere(spread(sheet)):
        full = float(p.full[r, b])
        family.at_least(f"{p.roles[r]}/{p.bands[b]}", float(p.other[r, b]) / full,
                        (c.peak, 1.0), (c.load[r, b], -1.0 / full))  # fmt: skip
    return family


def spread(sheet: Sheet) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Roles and bands whose load counts for the peak."""
    p = sheet.problem
    within = p.filled_today <= p.room * MILLION
    return np.asarray(within & (p.full > 0) & p.staff[:, None])
