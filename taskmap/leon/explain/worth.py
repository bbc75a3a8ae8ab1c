"""What one more hour, person or krone is worth: by dual values, and by solving again."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from taskmap.errors import PlanNotProved
from taskmap.leon.case import EMERGENCY_SECONDS, Case, Progress, silent
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import exact_values, load_of, whole
from taskmap.leon.explain.judged import judged
from taskmap.leon.explain.more import More, Prices, everything
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import Solution, first_point, fixed
from taskmap.model.catalogue import Catalogue
from taskmap.model.explanations import Worth
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.solver.highs import Limits, Outcome, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.level import Level
from taskmap.solver.order import in_order
from taskmap.solver.programme import UNBOUNDED, Floats, Rows
from taskmap.workload.capacity import ceiling

CHECKED = 12  # most valuable by the relaxation; each is solved again in whole numbers
NOTHING = 0.5  # price units a week that are no worth telling
LEAK = 1e-2  # minutes the first three objectives may lose to the solver's rounding


def worth(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    progress: Progress | None = None,
) -> tuple[Worth, ...]:
    """What is short, most valuable first; what is worth nothing is left out.

    An hour is full hours of a role at work in a band, of which its ceiling may be filled; of a
    role that is only partly mapped it is an hour that is entered as free as well. A person
    is somebody of the role who holds the competence as well. Kroner are the price of one more
    place where the question sets a budget. Breaches, missed work and overload stay as in the plan.
    Dual values hold for a little more of a thing; solving again says what the whole of it gives.

    Example: helpers are full by day and cost 4 a minute, nurses 6. An hour at ceiling 0.85 is 51
    minutes that move: 102 by dual value, and 102 by solving again if there is so much to move.

    Args:
        mapping: the unit.
        catalogue: of its country.
        question: whose plan is asked about.
        progress: called with "worth" and the part done.

    Raises:
        QuestionImpossible: the question's demands contradict each other.
        PlanNotProved: a plan failed the exact check.
    """
    told = progress or silent
    told("worth", 0.0)
    case = Case.of(mapping, catalogue, question)
    place = canonical(case.problem())
    problem = place.problem
    limits = Limits(nodes=question.node_limit, seconds=EMERGENCY_SECONDS)
    plan = _Cheapest.of(problem, limits)
    told("worth", 0.3)
    partly = {s.role for s in mapping.staffing if not s.complete and catalogue.is_staff(s.role)}
    ceilings = {s.role: ceiling(s, catalogue, question) for s in mapping.staffing}
    all_of_it = everything(problem, partly, ceilings)
    ranked = plan.ranked(judged(case, place, more) for more in all_of_it)
    found = []
    for i, (more, value) in enumerate(ranked):
        told("worth", 0.4 + 0.6 * i / len(ranked))
        again = plan.again(more) if i < CHECKED else None
        found.append(_told(more, value, plan, again))
    telling = (one for one in found if _units(one) >= NOTHING)
    return tuple(sorted(telling, key=lambda one: (-_units(one), one.of, one.role or "")))


def _units(one: Worth) -> float:
    return one.relaxation if one.checked is None else one.checked


def _told(more: More, value: float, plan: "_Cheapest", again: Solution | None) -> Worth:
    then = None if again is None else plan.measured(more.problem, again)
    return Worth(
        of=more.of,
        role=more.role,
        band=more.band,
        competence=more.competence,
        amount=more.amount,
        relaxation=round(value, 3),
        checked=None if then is None else plan.measure[0] - then[0],
        minutes=None if then is None else plan.measure[1] - then[1],
    )


@dataclass(frozen=True)
class _Cheapest:
    """The plan on its first four objectives, and its dual values."""

    problem: Problem
    limits: Limits
    sheet: Sheet
    point: Floats
    held: tuple[Rows, ...]
    measure: tuple[int, int]

    @classmethod
    def of(cls, problem: Problem, limits: Limits) -> "_Cheapest":
        """Solve the problem down to the price."""
        sheet = build(problem)
        levels = [level for stage in stages(sheet, "price") for level in stage]
        start = first_point(sheet, limits)
        point, reached = in_order(sheet.programme, stages(sheet, "price"), start, limits)
        held = tuple(_hold(level, float(level.cost @ point)) for level in levels[:-1])
        solution = fixed(sheet, point, reached)
        return cls(problem, limits, sheet, point, held, cls.measured(problem, solution))

    @staticmethod
    def measured(problem: Problem, s: Solution) -> tuple[int, int]:
        """Price and minutes of load, whole.

        Raises:
            PlanNotProved: the plan breaks a row.
        """
        broken = complaints(problem, s.shares, s.missed, s.trained, s.chosen)
        if broken:
            raise PlanNotProved(rows=tuple(broken[:20]), count=len(broken))
        price = exact_values(problem, s.shares, s.missed, s.trained, s.chosen)["price"]
        load = load_of(problem, s.shares, s.trained, s.chosen)
        return whole(price), whole(int(load.sum()))

    @property
    def cost(self) -> Floats:
        """The price."""
        return _price(self.sheet)

    def prices(self, *, whole_held: bool) -> Prices:
        """Dual values with the plan's whole numbers held, or with all divisible."""
        programme = self.sheet.programme
        hot = Hot(programme, self.cost, extra=self.held)
        columns = np.flatnonzero(programme.whole)
        if whole_held and len(columns):
            hot.set_column_bounds(columns, self.point[columns], self.point[columns])
        answer = hot.solve()
        if answer.values is None:
            # The plan is a point of it but for the last digit of what is held.
            return Prices(self.sheet, self.point, np.zeros(0), np.zeros(0))
        rows = programme.height
        free = np.where(programme.whole & whole_held, 0.0, hot.reduced_costs)
        return Prices(self.sheet, answer.values, hot.row_duals[:rows], free)

    def ranked(self, all_of_it: Iterable[More]) -> list[tuple[More, float]]:
        """What may be worth something, by dual values, most first."""
        held, divisible = self.prices(whole_held=True), self.prices(whole_held=False)
        found = []
        for more in all_of_it:
            value = self._by_duals(more, (held, divisible))
            if value >= NOTHING:
                found.append((more, value))
        return sorted(found, key=lambda one: (-round(one[1], 6), one[0].of, sorted(one[0].words)))

    def _by_duals(self, more: More, prices: tuple[Prices, ...]) -> float:
        """The first dual value that says it is worth something; a difference where none can."""
        if more.reshapes:
            return self._difference(more)
        for known in prices:
            value = known.worth(more) if known.concerned(more) else 0.0
            if value is None:
                return self._difference(more)
            if value >= NOTHING:
                return value
        return 0.0

    def _difference(self, more: More) -> float:
        """What the relaxation falls by one more."""
        sheets = self.sheet, build(more.problem)
        now, then = (
            Hot(sheet.programme, _price(sheet), extra=self._held(sheet)).solve().value
            for sheet in sheets
        )
        return now - then if np.isfinite(now - then) else 0.0

    def again(self, more: More) -> Solution | None:
        """The cheapest plan with one more; None where a limit ended the search."""
        sheet = build(more.problem)
        answer = minimise(sheet.programme, _price(sheet), self.limits, extra=self._held(sheet))
        if answer.outcome is not Outcome.OPTIMAL or answer.values is None:
            return None
        return fixed(sheet, answer.values, ())

    def _held(self, sheet: Sheet) -> tuple[Rows, ...]:
        """The first three objectives of a changed problem, kept where the plan has them."""
        levels = [level for stage in stages(sheet, "price") for level in stage]
        return tuple(
            held_row(level, float(rows.upper[0]))
            for level, rows in zip(levels[:-1], self.held, strict=True)
        )


def _price(sheet: Sheet) -> Floats:
    return stages(sheet, "price")[-1][-1].cost


def _hold(level: Level, value: float) -> Rows:
    return held_row(level, value + LEAK)


def held_row(level: Level, most: float) -> Rows:
    """The row that keeps an objective's change from today at or below ``most``."""
    entries = np.flatnonzero(level.cost)
    return Rows(
        names=(f"level/{level.name}",),
        lower=np.array([-UNBOUNDED]),
        upper=np.array([most]),
        at=np.zeros(len(entries), dtype=np.int64),
        columns=entries.astype(np.int64),
        values=level.cost[entries],
    )
