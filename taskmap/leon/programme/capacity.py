"""Nobody is filled beyond the ceiling, and nobody above it today gets more."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """A role's load in a band stays within its room, or within today's load if that is more.

    Why: hours are limited where the work falls, not over the week. Work that is not mapped
    (``other``) counts as load.
    Source: method, section 4, ``load ≤ max(room, load⁰)``.

    Example: room 850, unmapped 100, load today 700: at most 750 minutes of mapped work.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("capacity")
    for r, b in np.ndindex(*p.room.shape):
        most = float(p.most[r, b] - p.other[r, b] * MILLION) / MILLION
        family.at_most(f"{p.roles[r]}/{p.bands[b]}", most, (c.load[r, b], 1.0))
    return family
