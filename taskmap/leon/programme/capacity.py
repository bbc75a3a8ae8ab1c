"""Nobody is filled beyond the ceiling, and nobody above it today gets more."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.names import named


def rows(sheet: Sheet) -> Family:
    """A role's load in a band stays within its room, or within today's load if that is more.

    Why: hours are limited where the work falls, not over the week. Work that is not mapped
    (``other``) counts as load.
    Source: method, section 4, ``load ≤ max(room, load⁰)``.

    Example: room 850, unmapped 100, load today 700: at most 750 minutes of mapped work.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("capacity")
    r, b = np.nonzero(np.ones(p.room.shape))
    most = (p.most[r, b] - p.other[r, b] * MILLION) / MILLION
    family.each_at_most(named((p.roles, r), (p.bands, b)), most, (c.load[r, b], 1.0))
    return family
