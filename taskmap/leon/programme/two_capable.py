"""Frequent tasks are within the reach of at least two persons."""

import numpy as np

from taskmap.leon.instance.capable import ENOUGH, Capable, capable
from taskmap.leon.instance.problem import OFTEN, PRACTISING, Flags, Problem, Whole
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.programme import Floats, Ints


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
    p, able = sheet.problem, capable(sheet.problem)
    family = Family("two_capable")
    asked = _asked(p, able)
    strong = able.strong(asked)
    may_lose = ((sheet.columns.added >= 0).any(axis=2) & ~strong).any(axis=1)
    few = (able.parts * strong).sum(axis=1) < PRACTISING
    often = p.occurrences.sum(axis=1) >= OFTEN
    for t in np.flatnonzero(often & (asked > 0) & (may_lose | few)):
        _row(sheet, family, int(t), (int(asked[t]), strong[t]))
    return family


def _asked(p: Problem, able: Capable) -> Whole:
    """``[t]`` two, or as many as today; of an option's work as many as of what it stands in for."""
    found = able.today()
    for option in p.options:
        if option.work is not None:
            found[option.work] = min(found[list(option.leaves)])
    return found


def _row(sheet: Sheet, family: Family, t: int, keeping: tuple[int, Flags]) -> None:
    p, leaf = sheet.problem, sheet.problem.leaves[t]
    asked, strong = keeping
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
