"""How much the question lets change: of a leaf, for a role, on a gate's conditions."""

import numpy as np

from taskmap.leon.instance.asked import GateCap
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """At most a share of a leaf changes hands, and a role takes on at most so many minutes.

    Why: a change may be tried on a part first, and nobody learns ten new tasks in a month. Of a
    gate at most so many tasks may rest on its conditions: so many courses or decisions can be
    carried through. Counted as changed tasks are: a group kept together, or cases, are one.
    Source: method, section 4; the question's ``cap_leaf``, ``cap_role`` and ``cap_gate``.

    Example: 60 minutes of new work for the assistant: a task of 200 minutes moves by 30 %.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("demand")
    for t, share in p.asked.cap_leaf:
        often = p.occurrences[t] / p.occurrences[t].sum()
        given = ((c.given[t, r], often) for r in range(len(p.roles)))
        family.at_most(f"cap_leaf/{p.leaves[t]}", share / MILLION, *given)
    for r, minutes in p.asked.cap_role:
        taken_on = (c.added[:, r].ravel(), p.minutes[:, r].ravel())
        family.at_most(f"cap_role/{p.roles[r]}", float(minutes), taken_on)
    for cap in p.asked.gates:
        if not cap.banned:
            _gate(sheet, family, cap)
    return family


def _gate(sheet: Sheet, family: Family, cap: GateCap) -> None:
    p, c = sheet.problem, sheet.columns
    pairs = [(t, r) for t, r in cap.pairs if (c.added[t, r] >= 0).any()]
    units = sorted({int(p.change_unit[t]) for t, _ in pairs})
    names = [f"rests/{cap.gate}/{p.leaves[p.leaves_of_unit[u][0]]}" for u in units]
    rests = dict(zip(units, sheet.programme.add_columns(names, 0, 1, whole=True), strict=True))
    for t, r in pairs:
        for b in np.flatnonzero(c.added[t, r] >= 0):
            most = 1.0 - float(p.today[t, r, b]) / MILLION
            family.at_most(f"cap_gate/{cap.gate}/{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}", 0.0,
                           (c.added[t, r, b], 1.0),
                           (rests[int(p.change_unit[t])], -most))  # fmt: skip
    family.at_most(f"cap_gate/{cap.gate}", float(cap.most), (list(rests.values()), 1.0))
