"""Everything a unit could change to free a leaf: of a size, and in order of trouble."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from math import ceil

import numpy as np

from taskmap.errors import Value
from taskmap.leon.case import Case
from taskmap.leon.checking.values import changed_units, load_of
from taskmap.leon.explain.demand_values import values
from taskmap.leon.explain.openings import must_learn, openings
from taskmap.leon.instance.problem import Flags, Problem, Whole
from taskmap.leon.solve import Solution
from taskmap.leon.telling.moves import Moving
from taskmap.model.demand import BUDGETS, Demand, added, listed, taken_away
from taskmap.model.explanations import Step
from taskmap.model.units import MILLION

UNITS = {"training_kroner": 100, "training_hours": 60, "seats": 1}  # øre, minutes, persons
PLENTY = 240  # minutes beside twice the load that would move
QUARTER = 15  # minutes; hours are told in quarters


class Trouble(IntEnum):
    """How much it takes to change a thing, least first; the order of tries."""

    OWN = 0  # a demand of the question itself
    LIMIT = 1  # more tasks, or smaller ones, than the question asks for
    MONEY = 2  # or time, or seats: a budget the question sets
    OPEN = 3  # a decision, an assessment, an answer
    COURSE = 4
    HOURS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One thing to change.

    Args:
        step: as it is told.
        trouble: its kind.
        pair: (leaf, role) that opens once all levers of the pair are used.
        demand: of the question, taken away, or raised to ``amount``.
        cell: (role, band) that gets ``size`` minutes of full hours.
        mapped: the minutes are hours the role has already and nobody has mapped as free.
        course: (role, competence) that ``size`` more persons hold.
        changes: tasks more that may change.
        least: minutes a change must relieve.
    """

    step: Step
    trouble: Trouble
    pair: tuple[int, int] | None = None
    demand: Demand | None = None
    amount: float | None = None
    cell: tuple[int, int] | None = None
    mapped: bool = False
    course: tuple[int, int] | None = None
    changes: int = 0
    least: int | None = None
    size: int = 0


