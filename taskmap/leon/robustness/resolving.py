"""The relaxation of a plan's programme, solved again and again while its figures are drawn."""

import numpy as np

from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.robustness.estimates import Estimates
from taskmap.leon.robustness.figures import Figures, Hours
from taskmap.leon.robustness.loose import loose
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.highs import Answer, Limits, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.programme import UNBOUNDED, Floats, Ints

STEP = 20.0  # an earlier objective's minute weighs so many of the next one's dearest minutes
WITHIN = 3e-6  # of a share; plans are told in millionths
STILL = 1e-3  # price units a minute by which the plan's own way is the better of two equal ones


class Resolving:
    """One programme kept hot for one draw after another.

    Breach, missed work, overload and price are one weighted sum here, each minute of an earlier
    objective at ``STEP`` times the dearest minute of the next: one solve a draw instead of four.
    Rows about persons, courses, hand-overs and budgets keep their likely figures.

    What the plan decides whole is kept: who is trained, and which roles keep their hand in. So at
    the likely figures the plan's own division is the best one. Where that leaves no division at
    all under a draw, the whole decisions are let go of.

    Args:
        problem: in canonical order, so that names and the file's order decide nothing.
        estimates: what is drawn, on the problem's numbers.
        hours: which hours follow from the work.
        kept: the plan: millionths ``[t, r, b]`` by role, and ``[t, b]`` of work nobody does.
        relief: False: what is put right and taken up stays as the plan has it, and overload is not
            priced, so that values are of the price alone.
    """

    def __init__(
        self,
        problem: Problem,
        estimates: Estimates,
        hours: Hours,
        kept: tuple[Whole, Whole],
        *,
        relief: bool = True,
    ) -> None:
        sheet = loose(problem)
        aside = _aside(sheet, kept[0])
        over = _may_be_over(sheet)
        self._columns, self._price = sheet.columns, stages(sheet, "price")[-1][0].cost
        self.figures = Figures(sheet, estimates, hours)
        cost = _weighed(sheet, over if relief else over[:0])
        cost[list(aside)] += list(aside.values())
        self._hot = Hot(sheet.programme, cost)
        self._whole = np.flatnonzero(sheet.programme.whole)
        self._free = sheet.programme.lower[self._whole], sheet.programme.upper[self._whole]
        planned = _wholes(sheet, *kept)
        self._kept = self._free if planned is None else (planned, planned)
        self._hot.set_column_bounds(self._whole, *self._kept)
        if not relief:
            self._hot.set_column_bounds(*_settled(sheet, *kept))

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
        """The price of the best division, course money included; not a number where there is none.

        What is decided whole is not let go of here: a price without it would be of another plan.
        """
        values = self._drawn(draw).values
        return np.nan if values is None else float(self._price @ values)

    def _drawn(self, draw: Floats) -> Answer:
        self._hot.set_row_bounds(*self.figures.bounds(draw))
        self._hot.set_coefficients(*self.figures.entries(draw))
        return self._hot.solve()

    def _solved(self, draw: Floats) -> Answer:
        answer = self._drawn(draw)
        if answer.values is None:
            self._hot.set_column_bounds(self._whole, *self._free)
            answer = self._hot.solve()
            self._hot.set_column_bounds(self._whole, *self._kept)
        return answer


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


def _weighed(sheet: Sheet, over: Ints) -> Floats:
    dearest = float(sheet.problem.price.max(initial=1)) or 1.0
    cost = np.zeros(sheet.programme.width)
    for stage, weight in zip(stages(sheet, "price"), (STEP**3, STEP**2, STEP, None), strict=True):
        cost += stage[0].cost * (1.0 if weight is None else dearest * weight)
    cost[sheet.columns.over[sheet.columns.over != ABSENT]] = 0.0
    cost[over] += STEP * dearest
    return cost


def _settled(sheet: Sheet, shares: Whole, missed: Whole) -> tuple[Ints, Floats, Floats]:
    """Columns of breaches put right and missed work taken up, and bounds at the plan's."""
    p, c = sheet.problem, sheet.columns
    given = np.maximum(p.today - shares, 0) / MILLION
    breach = (c.given != ABSENT) & p.breach[:, :, None]
    up = c.taken_up != ABSENT
    columns = np.concatenate((c.given[breach], c.taken_up[up]))
    now = np.concatenate((given[breach], ((p.missed - missed) / MILLION)[up]))
    lower, upper = sheet.programme.lower[columns], sheet.programme.upper[columns]
    return columns, np.clip(now - WITHIN, lower, upper), np.clip(now + WITHIN, lower, upper)


def _aside(sheet: Sheet, shares: Whole) -> dict[int, float]:
    """Columns of what is added beyond the plan, with what they cost: next to nothing."""
    p, added, family, found = sheet.problem, sheet.columns.added, Family("aside"), {}
    names = sheet.programme.column_names
    for t, r, b in np.argwhere(added != ABSENT):
        column, planned = int(added[t, r, b]), int(shares[t, r, b] - p.today[t, r, b])
        if planned > 0:
            beyond = int(sheet.programme.add_columns([f"aside/{names[column]}"], 0, 1)[0])
            family.at_most(names[column], planned / MILLION, (column, 1.0), (beyond, -1.0))
            column = beyond
        found[column] = STILL * float(p.minutes[t, r, b])
    sheet.programme.add_rows(family.rows())
    return found


def _wholes(sheet: Sheet, shares: Whole, missed: Whole) -> Floats | None:
    """Values of the whole columns with a plan's shares, fewest trained; None: no such point."""
    p, c, held = sheet.problem, sheet.columns, Family("held")
    change = (shares - p.today) / MILLION
    for columns, now in (
        (c.added, np.maximum(change, 0.0)),
        (c.given, np.maximum(-change, 0.0)),
        (c.taken_up, (p.missed - missed) / MILLION),
    ):
        for column, share in zip(columns[columns != ABSENT], now[columns != ABSENT], strict=True):
            name = sheet.programme.column_names[column]
            held.at_least(f"{name}/least", float(share) - WITHIN, (column, 1.0))
            held.at_most(f"{name}/most", float(share) + WITHIN, (column, 1.0))
    cost = np.zeros(sheet.programme.width)
    cost[c.trained[c.trained != ABSENT]] = 1.0
    found = minimise(sheet.programme, cost, Limits(), extra=(held.rows(),)).values
    return None if found is None else np.round(found[sheet.programme.whole])
