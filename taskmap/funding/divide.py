"""A fund's money divided for the most hours, under its rules, and why the rest is left out."""

from collections import Counter
from math import ceil

import numpy as np

from taskmap.errors import PlanNotProved
from taskmap.funding.asked import OPEN, Asked, asked, granted_by_year, party_of, starts
from taskmap.funding.divided import Divided, Given, Left, More, Planned, Why, YearMoney
from taskmap.funding.programme import THOUSAND, Division, division
from taskmap.model.fund import EffectBasis, Fund, Need, Status
from taskmap.solver.level import Level, hold
from taskmap.solver.programme import Floats, Rows


def divide(fund: Fund) -> Divided:
    """Divide what is not decided yet (docs/method/fund.md).

    Decisions stand. Then the rules: nobody without who is owed one, nobody short of what is owed.
    Then the most hours a year; of equal plans the one that begins first, costs least and takes
    what came in first.

    Raises:
        PlanNotProved: the answer failed the exact re-check.
    """
    what = asked(fund)
    fair = division(what)
    point, gap = fair.solve()
    planned = _planned(fair, point)
    _check(what, planned)
    return Divided(
        planned=planned,
        left=_left(fund, fair, point),
        years=_years(fund, planned),
        given=_given(what, planned, fund),
        hours=_hours(fund, planned),
        gap=gap,
        more=_more(fair, point),
    )


def _planned(fair: Division, point: Floats) -> tuple[Planned, ...]:
    begun = fair.begun(point)
    found = [Planned(fair.asked.candidates[at].need, year) for at, year in begun.items()]
    return tuple(sorted(found, key=lambda each: (each.year, each.need.on, each.need.id)))


def _check(what: Asked, planned: tuple[Planned, ...]) -> None:
    """The years' money again in whole kroner: no answer rests on a solver's rounding."""
    spent: Counter[int] = Counter()
    for each in planned:
        spent.update(each.cost)
    for at, year in enumerate(what.years):
        counted = what.years[: at + 1] if what.carries_over else (year,)
        left = sum(what.free[each] - what.granted[each] for each in counted)
        over = sum(spent[each] for each in counted) - max(0, left)
        if over > 0:
            raise PlanNotProved(year=year, amount=over)


def _years(fund: Fund, planned: tuple[Planned, ...]) -> tuple[YearMoney, ...]:
    plan: Counter[int] = Counter()
    granted: Counter[int] = Counter()
    used: Counter[int] = Counter()
    for each in planned:
        plan.update(each.cost)
    for need in fund.needs:
        granted.update(granted_by_year(need))
        for spent in need.spent:
            used[spent.on.year] += spent.amount
    return tuple(
        YearMoney(
            year=each.year, amount=each.amount, reserve=each.reserve,
            granted=granted[each.year], planned=plan[each.year], used=used[each.year],
        )
        for each in sorted(fund.budget, key=lambda each: each.year)
    )  # fmt: skip


def _given(what: Asked, planned: tuple[Planned, ...], fund: Fund) -> tuple[Given, ...]:
    plan: Counter[str] = Counter()
    measures = Counter(party_of(each.need, fund) for each in planned)
    for each in planned:
        plan[party_of(each.need, fund)] += each.need.asked
    return tuple(
        Given(
            party=owed.party, asked=owed.asked, granted=owed.granted, planned=plan[owed.party],
            least=owed.least, most=owed.most,
            short=max(0, owed.least - owed.granted - plan[owed.party]),
            without=owed.one and not measures[owed.party],
        )
        for owed in sorted(what.parties, key=lambda owed: owed.party)
    )  # fmt: skip


def _hours(fund: Fund, planned: tuple[Planned, ...]) -> dict[EffectBasis, int]:
    decided = [need for need in fund.needs if need.status is Status.GRANTED]
    found: dict[EffectBasis, int] = {}
    for need in (*decided, *(each.need for each in planned)):
        if need.effect is not None:
            found[need.effect.basis] = found.get(need.effect.basis, 0) + need.effect.hours
    return {basis: found[basis] for basis in EffectBasis if basis in found}


def _left(fund: Fund, fair: Division, point: Floats) -> tuple[Left, ...]:
    """Every open need that is not planned, with what it would push out."""
    begun = {fair.asked.candidates[at].need.id for at in fair.begun(point)}
    at_of = {each.need.id: at for at, each in enumerate(fair.asked.candidates)}
    free = division(fair.asked, fair=False)
    unfair = {free.asked.candidates[at].need.id for at in free.begun(free.solve()[0])}
    held, hours = fair.held(point), fair.hours(point)
    found = []
    for need in fund.needs:
        if need.status not in OPEN or need.id in begun:
            continue
        if need.id not in at_of:
            found.append(Left(need, _cannot(need, fund)))
            continue
        best = _forced(fair, at_of[need.id], held)
        alone = best is not None or _forced(free, at_of[need.id], ()) is not None
        by_rule = need.id in unfair or (best is None and alone)
        loss = None if best is None else max(0, hours - best)
        found.append(Left(need, Why.FAIRNESS if by_rule else Why.MONEY, loss))
    return tuple(sorted(found, key=lambda each: (each.need.on, each.need.id)))


def _cannot(need: Need, fund: Fund) -> Why:
    """What keeps a need from being planned at all."""
    if not need.asked:
        return Why.NO_COST
    if not starts(need, fund):
        return Why.OUTSIDE
    return Why.NO_EFFECT


def _forced(plan: Division, at: int, held: tuple[Rows, ...]) -> int | None:
    """Most hours of a plan that holds this candidate; None where there is none."""
    cost = np.zeros(plan.columns.width)
    cost[plan.columns.of(at)] = -1.0
    answer = plan.most_hours((*held, hold(Level(name="taken", cost=cost, hold=1e-6), -1.0)))
    return None if answer.values is None else plan.hours(answer.values)


def _more(fair: Division, point: Floats) -> More | None:
    """The smallest amount more with which a plan gives more hours, and how many it then gives."""
    hours = fair.hours(point)
    level = fair.levels["hours"]
    better = Level(name="better", cost=level.cost, hold=1e-6)
    held = fair.held(point)
    answer = fair.least_extra((*held, hold(better, -(hours + 1.0))))
    if answer.values is None:
        return None
    needed = ceil(round(float(answer.values[fair.columns.extra].sum()) * THOUSAND, 3))
    cost = np.zeros(fair.columns.width)
    cost[fair.columns.extra] = 1.0
    spent = Level(name="extra", cost=cost, hold=1e-6)
    within = hold(spent, needed / THOUSAND)
    best = fair.most_hours((*held, within), upper=(fair.columns.extra, 1e9))
    if best.values is None:
        return None
    return More(amount=needed, hours=fair.hours(best.values) - hours)
