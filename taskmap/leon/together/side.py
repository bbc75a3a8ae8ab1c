"""One unit's side of a shared budget: its programme, and plans that ask for so many places."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from taskmap.errors import PlanNotProved
from taskmap.leon.case import Case
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import exact_values, load_of
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.instance.teaching import renewals
from taskmap.leon.price import MINUTES_AN_HOUR, hourly_cost
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import Solution, first_point, fixed
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.pool import ORE, Grant, Known, Pool
from taskmap.model.question import Question
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT
from taskmap.solver.level import HOLD, Level, hold, value_of
from taskmap.solver.narrowed import narrowed
from taskmap.solver.order import in_order
from taskmap.solver.programme import Floats, Programme

Prices = MappingOf[str, float]  # price units a week for a place, by course


@dataclass(frozen=True)
class Side:
    """A unit's programme, its repairs held at what it reaches without the pool.

    Args:
        case: the unit and the question, places priced at their part of a run.
        sheet: with the rows that hold the repairs.
        programme: the same with a bound on every column, which proofs need.
        price: the objective.
        without: the best plan found that asks for no place, as a point.
        ore: of a place on each course that costs money.
    """

    case: Case
    sheet: Sheet
    programme: Programme
    price: Level
    without: Floats
    ore: MappingOf[str, Fraction]

    @cached_property
    def places(self) -> dict[str, Floats]:
        """Places on each course for one unit of every column."""
        found: dict[str, Floats] = {}
        for k, competence in enumerate(self.problem.competences):
            course = self.case.catalogue.course_for.get(competence)
            if course is None or course.id not in self.ore:
                continue
            columns = self.sheet.columns.trained[:, k]
            each = found.setdefault(course.id, np.zeros(len(self.price.cost)))
            each[columns[columns != ABSENT]] = renewals(course, self.case.question)
        return {course: each for course, each in found.items() if each.any()}

    @property
    def today(self) -> Known:
        """Today, as a plan that asks for nothing."""
        p = self.problem
        return Known(
            price=int((p.price[:, None] * p.load_today).sum()),
            staff_minutes=int(p.load_today[p.staff].sum()),
            time_ore=self._time_ore(p.load_today.sum(axis=1)),
        )

    @property
    def problem(self) -> Problem:
        """The instance, in canonical order."""
        return self.sheet.problem

    def at(self, prices: Prices) -> Floats:
        """A point that is good where places have these prices; a whole plan.

        The search is the quick one: what it leaves open is told by the bound, not by it.
        """
        cost = self.price.cost + sum(
            (prices[course] * each for course, each in self.places.items()),
            np.zeros_like(self.price.cost),
        )
        level = replace(self.price, cost=cost, slack=0.0)
        found = narrowed(self.programme, ((level,),), self.without, self.case.limits)
        return self.without if found is None else found[0]

    def known(self, point: Floats) -> Known:
        """The plan at a point in whole shares, checked and counted by whole numbers.

        Raises:
            PlanNotProved: it failed the exact check.
        """
        s = fixed(self.sheet, point, ())
        broken = complaints(self.problem, s.shares, s.missed, s.trained, s.chosen)
        if broken:
            raise PlanNotProved(rows=tuple(broken[:20]), count=len(broken))
        grants = tuple(self._grants(s))
        places: dict[str, int] = {}
        for grant in grants:
            places[grant.course] = places.get(grant.course, 0) + grant.places
        load = load_of(self.problem, s.shares, s.trained, s.chosen)
        staff = load[self.problem.staff].sum()
        values = exact_values(self.problem, s.shares, s.missed, s.trained, s.chosen)
        return Known(
            price=values["price"],
            places=dict(sorted(places.items())),
            grants=grants,
            staff_minutes=int(staff),
            time_ore=self._time_ore(load.sum(axis=1)),
        )

    def _grants(self, s: Solution) -> list[Grant]:
        found = []
        catalogue, question = self.case.catalogue, self.case.question
        for r, k in np.argwhere(s.trained > 0):
            competence = self.problem.competences[k]
            course = catalogue.course_for[competence]
            persons = int(s.trained[r, k])
            if course.id in self.ore:
                role, places = self.problem.roles[r], persons * renewals(course, question)
                found.append(
                    Grant(role=role, competence=competence, course=course.id,
                          persons=persons, places=places)
                )  # fmt: skip
        return sorted(found, key=lambda grant: (grant.role, grant.competence))

    def _time_ore(self, minutes: Whole) -> int:
        """What a week's millionths of minutes by role cost a year."""
        known = [self.case.catalogue.roles[role] for role in self.problem.roles]
        hourly = [
            hourly_cost(role, self.case.catalogue)[0] if role.is_staff else 0.0 for role in known
        ]
        hours = [int(n) / MILLION / MINUTES_AN_HOUR * WEEKS_A_YEAR for n in minutes]
        return round(sum(n * cost for n, cost in zip(hours, hourly, strict=True)) * ORE)