@dataclass(frozen=True)
class Bench:
    """A told plan, a leaf that stays, and the role it could go to."""

    case: Case
    moving: Moving
    leaf: int
    role: int
    giver: int

    @cached_property
    def mates(self) -> tuple[int, ...]:
        """The leaf, and those that must go with it."""
        return self.moving.problem.kept_with(self.leaf)

    @cached_property
    def filled(self) -> Whole:
        """``[r, b]`` millionths of minutes in the told plan, unmapped work included."""
        return self.filled_by(self.moving.problem, self.moving.solution)

    def filled_by(self, p: Problem, s: Solution) -> Whole:
        """The same in another plan."""
        return load_of(p, s.shares, s.trained, s.chosen) + p.other * MILLION

    @cached_property
    def limit_used(self) -> bool:
        """Whether the plan changes as many tasks as the question lets it."""
        p, s = self.moving.problem, self.moving.solution
        changed = int(changed_units(p, s.shares, s.missed).sum())
        return p.max_changes is not None and changed >= p.max_changes

    @cached_property
    def openings(self) -> tuple[Lever, ...] | None:
        """What the gates ask, of every leaf that must go along; None: not the unit's to give."""
        p, found = self.moving.problem, []
        for t in self.mates:
            rulings = self.case.rulings[p.leaves[t], p.roles[self.role]]
            steps = openings(rulings, self.case.question, p.leaves[t], p.roles[self.role])
            if steps is None or not self._watched(t):
                return None
            found += [Lever(step=step, trouble=Trouble.OPEN, pair=(t, self.role)) for step in steps]
        return tuple(found)

    @cached_property
    def levers(self) -> tuple[Lever, ...]:
        """All but the openings, least trouble first."""
        found = (*self._own(), *self._limits(), *self._courses(), *self._hours())
        return tuple(sorted(found, key=lambda lever: (lever.trouble, lever.size)))

    def _own(self) -> Iterator[Lever]:
        """Demands of the question that are about the leaf, its hands or its courses."""
        p, asked = self.moving.problem, self.case.question.demands
        mine = {
            "leaf": {p.leaves[t] for t in self.mates},
            "role": {p.roles[self.role], p.roles[self.giver]},
        }
        for demand in listed(asked):
            about = demand.values
            money = demand.field in BUDGETS or demand.field == "seats"
            touches = all(about[name] in ids for name, ids in mine.items() if name in about)
            if demand.field in {"forced", "taken_out", "registered_floor"} or not touches:
                continue
            yield Lever(
                step=Step(f"free.{demand.field}", values(demand)),
                trouble=Trouble.MONEY if money else Trouble.OWN,
                demand=demand,
            )

    def _limits(self) -> Iterator[Lever]:
        p = self.moving.problem
        if p.max_changes is not None:
            step = Step("free.limit", {"tasks": p.max_changes + 1})
            yield Lever(step=step, trouble=Trouble.LIMIT, changes=1)
        if p.min_move > 1:
            yield smallest_move(1)

    def _courses(self) -> Iterator[Lever]:
        """All who do not hold what the leaf asks for, and what it builds on."""
        p, r = self.moving.problem, self.role
        needed: Flags = np.array(p.needs[list(self.mates)].any(axis=0))
        for _ in p.competences:
            for after, first in p.requires:
                needed[first] |= needed[after]
        for k in np.flatnonzero(needed):
            course = self.case.catalogue.course_for.get(p.competences[k])
            persons = int(p.persons[r] - p.held[r, k] - self.moving.solution.trained[r, k])
            if course is not None and persons > 0:
                yield course_lever(p, (r, int(k)), persons)

    @cached_property
    def ample(self) -> tuple[Lever, ...]:
        """Hours in plenty wherever the leaf's load would fall: courses and hand-overs take some."""
        wanted, extra = self._wanted
        at = np.argwhere(extra > 0)
        much = wanted + extra + PLENTY * MILLION
        return tuple(self.hours((int(r), int(b)), int(much[r, b])) for r, b in at)

    def _hours(self) -> Iterator[Lever]:
        """What the receiver, and those who watch, lack if all the giver has there went over."""
        p = self.moving.problem
        wanted, extra = self._wanted
        cap = np.minimum(p.most, p.full * MILLION)
        for r, b in np.argwhere((extra > 0) & (wanted > cap)):
            yield self.hours((int(r), int(b)), int(wanted[r, b]))

    @cached_property
    def _wanted(self) -> tuple[Whole, Whole]:
        """``[r, b]`` load if all the giver has went over, and how much of it is more than now."""
        p = self.moving.problem
        extra = np.zeros_like(self.filled)
        for t in self.mates:
            part = self.moving.solution.shares[t, self.giver]
            extra[self.role] += p.minutes[t, self.role] * part
            for watch in p.watches:
                if (watch.leaf, watch.role) == (t, self.role):
                    extra[watch.by] += np.array(watch.minutes) * part
        return self.filled + extra, extra

    def hours(self, cell: tuple[int, int], wanted: int) -> Lever:
        """Hours, in whole quarters, until the room holds so many millionths of minutes."""
        p = self.moving.problem
        short = max(0, -(-(wanted - int(p.room[cell]) * MILLION) // MILLION))
        mapped = int(p.other[cell]) >= short
        full = short if mapped else int(np.ceil(short / (ceiling(p, *cell) or 1.0) - 1e-9))
        minutes = -(-full // QUARTER) * QUARTER
        step = Step(
            "free.mapped" if mapped else "free.hours",
            {"role": p.roles[cell[0]], "band": p.bands[cell[1]], "minutes": minutes},
        )
        return Lever(step=step, trouble=Trouble.HOURS, cell=cell, mapped=mapped, size=minutes)

    def part(self, b: int) -> int:
        """Millionths of minutes of the leaf that the giver has in a band of the told plan."""
        p = self.moving.problem
        return int(p.minutes[self.leaf, self.giver, b]) * int(
            self.moving.solution.shares[self.leaf, self.giver, b]
        )

    def must_learn(self) -> bool:
        """Whether nobody may learn in this question although the leaf asks for it."""
        p = self.moving.problem
        return any(
            must_learn(self.case.rulings[p.leaves[t], p.roles[self.role]], self.case.question)
            for t in self.mates
        )

    def applied(self, used: Iterable[Lever]) -> Problem:
        """The problem after these changes."""
        used, p = tuple(used), self.moving.problem
        if any(lever.demand is not None for lever in used):
            p = self._asked_less(used)
        p = self._opened(p, used)
        for lever in used:
            p = _turned(p, lever)
        return p

    def _asked_less(self, used: tuple[Lever, ...]) -> Problem:
        question = self.case.question
        left = question.demands
        for lever in used:
            if lever.demand is not None and lever.amount is None:
                left = taken_away(left, lever.demand)
            elif lever.demand is not None:
                left = added(left, replace(lever.demand, amount=lever.amount))
        return replace(self.case, question=replace(question, demands=left)).problem()

    def budget(self, lever: Lever, solution: Solution) -> Lever:
        """A budget taken away, as the one that just holds the courses of a plan."""
        demand, p = lever.demand, self.moving.problem
        if demand is None or demand.amount is None:
            return lever
        for budget in p.asked.budgets:
            if (budget.kind, budget.subject) == (demand.field, "".join(demand.about)):
                used = int((solution.trained * np.array(budget.each)).sum())
                most = ceil(used / UNITS[budget.kind])
                more = replace(demand, amount=most - demand.amount)
                step = Step(f"free.{demand.field}", values(more))
                return replace(lever, step=step, amount=float(most))
        return lever

    def _opened(self, p: Problem, used: tuple[Lever, ...]) -> Problem:
        grow, breach = p.may_grow.copy(), p.breach.copy()
        levers = self.openings or ()
        for t in self.mates:
            asked = [lever for lever in levers if lever.pair == (t, self.role)]
            taught = any(lever.course is not None for lever in used)
            if all(lever in used for lever in asked) and (taught or not self.must_learn()):
                grow[t, self.role], breach[t, self.role] = True, False
        return replace(p, may_grow=grow, breach=breach)

    def _watched(self, t: int) -> bool:
        """Whether those who must watch the role do the leaf are in the staffing."""
        p = self.moving.problem
        task = self.moving.mapping.by_leaf[p.leaves[t]].task
        return all(s.by in p.roles for s in task.supervision if s.of in {None, p.roles[self.role]})


def course_lever(p: Problem, course: tuple[int, int], persons: int) -> Lever:
    """A course for so many persons of a role."""
    r, k = course
    values: dict[str, Value] = {
        "role": p.roles[r],
        "competence": p.competences[k],
        "persons": persons,
    }
    step = Step("free.course", values)
    return Lever(step=step, trouble=Trouble.COURSE, course=course, size=persons)


def smallest_move(minutes: int) -> Lever:
    """Moves down to so many minutes."""
    step = Step("free.min_move", {"minutes": minutes})
    return Lever(step=step, trouble=Trouble.LIMIT, least=minutes)


def ceiling(p: Problem, r: int, b: int) -> float:
    """Part of full hours a plan may fill: of the band, else of the role, else all."""
    for room, full in ((p.room[r, b], p.full[r, b]), (p.room[r].sum(), p.full[r].sum())):
        if full:
            return float(room) / float(full)
    return 1.0


def more_hours(p: Problem, r: int, b: int, minutes: int) -> Problem:
    """A role with more full hours in a band; the plan may fill them up to the role's ceiling."""
    room, full = p.room.copy(), p.full.copy()
    room[r, b] += round(minutes * ceiling(p, r, b))
    full[r, b] += minutes
    return replace(p, room=room, full=full)


def _turned(p: Problem, lever: Lever) -> Problem:
    if lever.cell is not None and lever.mapped:
        other = p.other.copy()
        other[lever.cell] = max(0, int(other[lever.cell]) - lever.size)
        return replace(p, other=other)
    if lever.cell is not None:
        return more_hours(p, *lever.cell, lever.size)
    if lever.course is not None:
        held, trainable = p.held.copy(), p.trainable.copy()
        held[lever.course] += lever.size
        trainable[lever.course] = max(0, int(trainable[lever.course]) - lever.size)
        return replace(p, held=held, trainable=trainable)
    if lever.changes and p.max_changes is not None:
        return replace(p, max_changes=p.max_changes + lever.changes)
    return p if lever.least is None else replace(p, min_move=lever.least)
