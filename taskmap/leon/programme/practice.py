"""A task that asks for practice lies with people who do it often enough."""

import numpy as np

from taskmap.leon.instance.practice import SQUARE, Practice, Standing
from taskmap.leon.programme.columns import Sheet
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family


def rows(sheet: Sheet) -> Family:
    """Whole persons are kept in practice, and only they do the task.

    Why: a skill that is seldom used is lost. So many occurrences a year keep one person in
    practice; the task then fits within the hours of those, and a role without one does none of it.
    Source: method, section 4, "Maintenance"; by task, since the minimum is a task's.
    Broken today: each row is relaxed by what it lacks today, and gets no worse.

    Example: 24 a year each, 60 a year in all. A role may take them with two in practice; a second
    role with 20 of them has nobody, so it takes none.
    """
    p = sheet.problem
    family = Family("practice")
    for m, practice in enumerate(p.practices):
        for r in range(len(p.roles)):
            if p.persons[r] and _concerned(sheet, practice, r):
                _role(sheet, family, m, r)
    return family


def _concerned(sheet: Sheet, practice: Practice, r: int) -> bool:
    part = list(practice.leaves)
    return bool(sheet.problem.today[part, r].any() or (sheet.columns.added[part, r] >= 0).any())


def _role(sheet: Sheet, family: Family, m: int, r: int) -> None:
    p, c = sheet.problem, sheet.columns
    practice, kept = p.practices[m], int(c.practised[m, r])
    part, now = list(practice.leaves), p.standing(m, r)
    name = f"{practice.name}/{p.roles[r]}"
    added, given, today = c.added[part, r], c.given[part, r], p.today[part, r] / MILLION
    for i, b in np.argwhere((added >= 0) | (given >= 0)):
        family.at_most(f"{name}/{p.leaves[part[i]]}/{p.bands[b]}", -float(today[i, b]),
                       (added[i, b], 1.0), (given[i, b], -1.0), (kept, -1.0))  # fmt: skip
    often = WEEKS_A_YEAR / practice.volume * p.occurrences[part] / MILLION
    done, short = float((often * today).sum()), now.short / SQUARE / practice.volume
    family.at_least(name, -done - short, (added.ravel(), often.ravel()),
                    (given.ravel(), -often.ravel()), (kept, -1.0))  # fmt: skip
    for k, lacking in zip(p.asks(m), now.lacking, strict=True):
        family.at_most(f"{name}/{p.competences[k]}", float(p.held[r, k] + lacking),
                       (kept, 1.0), (c.trained[r, k], -1.0))  # fmt: skip
    if kept != ABSENT:
        _hours(sheet, family, (m, r), now)


def _hours(sheet: Sheet, family: Family, place: tuple[int, int], now: Standing) -> None:
    p, c = sheet.problem, sheet.columns
    m, r = place
    part = list(p.practices[m].leaves)
    for b in range(len(p.bands)):
        minutes = p.minutes[part, r, b]
        done = float((minutes * p.today[part, r, b]).sum()) / MILLION
        each = float(p.most[r, b]) / MILLION / float(p.persons[r])
        family.at_most(f"{p.practices[m].name}/{p.roles[r]}/{p.bands[b]}",
                       now.slack[b] / MILLION - done, (c.added[part, r, b], minutes),
                       (c.given[part, r, b], -minutes),
                       (c.practised[m, r], -each))  # fmt: skip
