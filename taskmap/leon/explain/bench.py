"""Everything a unit could change to free a leaf: of a size, and in order of trouble."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

import numpy as np

from taskmap.errors import Value
from taskmap.leon.case import Case
from taskmap.leon.checking.values import changed_units, load_of
from taskmap.leon.explain.demand_values import values
from taskmap.leon.explain.lever import (
    Lever,
    Trouble,
    course_lever,
    no_tolerance,
    one_change_more,
    smallest_move,
)
from taskmap.leon.explain.openings import must_learn, openings
from taskmap.leon.explain.pulled import BELOW, turned
from taskmap.leon.instance.problem import Flags, Problem, Whole
from taskmap.leon.solve import Solution
from taskmap.leon.telling.moves import Moving
from taskmap.model.demand import BUDGETS, added, listed, taken_away
from taskmap.model.explanations import Step
from taskmap.model.units import MILLION
from taskmap.workload.capacity import ceiling

UNITS = {"training_kroner": 100, "training_hours": 60, "seats": 1}  # øre, minutes, persons
PLENTY = 240  # minutes beside twice the load that would move
QUARTER = 15  # minutes; hours are told in quarters


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
        """The same in another plan, with as much unmapped work as the unit has told of."""
        return load_of(p, s.shares, s.trained, s.chosen) + self.moving.problem.other * MILLION

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
            money = demand.field in BUDGETS or demand.field == "seats"
            # A floor only holds what leaves the staff; what is forced of a leaf holds all of it.
            about = {} if demand.field == "registered_floor" else demand.values
            named = {"leaf"} if demand.field == "forced" else set(about)
            if money or (named and all(about[x] in mine.get(x, {about[x]}) for x in named)):
                yield Lever(
                    step=Step(f"free.{demand.field}", values(demand)),
                    trouble=Trouble.MONEY if money else Trouble.OWN,
                    demand=demand,
                )

    def _limits(self) -> Iterator[Lever]:
        p = self.moving.problem
        if p.max_changes is not None:
            yield one_change_more(p)
        if p.min_move > 1:
            yield smallest_move(1)
        if p.few_moves:
            yield no_tolerance()

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
        """Hours, in whole quarters, until the room holds so many millionths of minutes.

        A partly mapped role has hours nobody has mapped: those are entered as free first, and so
        is the part of new hours that may be filled.
        """
        p, r = self.moving.problem, cell[0]
        short = max(0, -(-(wanted - int(p.room[cell]) * MILLION) // MILLION))
        unmapped = int(p.other[cell])
        staffing = self.moving.mapping.by_role[p.roles[r]]
        part = ceiling(staffing, self.case.catalogue, self.case.question)
        minutes = _quarters(max(0.0, short - unmapped) / (part or 1.0))
        named = min(_quarters(short), unmapped)
        if self._partly(r):
            named += ceil(minutes * part - BELOW)
        about: dict[str, Value] = {"role": p.roles[r], "band": p.bands[cell[1]]}
        if not minutes and named:
            step = Step("free.mapped", {**about, "minutes": named})
        elif named:
            about |= {"minutes": minutes, "free_minutes": named}
            step = Step("free.hours_named", about)
        else:
            step = Step("free.hours", {**about, "minutes": minutes})
        return Lever(
            step=step,
            trouble=Trouble.HOURS,
            cell=cell,
            ceiling=part,
            named=named,
            size=minutes,
        )

    def _partly(self, r: int) -> bool:
        """Whether only a part of the role's work is mapped, so that the rest counts as used."""
        p = self.moving.problem
        return bool(p.staff[r]) and not self.moving.mapping.by_role[p.roles[r]].complete

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
            p = turned(p, lever)
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
        levers, taught = self.openings or (), any(lever.course is not None for lever in used)
        opened = [
            t
            for t in self.mates
            if (taught or not self.must_learn())
            and all(lever in used for lever in levers if lever.pair == (t, self.role))
        ]
        grow, breach = p.may_grow.copy(), p.breach.copy()
        grow[opened, self.role], breach[opened, self.role] = True, False
        learners = self._learners if opened else p.trainable
        return replace(p, may_grow=grow, breach=breach, trainable=learners)

    @cached_property
    def _learners(self) -> Whole:
        """``[r, c]`` who could learn what: the role too, once the leaf is open to it."""
        p, rulings = self.moving.problem, dict(self.case.rulings)
        if not p.needs[list(self.mates)].any():
            return p.trainable
        for t in self.mates:
            rulings[p.leaves[t], p.roles[self.role]] = ()
        return replace(self.case, rulings=rulings).problem().trainable

    def _watched(self, t: int) -> bool:
        """Whether those who must watch the role do the leaf are in the staffing."""
        p = self.moving.problem
        task = self.moving.mapping.by_leaf[p.leaves[t]].task
        return all(s.by in p.roles for s in task.supervision if s.of in {None, p.roles[self.role]})


def _quarters(minutes: float) -> int:
    return -(-ceil(minutes - BELOW) // QUARTER) * QUARTER
