"""Each role beyond the first in a chain spends time on being told."""

import numpy as np

from taskmap.leon.instance.passing import Passing
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.programme import Ints


def rows(sheet: Sheet) -> Family:
    """Who takes part in a chain, who is its first, and what the others spend on hand-over.

    Why: a patient passed from hand to hand is told of each time; that time is part of the price of
    dividing a chain. In every band the first of those who take part, in the chain's order, spends
    nothing, and each of the others the chain's minutes.
    Source: method, section 4, "each role beyond the first costs the chain's hand-over minutes x
    the largest count in the chain".

    Example: nurse, then helper; 28 minutes. Both take part: the helper spends 28. The helper
    alone: nobody spends anything.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("handover")
    spent: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for passing in p.passings:
        for b in np.flatnonzero(passing.minutes):
            _chain(sheet, family, passing, int(b), spent)
    for (role, band), parts in spent.items():
        columns, values = zip(*parts, strict=True)
        family.exactly(f"{p.roles[role]}/{p.bands[band]}", 0.0, (c.handover[role, band], 1.0),
                       (columns, values))  # fmt: skip
    return family


def _chain(
    sheet: Sheet,
    family: Family,
    passing: Passing,
    b: int,
    spent: dict[tuple[int, int], list[tuple[int, float]]],
) -> None:
    p = sheet.problem
    able = _able(sheet, passing, b)
    names = [f"{passing.name}/{p.bands[b]}/{p.roles[r]}" for r in able]
    there = sheet.programme.add_columns([f"takes_part/{n}" for n in names], 0, 1, whole=True)
    first = sheet.programme.add_columns([f"first/{n}" for n in names], 0, 1)
    for place, (r, name) in enumerate(zip(able, names, strict=True)):
        _takes_part(sheet, family, passing, (r, b, int(there[place])))
        family.at_most(f"{name}/first", 0.0, (first[place], 1.0), (there[place], -1.0))
        before: Ints = first[: place + 1]
        family.at_least(f"{name}/foremost", 0.0, (before, 1.0), (there[place], -1.0))
        minutes = float(passing.minutes[b])
        spent.setdefault((r, b), []).extend(
            ((int(there[place]), -minutes), (int(first[place]), minutes))
        )
    family.at_most(f"{passing.name}/{p.bands[b]}/one", 1.0, (first, 1.0))


def _able(sheet: Sheet, passing: Passing, b: int) -> list[int]:
    """Roles that take part today or could, in the chain's order."""
    p, part = sheet.problem, list(passing.leaves)
    could = (p.today[part, :, b] > 0) | (sheet.columns.added[part, :, b] >= 0)
    return [r for r in passing.order if could[:, r].any()]


def _takes_part(
    sheet: Sheet, family: Family, passing: Passing, place: tuple[int, int, int]
) -> None:
    p, c = sheet.problem, sheet.columns
    r, b, there = place
    for t in passing.leaves:
        today = float(p.today[t, r, b]) / MILLION
        if today or c.added[t, r, b] >= 0:
            family.at_most(f"{passing.name}/{p.bands[b]}/{p.roles[r]}/{p.leaves[t]}", -today,
                           (c.added[t, r, b], 1.0), (c.given[t, r, b], -1.0),
                           (there, -1.0))  # fmt: skip
