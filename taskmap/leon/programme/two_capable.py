"""Frequent tasks are within the reach of at least two persons."""

from collections.abc import Iterable

import numpy as np

from taskmap.leon.instance.problem import OFTEN, PRACTISING, Problem
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.programme import Floats

ENOUGH = 2


def rows(sheet: Sheet) -> Family:
    """A task done twice a week or more keeps two capable persons over the roles that do it.

    Why: a task only one person can do stops when that person is away. A part counts from a
    twentieth of the occurrences on; less is no practice. Either roles that have enough capable
    persons today keep such a part together, or the other roles with such a part have enough
    between them, those the plan trains included. Machines, patients and families count as
    enough. Where a task asks for practice, only those kept in practice count, and no role is sure
    of keeping them. A task with fewer today keeps today's number; so does what is done instead.
    Source: method, section 4; anchors, tasks done several times a week.

    Example: one assistant of one may take the shopping only if another role keeps 5 % of it.
    """
    p = sheet.problem
    family = Family("two_capable")
    for t in range(len(p.leaves)):
        asked = _asked(p, t)
        if p.occurrences[t].sum() < OFTEN or not asked:
            continue
        strong, weak = _sides(p, t, asked)
        may_lose = (sheet.columns.added[t, weak] >= 0).any()
        if may_lose or _part(p, t, strong) < PRACTISING:
            _row(sheet, family, t, asked)
    return family


def _asked(p: Problem, t: int) -> int:
    """Two, or as many as today; of an option's work as many as of what it stands in for."""
    stood_for = [i for k in p.works_of[t] for i in p.options[k].leaves]
    return min(capable_today(p, i) for i in stood_for or [t])


def capable(problem: Problem, t: int, r: int) -> int:
    """Persons of a role who can do a leaf today, at most two."""
    if not problem.persons[r]:
        return ENOUGH
    held = problem.held[r][problem.needs[t]].tolist()
    if (m := problem.practice_of[t]) is not None:
        held.append(problem.standing(m, r).persons)
    return int(min(ENOUGH, problem.persons[r], *held))


def capable_today(problem: Problem, t: int) -> int:
    """Capable persons over the roles that practise a leaf today, at most two."""
    strong, weak = _sides(problem, t, ENOUGH)
    if _part(problem, t, strong) >= PRACTISING:
        return ENOUGH
    return min(
        ENOUGH,
        sum(capable(problem, t, r) for r in weak if _part(problem, t, [r]) >= PRACTISING),
    )


def _sides(p: Problem, t: int, asked: int) -> tuple[list[int], list[int]]:
    """Roles sure of enough capable persons, as they have them today, and the others."""
    sure = ~(p.persons > 0) | (p.practice_of[t] is None)
    strong = [r for r in range(len(p.roles)) if sure[r] and capable(p, t, r) >= asked]
    return strong, [r for r in range(len(p.roles)) if r not in strong]


def _part(p: Problem, t: int, roles: Iterable[int]) -> float:
    """Millionths of the occurrences in these roles' hands today."""
    n = p.occurrences[t]
    return float((p.today[t, list(roles)] * n).sum()) / float(n.sum()) if n.any() else 0.0


def _row(sheet: Sheet, family: Family, t: int, asked: int) -> None:
    p, leaf = sheet.problem, sheet.problem.leaves[t]
    strong, weak = _sides(p, t, asked)
    weak = [r for r in weak if _could(sheet, t, r)]
    names = [f"{leaf}/{p.roles[r]}" for r in weak]
    enough = sheet.programme.add_columns([f"practises/{leaf}"], 0, 1, whole=True)
    part = sheet.programme.add_columns([f"practises/{n}" for n in names], 0, 1, whole=True)
    able = sheet.programme.add_columns([f"capable/{n}" for n in names], 0, ENOUGH)
    _practises(sheet, family, t, (f"{leaf}/practises", strong, int(enough[0])))
    for r, practises, persons, name in zip(weak, part, able, names, strict=True):
        _practises(sheet, family, t, (f"{name}/practises", [r], int(practises)))
        most = float(min(ENOUGH, p.persons[r]))
        family.at_most(f"{name}/persons", 0.0, (persons, 1.0), (practises, -most))
        for k in np.flatnonzero(p.needs[t]):
            family.at_most(f"{name}/{p.competences[k]}", float(p.held[r, k]),
                           (persons, 1.0), (sheet.columns.trained[r, k], -1.0))  # fmt: skip
        if (m := p.practice_of[t]) is not None:
            kept = (sheet.columns.practised[m, r], -1.0)
            family.at_most(f"{name}/practice", 0.0, (persons, 1.0), kept)
    here = 0.0 if p.optional[t] else float(asked)
    taken = sheet.columns.chosen
    family.at_least(leaf, here, (enough, float(asked)), (able, 1.0),
                    *((taken[k], float(asked)) for k in p.options_of[t]),
                    *((taken[k], -float(asked)) for k in p.works_of[t]))  # fmt: skip


def _could(sheet: Sheet, t: int, r: int) -> bool:
    """Whether a weak role can have a part in the leaf and somebody able."""
    p = sheet.problem
    there = p.today[t, r].any() or (sheet.columns.added[t, r] >= 0).any()
    able = (p.held[r] + p.trainable[r])[p.needs[t]]
    return bool(there and (able > 0).all())


def _practises(sheet: Sheet, family: Family, t: int, side: tuple[str, list[int], int]) -> None:
    p, c = sheet.problem, sheet.columns
    name, roles, practises = side
    often: Floats = p.occurrences[t] / p.occurrences[t].sum()
    done = float((p.today[t, roles] / MILLION @ often).sum())
    family.at_most(name, done, (practises, PRACTISING / MILLION),
                   *((c.added[t, r], -often) for r in roles),
                   *((c.given[t, r], often) for r in roles))  # fmt: skip
