"""Hours away for learning, spread over the horizon and over the bands a role works."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """Each person trained takes the course's minutes a week out of the role's hours.

    Why: a competence is not free; training is weighed against what it frees.
    Source: method, section 4, ``y x hours x renewals / H``.

    Example: 3 persons, a 26-hour course, 52 weeks: 90 minutes a week.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("training")
    for r, b in np.argwhere(c.training >= 0):
        family.exactly(
            f"{p.roles[r]}/{p.bands[b]}",
            0.0,
            (c.training[r, b], 1.0),
            (c.trained[r], -p.training[r, :, b] / MILLION),
        )
    return family
