"""Minutes given beside another's work: supervision, control, filling."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """Each occurrence that moves under supervision takes its minutes from the role named.

    Why: time saved by one is partly given back; it must be on duty in the same band.
    Source: method, section 4, supervision; section 2, staff minutes of machines and families.

    Example: 200 minutes if all moved, half moves: the supervisor's load rises by 100.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("supervision")
    for r, b in np.argwhere(c.supervision >= 0):
        parts: list[tuple[int, float]] = [(int(c.supervision[r, b]), 1.0)]
        standing = 0
        for watch in p.watches:
            if watch.by != r:
                continue
            parts.append((int(c.added[watch.leaf, watch.role, b]), -float(watch.minutes[b])))
            if watch.always:
                parts.append((int(c.given[watch.leaf, watch.role, b]), float(watch.minutes[b])))
                standing += watch.minutes[b] * int(p.today[watch.leaf, watch.role, b])
        columns, values = zip(*parts, strict=True)
        family.exactly(f"{p.roles[r]}/{p.bands[b]}", standing / MILLION, (columns, values))
    return family
