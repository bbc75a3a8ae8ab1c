"""What each role carries in each band: direct work and all that comes with it."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.names import named


def rows(sheet: Sheet) -> Family:
    """Load is today's direct minutes, plus those added, less those given, and what they cost.

    What it takes to put an option in place is spread over the horizon, as training is.

    Why: minutes depend on who does the work, so what one gives is not what the other takes.
    Source: method, section 4, ``load = direct + supervision + hand-over + training``.

    Example: nurse 600 minutes today gives half of a task of 200: load 500; the helper with
    factor 1.3 takes 130.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("load")
    direct = (p.minutes * p.today).sum(axis=0) / MILLION
    r, b = np.nonzero(np.ones(p.room.shape))
    minutes = p.minutes[:, r, b].T
    family.each_exactly(
        named((p.roles, r), (p.bands, b)),
        direct[r, b],
        (c.load[r, b], 1.0),
        (c.added[:, r, b].T, -minutes),
        (c.given[:, r, b].T, minutes),
        (c.supervision[r, b], -1.0),
        (c.handover[r, b], -1.0),
        (c.training[r, b], -1.0),
        (np.tile(c.chosen, (len(r), 1)), -p.once[:, r, b].T / MILLION),
    )
    return family
