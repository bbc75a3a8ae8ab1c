"""A told plan as numbers again, and a problem solved again with the rest of that plan kept."""

from dataclasses import dataclass, field

import numpy as np

from taskmap.leon.case import Case
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.instance.problem import Flags, Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import ROUNDED, Solution, fixed
from taskmap.leon.telling.moves import Moving
from taskmap.model.other_way import MARK
from taskmap.model.plan import Plan
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT
from taskmap.solver.highs import Limits, Outcome, minimise
from taskmap.solver.names import chosen_from, prefixed
from taskmap.solver.order import in_order
from taskmap.solver.programme import Floats, Ints, Rows

# A minute of breach, missed work or overload against a minute of the dearest role: so much more
# that no saving buys one, and little enough for the solver's arithmetic.
DEAR = 100.0
# What kept shares may be off by. The plan itself is a plan of every problem asked about, so that
# none within the first is the solver's last digit.
HAIRS = (ROUNDED, 5 * ROUNDED)
WORTH_TELLING = 1.0  # price units a week below which a task is not said to move


def rebuilt(case: Case, plan: Plan) -> Moving:
    """The solution behind a plan, from what the plan tells of itself.

    Raises:
        ValueError: the plan is of another mapping or question, or breaks a row.
    """
    p = case.problem()
    shares, missed = np.zeros_like(p.today), np.zeros_like(p.missed)
    for t, leaf in enumerate(p.leaves):
        for b, band in enumerate(p.bands):
            there = plan.shares.get(leaf, {}).get(band, {})
            shares[t, :, b] = [there.get(role, 0) for role in p.roles]
            missed[t, b] = plan.missed.get(leaf, {}).get(band, 0)
    trained = np.zeros_like(p.held)
    for training in plan.trainings:
        key = p.roles.index(training.role), p.competences.index(training.competence)
        trained[key] = training.persons
    taken = {f"{chosen.task}{MARK}{chosen.alternative}" for chosen in plan.alternatives}
    chosen = np.array([option.name in taken for option in p.options], dtype=np.int64)
    solution = Solution(shares=shares, missed=missed, trained=trained, chosen=chosen, reached=())
    broken = complaints(p, shares, missed, trained, solution.chosen)
    if broken:
        raise ValueError(f"the plan does not answer this question: {broken[:3]}")
    return case.moving(p, solution)


@dataclass(frozen=True, slots=True)
class Again:
    """What a problem's cheapest plan is when only some tasks may change.

    Args:
        solution: in millionths; None where none was found within the limit.
        proved: the solver was through: there is no cheaper one.
    """

    solution: Solution | None
    proved: bool


@dataclass(slots=True)
class Solver:
    """Solves a problem on its first four objectives, the rest of a plan staying as it is.

    What a task would need is asked with the other tasks as the plan has them. So the answer is
    about the task itself, not about others that stand before it in the queue for the same hours,
    and what it needs is not taken from one that moves.

    Args:
        plan: the solution that is kept.
        limits: of each solve.
        solves: how many were made.
    """

    plan: Solution
    limits: Limits
    solves: int = field(default=0)

    def cheapest(self, problem: Problem, leaves: tuple[int, ...]) -> Again:
        """The cheapest plan where these leaves too may change, and change only if it pays."""
        self.solves += 1
        sheet = build(problem)
        cost = weighed(sheet)
        cost[sheet.columns.changed[problem.change_unit[leaves[0]]]] += WORTH_TELLING
        for hair in HAIRS:
            kept = self._kept(sheet, leaves, hair)
            answer = minimise(sheet.programme, cost, self.limits, extra=(kept,))
            if answer.values is None:
                continue
            if problem.few_moves:
                return self._of_few_moves(sheet, kept, answer.values)
            return Again(fixed(sheet, answer.values, ()), answer.outcome is Outcome.OPTIMAL)
        return Again(None, proved=False)

    def _of_few_moves(self, sheet: Sheet, kept: Rows, start: Floats) -> Again:
        """The plan the question asks for where it takes a dearer one for fewer changed tasks."""
        sheet.programme.add_rows(kept)
        point, reached = in_order(sheet.programme, stages(sheet), start, self.limits)
        return Again(fixed(sheet, point, reached), all(level.gap == 0 for level in reached))

    def _kept(self, sheet: Sheet, leaves: tuple[int, ...], most: float) -> Rows:
        """Every other leaf is divided as in the plan, but for what shares were rounded by."""
        p, c = sheet.problem, sheet.columns
        change = (self.plan.shares - p.today) / MILLION
        others = ~np.isin(np.arange(len(p.leaves)), leaves)
        columns, now = [c.chosen], [self.plan.chosen.astype(np.float64)]
        for of_kind, shares in (
            (c.added, np.maximum(change, 0.0)),
            (c.given, np.maximum(-change, 0.0)),
            (c.taken_up, (p.missed - self.plan.missed) / MILLION),
        ):
            there = (of_kind != ABSENT) & _over(others, of_kind)
            columns.append(of_kind[there])
            now.append(shares[there])
        at, share = np.concatenate(columns), np.concatenate(now)
        hair = np.where(share > 0, most, 0.0)
        return Rows(
            names=prefixed("kept", chosen_from(sheet.programme.column_names, at)),
            lower=share - hair,
            upper=share + hair,
            at=np.arange(len(at), dtype=np.int64),
            columns=at,
            values=np.ones(len(at)),
        )


def _over(leaves: Flags, columns: Ints) -> Flags:
    """The leaves' flags on the axes of the columns."""
    return leaves.reshape(-1, *(1,) * (columns.ndim - 1))


def weighed(sheet: Sheet) -> Floats:
    """The objectives down to the price as one cost; the first three far above the price."""
    dear = DEAR * float(sheet.problem.price.max(initial=1))
    cost = np.zeros(sheet.programme.width)
    for stage in stages(sheet, "price"):
        for level in stage:
            cost += level.cost * (1.0 if level.name == "price" else dear)
    return cost
