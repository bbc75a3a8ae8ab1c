"""The next three decisions, and the way from there to the full plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from taskmap.errors import PlanNotProved, QuestionImpossible
from taskmap.leon.case import EMERGENCY_SECONDS, Case, Progress, silent
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import BEFORE_PRICE, changed_units, exact_values, load_of, whole
from taskmap.leon.explain.bundles import Bundles, Prefix, kept
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.programme import build
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import Solution, first_point, fixed, solve, without_vain_training
from taskmap.model.catalogue import Catalogue
from taskmap.model.explanations import Path, PathStep
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.units import CompetenceId, RoleId, TaskId
from taskmap.solver.highs import Limits
from taskmap.solver.order import in_order

NEXT = 3  # decisions a unit can carry through at a time


def path(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    progress: Progress | None = None,
) -> Path:
    """The best plan with three changes, the full plan that begins so, and the order of steps.

    The full plan is the best of those that hold the three and their training; what it loses
    against the free optimum is told. Each step is the smallest bundle of tasks after which every
    row holds and nothing is worse: what the question demands and today falls short of, breaches,
    then the largest gain. A step that is demanded or puts something right may raise the price, and
    its ``price_saved`` is then negative. Tasks of the full plan that no such step was found for
    are told as left.

    Example: nurse to helper only fits once helper to host has left room. Bundles are single
    tasks: helper to host first, though it saves less, then nurse to helper.

    Args:
        mapping: the unit.
        catalogue: of its country.
        question: with its limits; where it allows three changes or fewer, they are the whole.
        progress: called with "path" and the part done.

    Raises:
        QuestionImpossible: the question's demands contradict each other.
        PlanNotProved: a plan failed the exact check.
    """
    told = progress or silent
    case = Case.of(mapping, catalogue, question)
    # The answer must not turn on the order of the document: all is solved in canonical order.
    problem = canonical(case.problem()).problem
    limits = Limits(nodes=question.node_limit, seconds=EMERGENCY_SECONDS)
    told("path", 0.0)
    free = solve(problem, limits)
    told("path", 0.4)
    first = _first(problem, limits, free)
    units = _changed(problem, first)
    told("path", 0.6)
    full = first if _all_of(problem, first, free) else _beginning(problem, first, limits)
    told("path", 0.8)
    steps = tuple(Bundles(problem, full, limits).way((units, _changed(problem, full))))
    return _path(_Teller(mapping, problem), (free, first, full), steps)


def _path(
    teller: "_Teller",
    solutions: tuple[Solution, Solution, Solution],
    steps: tuple[tuple[int, Prefix], ...],
) -> Path:
    """What is told of the free plan, the one of three changes and the whole that begins so."""
    problem, (free, first, full) = teller.problem, solutions
    prefixes = [prefix for _, prefix in steps]
    reached = prefixes[-1].units if prefixes else frozenset()
    proved = (*free.reached, *first.reached, *full.reached)
    return Path(
        steps=_told(teller, prefixes),
        first=sum(number == 0 for number, _ in steps),
        loss=max(0, _price(problem, full) - _price(problem, free)),
        gap=max((level.gap for level in proved), default=0.0),
        at_once=whole(int(_given(problem, free).sum())),
        left=teller.tasks(_changed(problem, full) - reached),
    )


def _first(problem: Problem, limits: Limits, free: Solution) -> Solution:
    """The best plan with three changes; all of them where demands ask for more."""
    most = NEXT if problem.max_changes is None else min(NEXT, problem.max_changes)
    if most == problem.max_changes:
        return free
    try:
        return solve(replace(problem, max_changes=most), limits)
    except QuestionImpossible:
        return free


def _all_of(problem: Problem, first: Solution, free: Solution) -> bool:
    return first is free or (
        _changed(problem, first) == _changed(problem, free)
        and bool((first.shares == free.shares).all())
    )


def _beginning(problem: Problem, first: Solution, limits: Limits) -> Solution:
    """The best plan that holds another's changes and trains at least its persons.

    Raises:
        PlanNotProved: it failed the exact check.
    """
    sheet = build(problem)
    sheet.programme.add_rows(kept(sheet, first, _changed(problem, first)))
    start = first_point(sheet, limits)
    point, reached = in_order(sheet.programme, stages(sheet), start, limits)
    solution = fixed(sheet, without_vain_training(sheet, point, limits), reached)
    s = solution
    broken = complaints(problem, s.shares, s.missed, s.trained, s.chosen)
    if broken:
        raise PlanNotProved(rows=tuple(broken[:20]), count=len(broken))
    return solution


def _changed(problem: Problem, solution: Solution) -> frozenset[int]:
    found = changed_units(problem, solution.shares, solution.missed)
    return frozenset(map(int, np.flatnonzero(found)))


def _given(problem: Problem, s: Solution) -> Whole:
    """Millionths of minutes a week that leave today's hands."""
    return np.asarray(np.maximum(problem.today - s.shares, 0) * problem.minutes)


