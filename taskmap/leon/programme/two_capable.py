"""Frequent tasks are within the reach of at least two persons."""

import numpy as np

from taskmap.leon.problem import MILLION, OFTEN, PRACTISING, Problem
from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family

ENOUGH = 2


def rows(sheet: Sheet) -> Family:
    """A task done twice a week or more keeps two capable persons over the roles that do it.

    Why: a task only one person can do stops when that person is away. A role counts when it does
    at least a twentieth of the occurrences; less is no practice. Machines, patients and families
    count as enough. A task with fewer today keeps today's number.
    Source: method, section 4; anchors, tasks done several times a week.

    Example: one assistant of one may take the shopping only if another role keeps 5 % of it.
    """
    p = sheet.problem
    family = Family("two_capable")
    for t in range(len(p.leaves)):
        asked = min(ENOUGH, capable_today(p, t))
        if p.pinned[t] or p.occurrences[t].sum() < OFTEN or not asked:
            continue
        roles = [r for r in range(len(p.roles)) if _possible(sheet, t, r)]
        if any(capable(p, t, r) < asked for r in roles):
            _row(sheet, family, t, roles, asked)
    return family


def capable(problem: Problem, t: int, r: int) -> int:
    """Persons of a role who can do a leaf today, at most two."""
    if not problem.persons[r]:
        return ENOUGH
    held = problem.held[r][problem.needs[t]]
    return int(min(ENOUGH, problem.persons[r], *held.tolist()))


def capable_today(problem: Problem, t: int) -> int:
    """Capable persons over the roles that practise a leaf today."""
    n = problem.occurrences[t]
    done = (problem.today[t] * n).sum(axis=1)
    return sum(
        capable(problem, t, r)
        for r in range(len(problem.roles))
        if done[r] >= PRACTISING * n.sum() and done[r] > 0
    )


def _possible(sheet: Sheet, t: int, r: int) -> bool:
    return bool(sheet.problem.today[t, r].any() or (sheet.columns.added[t, r] >= 0).any())


def _row(sheet: Sheet, family: Family, t: int, roles: list[int], asked: int) -> None:
    p, c, leaf = sheet.problem, sheet.columns, sheet.problem.leaves[t]
    names = [f"{leaf}/{p.roles[r]}" for r in roles]
    part = sheet.programme.add_columns([f"practises/{n}" for n in names], 0, 1, whole=True)
    able = sheet.programme.add_columns([f"capable/{n}" for n in names], 0, ENOUGH)
    often = p.occurrences[t] / p.occurrences[t].sum()
    for r, practises, persons, name in zip(roles, part, able, names, strict=True):
        done = float((p.today[t, r] / MILLION) @ often)
        family.at_most(f"{name}/practises", done, (practises, PRACTISING / MILLION),
                       (c.added[t, r], -often), (c.given[t, r], often))  # fmt: skip
        family.at_most(f"{name}/persons", 0.0, (persons, 1.0), (practises, -float(ENOUGH)))
        if p.persons[r]:
            family.at_most(f"{name}/heads", float(p.persons[r]), (persons, 1.0))
            for k in np.flatnonzero(p.needs[t]):
                family.at_most(f"{name}/{p.competences[k]}", float(p.held[r, k]),
                               (persons, 1.0), (c.trained[r, k], -1.0))  # fmt: skip
    family.at_least(leaf, float(asked), (able, 1.0))
