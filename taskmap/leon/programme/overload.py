"""Minutes above full hours, told where a role is above them today."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """``over`` is at least the load less the full hours.

    Why: relief of those who have too much comes before any saving. Elsewhere the capacity row
    keeps the load below full already, so no column is needed.
    Source: method, section 4, ``over = max(0, load - full)``.

    Example: full 1,000, load today 1,100; the plan takes away 60: 40 minutes over.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("over")
    for r, b in np.argwhere(c.over >= 0):
        least = float(p.other[r, b] - p.full[r, b])
        family.at_least(
            f"{p.roles[r]}/{p.bands[b]}", least, (c.over[r, b], 1.0), (c.load[r, b], -1.0)
        )
    return family
