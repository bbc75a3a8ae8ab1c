"""Specialist or generalist: the same work divided between few hands and many."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taskmap.errors import PlanNotProved
from taskmap.leon.case import EMERGENCY_SECONDS, Case, Progress, silent
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import exact_values, whole
from taskmap.leon.explain.parts import Circle, parts_of
from taskmap.leon.explain.worth import LEAK, held_row
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import OFTEN, PRACTISING, Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import Solution, fixed, solve, without_vain_training
from taskmap.leon.telling.flows import parts
from taskmap.model.catalogue import Catalogue
from taskmap.model.explanations import Spread
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.units import MILLION
from taskmap.solver.highs import Answer, Limits, Outcome, minimise

STEPS = (0.25, 1.0, 4.0)  # what one part is held to cost, in mean savings of a move
NODES = 1_000  # of each plan; the gap is told
ENOUGH = 2  # capable persons
STILL = 0.01  # price units for a changed task, so that none changes for nothing


def spread(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    progress: Progress | None = None,
) -> tuple[Spread, ...]:
    """The plan as it is, then plans that divide the work between ever fewer hands.

    A part is a role in a task, and a role in a chain or visit in a band. Each plan is the cheapest
    when every part is held to cost so much: a quarter, one and four times what a move of the plan
    saves on average. Breaches, missed work and overload are as in the plan, and the price never
    above today's. Plans that come out the same are told once.

    Example: nurse and helper share the mornings, the host takes the beds for 20 price units. When
    a part costs more than 20 the beds stay with the two, and the patient meets one role less.

    Args:
        mapping: the unit.
        catalogue: of its country.
        question: whose plan is the first.
        progress: called with "spread" and the part done.

    Raises:
        QuestionImpossible: the question's demands contradict each other.
        PlanNotProved: a plan failed the exact check.
    """
    told = progress or silent
    told("spread", 0.0)
    case = Case.of(mapping, catalogue, question)
    problem = canonical(case.problem()).problem
    nodes = min(NODES, question.node_limit)
    plan = solve(problem, Limits(nodes=question.node_limit, seconds=EMERGENCY_SECONDS))
    hands = _Hands(mapping, problem, plan, Limits(nodes=nodes, seconds=EMERGENCY_SECONDS))
    found = [hands.told(plan, 0.0, max((level.gap for level in plan.reached), default=0.0))]
    for i, step in enumerate(STEPS):
        told("spread", 0.4 + 0.2 * i)
        weight = step * hands.saving
        fewer = hands.fewer(weight) if weight else None
        if fewer is not None:
            found.append(hands.told(fewer[0], weight, fewer[1]))
    return tuple(one for i, one in enumerate(found) if not any(_same(one, x) for x in found[:i]))


def _same(one: Spread, other: Spread) -> bool:
    """Alike in all that tells them apart in a table; who has which task may differ."""
    first, second = (
        (x.price, x.faces, x.fragile, x.moves, sum(x.tasks_per_role.values())) for x in (one, other)
    )
    return first == second


@dataclass(frozen=True)
class _Hands:
    mapping: Mapping
    problem: Problem
    plan: Solution
    limits: Limits

    @cached_property
    def circles(self) -> tuple[Circle, ...]:
        """The leaves of every chain and visit."""
        p = self.problem
        of_task = {leaf.id: leaf.task_id for leaf in self.mapping.leaves}
        found = []
        for chain in self.mapping.chains:
            leaves = tuple(t for t, leaf in enumerate(p.leaves) if of_task.get(leaf) in chain.tasks)
            if leaves:
                found.append(Circle(chain.id, leaves))
        return tuple(found)

    @cached_property
    def values(self) -> dict[str, int]:
        return self._values(self.plan)

    @cached_property
    def saving(self) -> float:
        """Price units a week that a move of the plan saves on average; at least one."""
        p, moves = self.problem, len(parts(self.problem, self.plan))
        today = exact_values(p, p.today, p.missed, np.zeros_like(p.held))["price"]
        return max(1.0, abs(today - self.values["price"]) / MILLION / moves) if moves else 0.0

    def fewer(self, weight: float) -> tuple[Solution, float] | None:
        """The cheapest plan when a part costs so much, and its gap; None: none in time.

        Raises:
            PlanNotProved: it failed the exact check.
        """
        sheet = build(self.problem)
        part = parts_of(sheet, self.circles)
        levels = {level.name: level for stage in stages(sheet, "price") for level in stage}
        held = tuple(
            held_row(level, self._most(level.name) - level.constant + LEAK)
            for level in levels.values()
        )
        cost = levels["price"].cost.copy()
        cost[part] = weight
        cost[sheet.columns.changed] += STILL
        answer = minimise(sheet.programme, cost, self.limits, extra=held)
        if answer.values is None:
            return None
        point = without_vain_training(sheet, answer.values, self.limits)
        solution = fixed(sheet, point, ())
        self._check(solution)
        return solution, _gap(answer, levels["price"].constant)

    def told(self, s: Solution, weight: float, gap: float) -> Spread:
        """What a division is like to work in and to be met by."""
        p, values = self.problem, self._values(s)
        there = s.shares.any(axis=2)
        order = [staffing.role for staffing in self.mapping.staffing]
        count = {role: int(n) for role, n in zip(p.roles, there.sum(axis=0), strict=True)}
        return Spread(
            weight=round(weight, 3),
            price=whole(values["price"]),
            tasks_per_role={role: count[role] for role in order},
            faces=sum(
                int(s.shares[list(circle.leaves)].any(axis=0).sum()) for circle in self.circles
            ),
            met_in=sum(
                int(p.occurs[list(circle.leaves)].any(axis=0).sum()) for circle in self.circles
            ),
            fragile=sum(self._fragile(s, t) for t in range(len(p.leaves))),
            moves=len(parts(p, s)),
            gap=round(gap, 9),
        )

    def _fragile(self, s: Solution, t: int) -> bool:
        """Often done, and in the hands of one role or within the reach of one person."""
        p = self.problem
        n = p.occurrences[t]
        done = (s.shares[t] * n).sum(axis=1)
        roles = np.flatnonzero(done >= PRACTISING * int(n.sum()))
        if n.sum() < OFTEN or not done.any():
            return False
        return len(roles) < ENOUGH or sum(self._able(s, t, int(r)) for r in roles) < ENOUGH

    def _able(self, s: Solution, t: int, r: int) -> int:
        p = self.problem
        if not p.persons[r]:
            return ENOUGH
        holders = (p.held + s.trained)[r][p.needs[t]]
        return int(min(ENOUGH, p.persons[r], *holders.tolist()))

    def _most(self, name: str) -> float:
        """What an objective may be: as in the plan, the price as today if that is more."""
        p = self.problem
        if name != "price":
            return self.values[name] / MILLION
        today = exact_values(p, p.today, p.missed, np.zeros_like(p.held))["price"]
        return max(today, self.values["price"]) / MILLION

    def _values(self, s: Solution) -> dict[str, int]:
        return exact_values(self.problem, s.shares, s.missed, s.trained, s.chosen)

    def _check(self, s: Solution) -> None:
        broken = complaints(self.problem, s.shares, s.missed, s.trained, s.chosen)
        if broken:
            raise PlanNotProved(rows=tuple(broken[:20]), count=len(broken))


def _gap(answer: Answer, constant: float) -> float:
    if answer.outcome is Outcome.OPTIMAL:
        return 0.0
    return max(0.0, answer.value - answer.bound) / max(1.0, abs(answer.value + constant))
