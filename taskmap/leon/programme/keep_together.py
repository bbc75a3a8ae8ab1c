"""A visit that is kept together moves as one."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """Once a group changes, all its tasks have one share for each role and band.

    Why: a visit is done by one pair of hands, driving included. A group that is split over
    several roles today stays so or becomes one, and never gets more roles in any band.
    Source: method, section 4, "Keep-together groups move as one".

    Example: shower and dressing are the nurse's. Half of the visits go to the helper: both tasks
    get the shares 50/50.
    """
    family = Family("keep_together")
    for number, leaves in enumerate(sheet.problem.groups):
        for b in range(len(sheet.problem.bands)):
            there = [t for t in leaves if sheet.problem.occurs[t, b]]
            if there:
                _common(sheet, family, number, there, b)
    return family


def _common(sheet: Sheet, family: Family, number: int, leaves: list[int], b: int) -> None:
    p, c = sheet.problem, sheet.columns
    subject = f"{p.leaves[p.groups[number][0]]}/{p.bands[b]}"
    names = [f"visit/{subject}/{role}" for role in p.roles]
    visit = sheet.programme.add_columns(names, 0, 1)
    changed = c.changed[p.change_unit[leaves[0]]]
    for t in leaves:
        for r, role in enumerate(p.roles):
            family.exactly(f"{subject}/{p.leaves[t]}/{role}", 0.0,
                           (c.added[t, r, b], 1.0), (c.given[t, r, b], -1.0),
                           (visit[r], -1.0),
                           (changed, float(p.today[t, r, b]) / MILLION))  # fmt: skip
    now = np.flatnonzero(p.today[leaves, :, b].any(axis=0))
    if len(now) > 1:
        _faces(sheet, family, subject, (visit, len(now)))


def _faces(sheet: Sheet, family: Family, subject: str, visit: tuple[np.ndarray, int]) -> None:
    shares, most = visit
    names = [f"takes_part/{subject}/{role}" for role in sheet.problem.roles]
    part = sheet.programme.add_columns(names, 0, 1, whole=True)
    for share, there, role in zip(shares, part, sheet.problem.roles, strict=True):
        family.at_most(f"{subject}/{role}/takes_part", 0.0, (share, 1.0), (there, -1.0))
    family.at_most(f"{subject}/roles", float(most), (part, 1.0))
