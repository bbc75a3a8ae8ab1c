"""Roles that have a part in a task or a chain, as columns of a programme."""

from dataclasses import dataclass

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.programme import Ints


@dataclass(frozen=True, slots=True)
class Circle:
    """The leaves of a chain or a visit: what one patient meets in a band."""

    name: str
    leaves: tuple[int, ...]


def parts_of(sheet: Sheet, circles: tuple[Circle, ...]) -> Ints:
    """Add a column for every role in every task, and in every circle and band; 1: it takes part.

    ``share ≤ part``, with the share as ``today + added - given``. Only what can differ is written:
    where one role alone can do a thing, its part is no choice.
    Example: nurse 60 %, helper 40 %: two parts. The nurse gives her 60 % away: one.
    """
    family, found = Family("part"), []
    for t, leaf in enumerate(sheet.problem.leaves):
        bands = range(len(sheet.problem.bands))
        found.append(_parts(sheet, family, leaf, [(t, b) for b in bands]))
    for circle in circles:
        for b, band in enumerate(sheet.problem.bands):
            places = [(t, b) for t in circle.leaves]
            found.append(_parts(sheet, family, f"{circle.name}/{band}", places))
    sheet.programme.add_rows(family.rows())
    return np.concatenate(found)


def _parts(sheet: Sheet, family: Family, name: str, places: list[tuple[int, int]]) -> Ints:
    p, c = sheet.problem, sheet.columns
    able = [
        r
        for r in range(len(p.roles))
        if any(p.today[t, r, b] or c.added[t, r, b] != ABSENT for t, b in places)
    ]
    if len(able) < 2:
        return np.zeros(0, dtype=np.int64)
    names = [f"part/{name}/{p.roles[r]}" for r in able]
    part = sheet.programme.add_columns(names, 0, 1, whole=True)
    for r, column in zip(able, part, strict=True):
        for t, b in places:
            today = float(p.today[t, r, b]) / MILLION
            if today or c.added[t, r, b] != ABSENT:
                subject = f"{name}/{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}"
                family.at_most(subject, -today, (c.added[t, r, b], 1.0),
                               (c.given[t, r, b], -1.0), (column, -1.0))  # fmt: skip
    return part
