"""Small funds drawn by chance, and the checker that knows nothing of how they are solved."""

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product

from taskmap.model.fund import (
    Between,
    BudgetYear,
    Effect,
    EffectBasis,
    Fairness,
    Fund,
    Grant,
    Need,
    Status,
)
from taskmap.model.unit import Country

YEARS = (2027, 2028, 2029)


def need(name, cost, hours=None, **more):
    """A need of somebody's."""
    given = {
        "on": date(2026, 10, 1), "organisation": "solvik", "office": "leder", "text": "Vi trenger.",
        "effect": None if hours is None else Effect(hours=hours, basis=EffectBasis.STATED),
    } | more  # fmt: skip
    return Need(id=name, name=name, cost=tuple(cost), **given)


def fund(*needs, amounts=(100, 100), **more):
    """A fund of some years from 2027."""
    budget = tuple(BudgetYear(year=2027 + at, amount=a) for at, a in enumerate(amounts))
    given = {"id": "f", "name": "F", "country": Country.NO, "budget": budget} | more
    return Fund(needs=needs, **given)


def drawn(seed, most=6):
    """A fund drawn by chance."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    years = chance.randint(1, 3)
    rules = Fairness(
        between=chance.choice(tuple(Between)),
        least=chance.choice((None, 0.05, 0.1, 0.3)),
        most=chance.choice((None, 0.4, 0.6)),
        each_one=chance.random() < 0.5,
    )
    needs = [_drawn_need(chance, at, years) for at in range(chance.randint(1, most))]
    budget = tuple(
        BudgetYear(year=y, amount=chance.randint(20, 150) * 1000, reserve=chance.choice((0, 7000)))
        for y in YEARS[:years]
    )  # fmt: skip
    carries = chance.random() < 0.5
    return fund(*needs, budget=budget, fairness=rules, carries_over=carries)


def _drawn_need(chance, at, years):
    cost = [chance.randint(5, 90) * 1000 for _ in range(chance.randint(1, 2))]
    made = need(
        f"n{at}", cost, chance.choice((None, *range(10, 400, 30))),
        organisation=chance.choice(("a", "b", "c")), unit=chance.choice((None, "u1", "u2")),
        on=date(2026, 10, chance.randint(1, 5)),
        earliest=chance.choice((None, 2028)), latest=chance.choice((None, None, 2028)),
    )  # fmt: skip
    if chance.random() < 0.2:
        decided = Grant(on=date(2026, 11, 1), office="HR", year=chance.choice(YEARS[:years]))
        return replace(made, status=Status.GRANTED, grant=decided, earliest=None, latest=None)
    return replace(
        made, status=chance.choice((Status.RECEIVED, Status.DECLINED, *[Status.ASKED] * 3))
    )


class Checker:
    """Every plan of a fund there is, judged in whole kroner."""

    def __init__(self, what, *, extra=0):
        self.fund, self.years = what, sorted(each.year for each in what.budget)
        self.free = {each.year: each.amount - each.reserve for each in what.budget}
        self.money, self.extra = sum(self.free.values()), extra
        self.decided = [n for n in what.needs if n.status is Status.GRANTED]
        self.open = [n for n in what.needs if self._open(n)]
        self.parties = {self.party(n) for n in (*self.open, *self.decided) if self._counts(n)}

    def party(self, need):
        by_unit = self.fund.fairness.between is Between.UNIT
        return (need.unit or need.organisation) if by_unit else need.organisation

    def starts(self, need):
        fits = [y for y in self.years if (need.earliest or 0) <= y <= (need.latest or 9999)]
        return [y for y in fits if all(y + k in self.free for k in range(len(need.cost)))]

    def _open(self, need):
        undecided = need.status in {Status.RECEIVED, Status.ASKED, Status.PLANNED}
        return undecided and sum(need.cost) > 0 and need.effect and self.starts(need)

    def _counts(self, need):
        return need.status is not Status.GRANTED or bool(need.cost)

    def granted(self, need):
        return {need.grant.year + k: a for k, a in enumerate(need.grant.cost or need.cost)}

    def all_plans(self):
        for chosen in product(*([None, *self.starts(n)] for n in self.open)):
            yield {n.id: y for n, y in zip(self.open, chosen, strict=True) if y is not None}

    def breaks(self, plan, *, fair=True):
        """How many kroner the years lack, and whether somebody gets more than the most."""
        fixed, spent = dict.fromkeys(self.years, 0), dict.fromkeys(self.years, 0)
        for n in self.decided:
            for y, a in self.granted(n).items():
                if y in fixed:
                    fixed[y] += a
        for n in self.open:
            if n.id in plan:
                for k, a in enumerate(n.cost):
                    spent[plan[n.id] + k] += a
        lacks, sums, need_extra = [], 0, 0
        for y in self.years:
            if self.fund.carries_over:
                before = [x for x in self.years if x <= y]
                room = max(0, sum(self.free[x] - fixed[x] for x in before))
                need_extra = max(need_extra, sum(spent[x] for x in before) - room)
            else:
                sums += max(0, spent[y] - max(0, self.free[y] - fixed[y]))
        lacks = need_extra if self.fund.carries_over else sums
        most = fair and any(
            self.given(p, plan) > self.most(p) for p in self.parties if self.planned(p, plan)
        )
        return lacks, most

    def planned(self, party, plan):
        return sum(sum(n.cost) for n in self.open if n.id in plan and self.party(n) == party)

    def before(self, party):
        mine = [n for n in self.decided if self.party(n) == party]
        return sum(a for n in mine for y, a in self.granted(n).items() if y in self.free)

    def given(self, party, plan):
        return self.before(party) + self.planned(party, plan)

    def most(self, party):
        share = self.fund.fairness.most
        return 10**12 if share is None else int(Fraction(str(share)) * self.money)

    def least(self, party):
        share = self.fund.fairness.least
        if share is None:
            return 0
        asked = self.before(party) + sum(sum(n.cost) for n in self.open if self.party(n) == party)
        owed = int(Fraction(str(share)) * self.money)
        return min(owed, asked, max(self.most(party), self.before(party)))

    def worth(self, plan, *, fair=True):
        """What is minimised, in its order."""
        decided = {self.party(n) for n in self.decided}
        chosen = [n for n in self.open if n.id in plan]
        with_one = {self.party(n) for n in chosen} | decided
        without = len(self.parties - with_one) if self.fund.fairness.each_one else 0
        short = sum(max(0, self.least(p) - self.given(p, plan)) for p in self.parties)
        days = sorted({n.on for n in self.open})
        return (
            *((without, short) if fair else ()),
            -sum(n.effect.hours for n in chosen),
            sum(n.effect.hours * (plan[n.id] - self.years[0]) for n in chosen),
            sum(sum(n.cost) for n in chosen),
            sum(days.index(n.on) for n in chosen),
        )

    def best(self, having=None, *, fair=True):
        """The best worth of the plans that hold, of those with a need in them."""
        found = [
            self.worth(plan, fair=fair)
            for plan in self.all_plans()
            if (having is None or having in plan) and self.breaks(plan, fair=fair) == (0, False)
        ]
        return min(found, default=None)
