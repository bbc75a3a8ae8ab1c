"""The order a plan is carried through in: the smallest bundles after which every row holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import BEFORE_PRICE, changed_units, exact_values
from taskmap.leon.explain.again import weighed
from taskmap.leon.instance.problem import Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import ROUNDED, Solution
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.highs import Limits, minimise
from taskmap.solver.level import Level
from taskmap.solver.programme import Floats, Rows

ROUNDING = MILLION // 100  # hundredths of a minute or price unit: shares are told in millionths
TRAINED = 0.01  # price units for a person trained in vain
HALF_MINUTE = 0.5  # what counts as putting something right
SLACK = 0.5  # units the solver may be off by rounded shares; the exact check is stricter
RETRIES = 5  # bundles the exact check may refuse in one place


@dataclass(frozen=True, kw_only=True, eq=False)
class Prefix:
    """A part of a plan: some of its tasks changed, the others as today.

    Args:
        units: units of change that are as in the plan.
        solution: the division, with as few persons trained as it needs.
        values: every objective exactly, minutes and price in millionths.
    """

    units: frozenset[int]
    solution: Solution
    values: dict[str, int]


@dataclass(frozen=True)
class Bundles:
    """A problem, a plan of it, and the way from today to that plan.

    Args:
        problem: in canonical order, so that equal units get equal ways.
        plan: where the way ends.
        limits: of each solve.
    """

    problem: Problem
    plan: Solution
    limits: Limits

    def way(self, groups: Iterable[frozenset[int]]) -> Iterator[tuple[int, Prefix]]:
        """Prefixes one after the other, with the number of the group they belong to.

        Each holds in every row and is no worse than the one before in the strict order of breach,
        missed work, overload and price. Where today falls short of what is demanded, the first is
        the smallest bundle that meets it, whatever it costs. Then breaches come first, then the
        smallest bundle, of equally small ones what puts something right, then the largest gain.
        It ends early where nothing is found that holds and is no worse.

        Args:
            groups: units to finish before the next are begun.
        """
        now = self.prefix(frozenset(), np.zeros_like(self.plan.trained))
        done: frozenset[int] = frozenset()
        for number, group in enumerate(groups):
            done |= group & self.changed
            while now.units != done:
                following = self._next(now, done)
                if following is None:
                    return
                now = following
                yield number, now

    @cached_property
    def changed(self) -> frozenset[int]:
        """Units the plan changes."""
        found = changed_units(self.problem, self.plan.shares, self.plan.missed)
        return frozenset(map(int, np.flatnonzero(found)))

    def prefix(self, units: frozenset[int], trained: np.ndarray) -> Prefix:
        """The plan with only these units changed."""
        p, plan = self.problem, self.plan
        there = np.isin(p.change_unit, sorted(units))
        chosen = [
            int(n) and int(there[option.leaves[0]])
            for option, n in zip(p.options, plan.chosen, strict=True)
        ]
        solution = Solution(
            shares=np.where(there[:, None, None], plan.shares, p.today),
            missed=np.where(there[:, None], plan.missed, p.missed),
            trained=trained,
            chosen=np.array(chosen, dtype=np.int64),
            reached=(),
        )
        s = solution
        values = exact_values(p, s.shares, s.missed, s.trained, s.chosen)
        return Prefix(units=units, solution=solution, values=values)

    def _next(self, now: Prefix, until: frozenset[int]) -> Prefix | None:
        """What is demanded, then breaches; then the smallest bundle; all where none is found."""
        found = None if self._holds(now) else self._smallest(now, until, Family("no_worse"))
        found = found or self._put_right(now, until, "breach")
        if found is None:
            possible = [
                prefix
                for prefix in (
                    self._put_right(now, until, "missed"),
                    self._put_right(now, until, "over"),
                    self._smallest(now, until, self._save(now)),
                )
                if prefix is not None
            ]
            found = min(possible, key=lambda prefix: len(prefix.units), default=None)
        if found is not None:
            return found
        rest = self.prefix(until, np.maximum(now.solution.trained, self.plan.trained))
        return rest if self._follows(rest, now) else None

    def _put_right(self, now: Prefix, until: frozenset[int], name: str) -> Prefix | None:
        """The smallest bundle that betters an objective; those after it may be worse."""
        if self._whole.values[name] >= now.values[name] - ROUNDING:
            return None
        return self._smallest(now, until, self._better(now, name))

    def _smallest(self, now: Prefix, until: frozenset[int], objectives: Family) -> Prefix | None:
        refused: list[frozenset[int]] = []
        for _ in range(RETRIES):
            extra = (self._bounds(now, until), objectives.rows(), self._refused(refused).rows())
            count = self._count(until)
            fewest = minimise(self.sheet.programme, count, self.limits, extra=extra)
            if fewest.values is None:
                return None
            size = Family("bundle")
            size.at_most("size", float(np.round(fewest.value)), *self._parts(until))
            most = minimise(
                self.sheet.programme, self._gain, self.limits, extra=(*extra, size.rows())
            )
            found = self._told(fewest.values if most.values is None else most.values)
            if found.units > now.units and self._follows(found, now):
                return found
            refused.append(found.units)
        return None

    def _told(self, point: Floats) -> Prefix:
        c = self.sheet.columns
        units = frozenset(u for u in self.changed if point[c.changed[u]] > 0.5)
        persons = np.where(c.trained != ABSENT, np.round(point[np.maximum(c.trained, 0)]), 0.0)
        return self.prefix(units, persons.astype(np.int64))

    def _follows(self, found: Prefix, before: Prefix) -> bool:
        """It holds and is no worse; what is demanded may cost what it must."""
        return self._holds(found) and (_no_worse(found, before) or not self._holds(before))

    def _holds(self, prefix: Prefix) -> bool:
        s = prefix.solution
        return not complaints(self.problem, s.shares, s.missed, s.trained, s.chosen)

    @cached_property
    def _whole(self) -> Prefix:
        return self.prefix(self.changed, self.plan.trained)

    @cached_property
    def sheet(self) -> Sheet:
        """The programme in which every task is as today or as in the plan."""
        sheet = build(self.problem)
        sheet.programme.add_rows(self._as_in_plan(sheet))
        return sheet

    @cached_property
    def levels(self) -> dict[str, Level]:
        """The objectives down to the price, by name."""
        return {level.name: level for stage in stages(self.sheet, "price") for level in stage}

    @cached_property
    def _gain(self) -> Floats:
        cost, trained = weighed(self.sheet), self.sheet.columns.trained
        cost[trained[trained != ABSENT]] += TRAINED
        return cost

    def _as_in_plan(self, sheet: Sheet) -> Rows:
        """``share - today = change in the plan x changed``, but for what shares are rounded by."""
        p, c, family = self.problem, sheet.columns, Family("as_in_plan")
        change = (self.plan.shares - p.today) / MILLION
        for columns, now in (
            (c.added, np.maximum(change, 0.0)),
            (c.given, np.maximum(-change, 0.0)),
            (c.taken_up, (p.missed - self.plan.missed) / MILLION),
        ):
            for at in map(tuple, np.argwhere(columns != ABSENT)):
                column, part = int(columns[at]), float(now[at])
                unit = c.changed[p.change_unit[at[0]]]
                hair = ROUNDED if part > 0 else 0.0
                name = sheet.programme.column_names[column]
                family.at_most(f"{name}/most", 0.0, (column, 1.0), (unit, -part - hair))
                if part > 0:
                    family.at_least(f"{name}/least", 0.0, (column, 1.0), (unit, hair - part))
        return family.rows()

    def _bounds(self, now: Prefix, until: frozenset[int]) -> Rows:
        """What is changed stays so, something more changes, and what is learned stays learned."""
        c, family = self.sheet.columns, Family("prefix")
        for u in range(self.problem.units):
            least, most = float(u in now.units), float(u in until)
            family.at_least(f"{u}/least", least, (c.changed[u], 1.0))
            family.at_most(f"{u}/most", most, (c.changed[u], 1.0))
        family.at_least("more", float(len(now.units) + 1), *self._parts(until))
        for at in map(tuple, np.argwhere(c.trained != ABSENT)):
            persons, most = now.solution.trained[at], self.plan.trained[at]
            name = self.sheet.programme.column_names[c.trained[at]]
            family.at_least(f"{name}/least", float(persons), (c.trained[at], 1.0))
            family.at_most(f"{name}/most", float(max(persons, most)), (c.trained[at], 1.0))
        return family.rows()

    def _parts(self, until: frozenset[int]) -> tuple[tuple[list[int], float]]:
        return (([int(self.sheet.columns.changed[u]) for u in sorted(until)], 1.0),)

    def _count(self, until: frozenset[int]) -> Floats:
        count = np.zeros(self.sheet.programme.width)
        count[self._parts(until)[0][0]] = 1.0
        return count

    def _save(self, now: Prefix) -> Family:
        """Neither the first three nor the price are worse."""
        family = Family("no_worse")
        for name in (*BEFORE_PRICE, "price"):
            self._at_most(family, name, now.values[name] / MILLION + SLACK)
        return family

    def _better(self, now: Prefix, name: str) -> Family:
        """The objective is better, and none before it is worse."""
        family = Family("no_worse")
        for first in BEFORE_PRICE[: BEFORE_PRICE.index(name)]:
            self._at_most(family, first, now.values[first] / MILLION + SLACK)
        self._at_most(family, name, now.values[name] / MILLION - HALF_MINUTE)
        return family

    def _at_most(self, family: Family, name: str, value: float) -> None:
        level = self.levels[name]
        entries = np.flatnonzero(level.cost)
        if len(entries):
            family.at_most(name, value - level.constant, (entries, level.cost[entries]))

    def _refused(self, refused: list[frozenset[int]]) -> Family:
        """No bundle the exact check has refused comes again."""
        family, changed = Family("refused"), self.sheet.columns.changed
        for i, units in enumerate(refused):
            inside = [int(changed[u]) for u in sorted(units)]
            outside = [int(changed[u]) for u in sorted(self.changed - units)]
            least = 1.0 - len(inside)
            family.at_least(str(i), least, (inside, -1.0), (outside, 1.0))
        return family


def _no_worse(found: Prefix, before: Prefix) -> bool:
    """By the strict order: the first objective that differs decides."""
    for name in (*BEFORE_PRICE, "price"):
        change = found.values[name] - before.values[name]
        if abs(change) > ROUNDING:
            return change < 0
    return True


def kept(sheet: Sheet, plan: Solution, units: frozenset[int]) -> Rows:
    """Units divided as in a plan, and at least its persons trained."""
    p, c, family = sheet.problem, sheet.columns, Family("decided")
    change = (plan.shares - p.today) / MILLION
    there = np.isin(p.change_unit, sorted(units))
    for columns, now in (
        (c.added, np.maximum(change, 0.0)),
        (c.given, np.maximum(-change, 0.0)),
        (c.taken_up, (p.missed - plan.missed) / MILLION),
    ):
        for at in map(tuple, np.argwhere(columns != ABSENT)):
            if there[at[0]]:
                name, part = sheet.programme.column_names[columns[at]], float(now[at])
                family.at_least(f"{name}/least", part - ROUNDED, (columns[at], 1.0))
                family.at_most(f"{name}/most", part + ROUNDED, (columns[at], 1.0))
    for at in map(tuple, np.argwhere(plan.trained > 0)):
        name = sheet.programme.column_names[c.trained[at]]
        family.at_least(name, float(plan.trained[at]), (c.trained[at], 1.0))
    return family.rows()