def side(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    pool: Pool,
    *,
    sought: bool = True,
) -> Side:
    """A unit's side of a pool.

    What a unit can put right without the pool it puts right, and no place may undo it; the pool
    is for the price of time. A budget in the question itself is left out: there is one for all.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: asked of every unit.
        pool: shared by all.
        sought: the best plan without the pool is sought; otherwise today stands for it, where
            nothing is to be put right.

    Raises:
        QuestionImpossible: the question's other demands contradict each other.
    """
    alone = replace(question.demands, training_kroner=None)
    priced = at_pool_prices(catalogue, pool)
    case = Case.of(mapping, priced, replace(question, demands=alone))
    sheet = build(canonical(case.problem()).problem)
    ore = place_ore(priced, pool)
    found = Side(case, sheet, sheet.programme, _price(sheet), np.zeros(0), ore)
    start = first_point(sheet, case.limits)
    free = sum((each for each in found.places.values()), np.zeros(len(start))) == 0
    bare = sheet.programme.within(
        sheet.programme.lower, np.where(free, sheet.programme.upper, sheet.programme.lower)
    )
    order = stages(sheet, "price")
    repairs = [stage[0] for stage in order if stage[0].relaxes]
    point, values = start, [value_of(level, start) for level in repairs]
    if sought or any(v > level.floor + HOLD for v, level in zip(values, repairs, strict=True)):
        point, reached = narrowed(bare, order, start, case.limits) or in_order(
            bare, order, start, case.limits
        )
        values = [at.value for at in reached[: len(repairs)]]
    for level, value in zip(repairs, values, strict=True):
        sheet.programme.add_rows(hold(level, value))
    return replace(found, programme=_bounded(sheet), without=point)


def at_pool_prices(catalogue: Catalogue, pool: Pool) -> Catalogue:
    """The catalogue with places on a run at their even part of it; empty places weigh nothing."""
    courses = {
        name: replace(course, price=pool.runs[name].ore / ORE / pool.runs[name].seats)
        if name in pool.runs
        else course
        for name, course in catalogue.courses.items()
    }
    return replace(catalogue, courses=courses)


def place_ore(catalogue: Catalogue, pool: Pool) -> dict[str, Fraction]:
    """Øre of a place on each course that costs money."""
    found = {
        name: Fraction(round(course.price * ORE)) for name, course in catalogue.courses.items()
    }
    found |= {name: Fraction(run.ore, run.seats) for name, run in pool.runs.items()}
    return {name: ore for name, ore in found.items() if ore}


def _price(sheet: Sheet) -> Level:
    return next(stage[0] for stage in stages(sheet, "price") if stage[0].name == "price")


def _bounded(sheet: Sheet) -> Programme:
    """The programme with bounds that its own rows imply: none of its plans is lost."""
    p, c = sheet.problem, sheet.columns
    upper = sheet.programme.upper
    most = (p.most - p.other * MILLION) / MILLION
    upper[c.load] = most
    for part in (c.supervision, c.handover, c.training):
        upper[part[part != ABSENT]] = most[part != ABSENT]
    over = c.over != ABSENT
    upper[c.over[over]] = np.maximum(p.most / MILLION - p.full, 0.0)[over]
    upper[c.peak] = 1.0
    return sheet.programme.within(sheet.programme.lower, upper)
