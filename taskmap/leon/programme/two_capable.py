"""Frequent tasks are within the reach of at least two persons."""

import numpy as np

from taskmap.leon.instance.problem import OFTEN, PRACTISING, Flags, Problem, Whole
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.programme import Floats, Ints

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
        strong = _strong(p, t, asked)
        may_lose = (sheet.columns.added[t, ~strong] >= 0).any()
        if may_lose or _parts(p, t)[strong].sum() < PRACTISING:
            _row(sheet, family, t, (asked, strong))
    return family


def _asked(p: Problem, t: int) -> int:
    """Two, or as many as today; of an option's work as many as of what it stands in for."""
    stood_for = [i for k in p.works_of[t] for i in p.options[k].leaves]
    return min(capable_today(p, i) for i in stood_for or [t])


def capable(problem: Problem, t: int) -> Whole:
    """``[r]`` persons of each role who can do a leaf today, at most two."""
    p = problem
    held = p.held[:, p.needs[t]].min(axis=1, initial=ENOUGH)
    if (m := p.practice_of[t]) is not None:
        held = np.minimum(held, [p.standing(m, r).persons for r in range(len(p.roles))])
    return np.where(p.persons > 0, np.minimum(held, p.persons), ENOUGH)


def capable_today(problem: Problem, t: int) -> int:
    """Capable persons over the roles that practise a leaf today, at most two."""
    parts, strong = _parts(problem, t), _strong(problem, t, ENOUGH)
    if parts[strong].sum() >= PRACTISING:
        return ENOUGH
    weak = ~strong & (parts >= PRACTISING)
    return min(ENOUGH, int(capable(problem, t)[weak].sum()))


def _strong(p: Problem, t: int, asked: int) -> Flags:
    """``[r]`` roles sure of enough capable persons, as they have them today."""
    sure = (p.persons <= 0) | (p.practice_of[t] is None)
    return np.asarray(sure & (capable(p, t) >= asked))


def _parts(p: Problem, t: int) -> Floats:
    """``[r]`` millionths of the occurrences in each role's hands today."""
    n = p.occurrences[t]
    return np.asarray((p.today[t] * n).sum(axis=1) / max(1, int(n.sum())))


def _row(sheet: Sheet, family: Family, t: int, capable: tuple[int, Flags]) -> None:
    p, leaf = sheet.problem, sheet.problem.leaves[t]
    asked, strong = capable
    weak = np.flatnonzero(~strong & _could(sheet, t))
    names = [f"{leaf}/{p.roles[r]}" for r in weak]
    enough = sheet.programme.add_columns([f"practises/{leaf}"], 0, 1, whole=True)
    part = sheet.programme.add_columns([f"practises/{n}" for n in names], 0, 1, whole=True)
    able = sheet.programme.add_columns([f"capable/{n}" for n in names], 0, ENOUGH)
    _practises(sheet, family, t, (f"{leaf}/practises", np.flatnonzero(strong), int(enough[0])))
    for r, practises, persons, name in zip(weak, part, able, names, strict=True):
        _practises(sheet, family, t, (f"{name}/practises", np.array([r]), int(practises)))
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


def _could(sheet: Sheet, t: int) -> Flags:
    """``[r]`` whether a weak role can have a part in the leaf and somebody able."""
    p = sheet.problem
    there = p.today[t].any(axis=1) | (sheet.columns.added[t] >= 0).any(axis=1)
    able = (p.held + p.trainable)[:, p.needs[t]]
    return np.asarray(there & (able > 0).all(axis=1))


def _practises(sheet: Sheet, family: Family, t: int, side: tuple[str, Ints, int]) -> None:
    p, c = sheet.problem, sheet.columns
    name, roles, practises = side
    often: Floats = p.occurrences[t] / p.occurrences[t].sum()
    done = float((p.today[t, roles] / MILLION @ often).sum())
    family.at_most(name, done, (practises, PRACTISING / MILLION),
                   (c.added[t, roles], -often), (c.given[t, roles], often))  # fmt: skip
