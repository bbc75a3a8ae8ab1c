"""The relaxation of a plan's programme, solved again and again while its figures are drawn."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from taskmap.leon.problem import Problem
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.robustness.estimates import Estimates
from taskmap.leon.robustness.figures import Figures, Hours
from taskmap.leon.robustness.loose import loose
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.hot import Hot
from taskmap.solver.programme import UNBOUNDED, Floats, Ints, compress

STEP = 20.0  # an earlier objective's minute weighs so many of the next one's dearest minutes
STILL = 1e-3  # price units a minute by which the plan's own way is the better of two equal ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The best division under one draw.

    Args:
        gained: ``[t, r, b]`` shares of the occurrences that a role has more than today.
        taking: ``[t, r, b]`` price units a week of a role taking all of a leaf, what is short of
            hours and holders counted at its worth; NaN where it may not.
        keeping: ``[t, r, b]`` the same of a role that does it today keeping it; NaN of others.
    """

    gained: Floats
    taking: Floats
    keeping: Floats


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
    """

    def __init__(
        self, problem: Problem, estimates: Estimates, hours: Hours, used: set[tuple[int, int]]
    ) -> None:
        sheet = loose(problem)
        over = _may_be_over(sheet)
        self._columns = sheet.columns
        self._cost = _weighed(sheet, over, used)
        self.figures = Figures(sheet, estimates, hours)
        self._hot = Hot(sheet.programme, self._cost)
        width = len(self._cost)
        starts, self._column, self._values, _, _ = compress(sheet.programme.families, width)
        self._at = np.repeat(np.arange(len(starts) - 1, dtype=np.int64), np.diff(starts))
        family = [name.partition("/")[0] for name in sheet.programme.row_names]
        # What a leaf costs in some hands is what its other rows charge, not that it must be done.
        self._priced = ~np.isin(family, ("division", "keep_together"))
        self._keys = self._at * width + self._column

    def at(self, draw: Floats) -> Resolved | None:
        """The best division under a draw; None where the question's demands cannot be met."""
        self._hot.set_row_bounds(*self.figures.bounds(draw))
        rows, columns, values = self.figures.entries(draw)
        self._hot.set_coefficients(rows, columns, values)
        answer = self._hot.solve()
        if answer.values is None:
            return None
        self._values[np.searchsorted(self._keys, rows * len(self._cost) + columns)] = values
        duals = self._hot.row_duals * self._priced
        charged = np.bincount(
            self._column, weights=self._values * duals[self._at], minlength=len(self._cost)
        )
        c, worth = self._columns, self._cost - charged
        return Resolved(
            gained=np.maximum(_of(c.added, answer.values) - _of(c.given, answer.values), 0.0),
            taking=_of(c.added, worth, np.nan),
            keeping=-_of(c.given, worth, np.nan),
        )


def _of(columns: Ints, values: Floats, absent: float = 0.0) -> Floats:
    return np.where(columns != ABSENT, values[np.maximum(columns, 0)], absent)


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
