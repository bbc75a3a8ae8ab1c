"""The relaxation of a plan's programme, solved again and again while its figures are drawn."""

from itertools import product

import numpy as np

from taskmap.leon.problem import Problem
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.robustness.estimates import Estimates
from taskmap.leon.robustness.figures import Figures, Hours
from taskmap.leon.robustness.loose import loose
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.highs import Answer
from taskmap.solver.hot import Hot
from taskmap.solver.programme import UNBOUNDED, Floats, Ints

STEP = 20.0  # an earlier objective's minute weighs so many of the next one's dearest minutes
STILL = 1e-3  # price units a minute by which the plan's own way is the better of two equal ones


class Resolving:
    """One programme kept hot for one draw after another.

    Breach, missed work, overload and price are one weighted sum here, each minute of an earlier
    objective at ``STEP`` times the dearest minute of the next: one solve a draw instead of four.
    Rows about persons, courses, hand-overs and budgets keep their likely figures.

    Args:
        problem: in canonical order, so that names and the file's order decide nothing.
        estimates: what is drawn, on the problem's numbers.
        hours: which hours follow from the work.
        used: (leaf, role) that gain in the plan.
        relief: False: overload is not priced at all, so that values are of the price alone.
    """

    def __init__(
        self,
        problem: Problem,
        estimates: Estimates,
        hours: Hours,
        used: set[tuple[int, int]],
        *,
        relief: bool = True,
    ) -> None:
        sheet = loose(problem)
        over = _may_be_over(sheet)
        self._columns, self._price = sheet.columns, stages(sheet, "price")[-1][0].cost
        self.figures = Figures(sheet, estimates, hours)
        self._hot = Hot(sheet.programme, _weighed(sheet, over if relief else over[:0], used))

    def gained(self, draw: Floats) -> Floats | None:
        """``[t, r, b]`` shares that roles have more than today in the best division under a draw.

        None where the question's demands cannot be met.
        """
        values = self._solved(draw).values
        if values is None:
            return None
        c = self._columns
        return np.maximum(_of(c.added, values) - _of(c.given, values), 0.0)

    def least(self, draw: Floats) -> float:
        """The price of that division, course money included; infinite where there is none."""
        values = self._solved(draw).values
        return np.inf if values is None else float(self._price @ values)

    def _solved(self, draw: Floats) -> Answer:
        self._hot.set_row_bounds(*self.figures.bounds(draw))
        self._hot.set_coefficients(*self.figures.entries(draw))
        return self._hot.solve()


def _of(columns: Ints, values: Floats) -> Floats:
    return np.where(columns != ABSENT, values[np.maximum(columns, 0)], 0.0)


def _may_be_over(sheet: Sheet) -> Ints:
    """Columns of overload for every role and band: longer minutes may bring it anywhere."""
    p, found, family = sheet.problem, sheet.columns.over.copy(), Family("over")
    for r, b in np.argwhere(found == ABSENT):
        name = f"{p.roles[r]}/{p.bands[b]}"
        found[r, b] = sheet.programme.add_columns([f"over/{name}"], 0, UNBOUNDED)[0]
        least = float(p.other[r, b] - p.full[r, b])
        family.at_least(name, least, (found[r, b], 1.0), (sheet.columns.load[r, b], -1.0))
    sheet.programme.add_rows(family.rows())
    return found.ravel()


def _weighed(sheet: Sheet, over: Ints, used: set[tuple[int, int]]) -> Floats:
    p, added = sheet.problem, sheet.columns.added
    dearest = float(p.price.max(initial=1)) or 1.0
    levels = {level.name: level.cost for stage in stages(sheet, "price") for level in stage}
    cost = levels["price"] + dearest * (STEP**3 * levels["breach"] + STEP**2 * levels["missed"])
    cost[over] += STEP * dearest
    for t, r in product(range(len(p.leaves)), range(len(p.roles))):
        if (t, r) not in used:
            there = added[t, r] != ABSENT
            cost[added[t, r][there]] += STILL * p.minutes[t, r][there]
    return np.asarray(cost)
