"""Hours that leave the unit once they are freed, and how many of those left are registered."""

import numpy as np

from taskmap.leon.instance.asked import Floor
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """A role gives up only hours the plan has freed, and the registered keep their part.

    Why: freed hours stay in the unit unless the question takes them out; hours that are still
    worked cannot leave. What is left must keep the floor the question sets, or today's share
    where that is lower.
    Source: method, section 4, "Skill mix".

    Example: 100 of 300 hours are registered and 50 are taken out: 50 of 250, or 20 %.
    """
    p = sheet.problem
    family = Family("demand")
    cells = [(r, b) for r, b, _ in p.asked.taken_out]
    names = [f"out/{p.roles[r]}/{p.bands[b]}" for r, b in cells]
    most = [float(minutes) for _, _, minutes in p.asked.taken_out]
    out = dict(zip(cells, sheet.programme.add_columns(names, 0, most), strict=True))
    for (r, b), column, minutes in zip(cells, out.values(), most, strict=True):
        subject = f"{p.roles[r]}/{p.bands[b]}"
        family.at_least(f"taken_out/{subject}", minutes, (column, 1.0))
        family.at_most(f"taken_out/{subject}/freed", float(p.load_today[r, b]) / MILLION,
                       (column, 1.0), (sheet.columns.load[r, b], 1.0))  # fmt: skip
    for floor in p.asked.floors:
        _floor(sheet, family, floor, {r: n for (r, b), n in out.items() if b == floor.band})
    return family


def _floor(sheet: Sheet, family: Family, floor: Floor, out: dict[int, np.int64]) -> None:
    top, bottom = floor.least()
    part = top / bottom if bottom else 0.0
    weight = [float(yes) - part for yes in floor.registered]
    now = sum(n * w for n, w in zip(floor.presence, weight, strict=True))
    family.at_least(f"registered_floor/{sheet.problem.bands[floor.band]}", -max(now, 0.0),
                    *((column, -weight[r]) for r, column in out.items()))  # fmt: skip