def _price(problem: Problem, s: Solution) -> int:
    return whole(exact_values(problem, s.shares, s.missed, s.trained, s.chosen)["price"])


@dataclass(frozen=True)
class _Teller:
    mapping: Mapping
    problem: Problem

    def step(self, before: Solution, after: Prefix, bundle: frozenset[int]) -> PathStep:
        p, now = self.problem, after.solution
        mine = np.isin(p.change_unit, sorted(bundle))
        price = _price(p, now)
        return PathStep(
            tasks=self.tasks(bundle),
            relieved=whole(int(_given(p, now)[mine].sum())),
            net=whole(self._load(before)) - whole(self._load(now)),
            price_saved=_price(p, before) - price,
            price=price,
            trained=tuple(self._trained(before, now)),
            rights=self._wrong(now) < self._wrong(before),
            demanded=self._falls_short(before),
        )

    def _wrong(self, s: Solution) -> tuple[int, ...]:
        """What a step can put right, the worst first."""
        found = exact_values(self.problem, s.shares, s.missed, s.trained, s.chosen)
        return tuple(found[name] for name in BEFORE_PRICE)

    def _falls_short(self, s: Solution) -> bool:
        """Whether a row does not hold: only today's can, of what is demanded."""
        return bool(complaints(self.problem, s.shares, s.missed, s.trained, s.chosen))

    def tasks(self, bundle: frozenset[int]) -> tuple[TaskId, ...]:
        """Tasks of the units, in the document's order."""
        p = self.problem
        ids = {p.leaves[t] for u in bundle for t in p.leaves_of_unit[u] if not p.optional[t]}
        return tuple(dict.fromkeys(leaf.task_id for leaf in self.mapping.leaves if leaf.id in ids))

    def _load(self, s: Solution) -> int:
        return int(load_of(self.problem, s.shares, s.trained, s.chosen).sum())

    def _trained(
        self, before: Solution, now: Solution
    ) -> Iterable[tuple[RoleId, CompetenceId, int]]:
        p, more = self.problem, now.trained - before.trained
        order = {s.role: i for i, s in enumerate(self.mapping.staffing)}
        return sorted(
            ((p.roles[r], p.competences[k], int(more[r, k])) for r, k in np.argwhere(more > 0)),
            key=lambda entry: (order[entry[0]], entry[1]),
        )


def _told(teller: _Teller, prefixes: list[Prefix]) -> tuple[PathStep, ...]:
    p, told = teller.problem, []
    before = Solution(
        shares=p.today,
        missed=p.missed,
        trained=np.zeros_like(p.held),
        chosen=np.zeros(len(p.options), dtype=np.int64),
        reached=(),
    )
    done: frozenset[int] = frozenset()
    for prefix in prefixes:
        told.append(teller.step(before, prefix, prefix.units - done))
        before, done = prefix.solution, prefix.units
    return tuple(told)
