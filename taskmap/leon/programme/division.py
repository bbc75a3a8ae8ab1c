"""Everything that is done is done by somebody: shares and missed work make a whole."""

import numpy as np

from taskmap.leon.programme.columns import Sheet, padded, those
from taskmap.solver.family import Family
from taskmap.solver.names import named


def rows(sheet: Sheet) -> Family:
    """What is added to roles was given by others, or was missed before.

    Why: an occurrence may change hands, but none may vanish or be done twice. Work may be taken
    up, never dropped: no task is left undone more than today.
    Source: method, section 4, ``Σ_r s + miss = o``.

    Where an option is chosen all of it is given up, missed work too, and the option's own work
    is done in full in each of its bands.

    Example: nurse 60 %, missed 40 %. The helper adds 70 %: the nurse gives 30 %, 40 % taken up.
    The task is moved to the evening: the nurse gives 60 %, 40 % are taken up, nobody adds any;
    somebody adds the whole of the evening's work.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("division")
    t, b = np.nonzero(p.occurs)
    stood_for, worked = padded(p.options_of), padded(p.works_of)
    family.each_exactly(
        named((p.leaves, t), (p.bands, b)),
        0.0,
        (c.added[t, :, b], 1.0),
        (c.given[t, :, b], -1.0),
        (c.taken_up[t, b], -1.0),
        (those(c.chosen, stood_for[t]), 1.0),
        (those(c.chosen, worked[t]), -1.0),
    )
    return family
