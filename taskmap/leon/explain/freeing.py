"""The smallest change that would let a held leaf move, found by solving again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from taskmap.leon.case import EMERGENCY_SECONDS, Case, Progress, silent
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import whole
from taskmap.leon.explain.again import Solver, rebuilt
from taskmap.leon.explain.bench import Bench
from taskmap.leon.explain.lever import Lever, Trouble, course_lever, smallest_move
from taskmap.leon.solve import Solution
from taskmap.leon.telling.held import View
from taskmap.leon.telling.moves import Moving
from taskmap.model.catalogue import Catalogue
from taskmap.model.explanations import Freeing
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Held, Plan
from taskmap.model.question import Question
from taskmap.model.units import MILLION
from taskmap.solver.highs import Limits

NODES = 2_000  # of each solve; what is asked is small, and answered at the root most often
ROUNDING = MILLION // 10  # millionths of minutes; shares are told in millionths
ROLES = 2  # receivers tried for a leaf, nearest first, of those the unit may open it to

Levers = tuple[Lever, ...]


def freeings(  # noqa: PLR0913 - each of the last three is asked for by name
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    plan: Plan,
    *,
    most: int = 10,
    node_limit: int = NODES,
    progress: Progress | None = None,
) -> tuple[Freeing, ...]:
    """For the most valuable leaves that stay, the smallest change that frees each.

    A leaf is freed when the plan solved again with the change, the other leaves as they are in the
    plan, moves it since that saves more than it costs: the smallest move at least. The set of
    changes is irreducible: with any one of them left out the leaf stays. Tried first are the
    question's own demands and budgets, then decisions and assessments, courses, and hours last.
    What the law reserves and what has been decided against is never offered.

    Example: helpers are full by day, and the nurses' 300 minutes of meals pass every gate: five
    hours of helpers by day. At a ceiling of 0.85 that is six, since five sixths can be planned.

    Args:
        mapping: the plan's unit.
        catalogue: of its country.
        question: the plan's question.
        plan: an answer to it.
        most: leaves that are told of, most minutes first.
        node_limit: branch-and-bound nodes of each solve.
        progress: called with "free" and the part done.
    """
    told = progress or silent
    moving = rebuilt(Case.of(mapping, catalogue, question), plan)
    entries = plan.held[:most]
    found = []
    for i, entry in enumerate(entries):
        told("free", i / len(entries))
        found.append(freeing(moving, entry, node_limit))
    return tuple(found)


def freeing(moving: Moving, entry: Held, node_limit: int = NODES) -> Freeing:
    """The smallest change that frees one leaf, by the role nearest to being allowed."""
    p = moving.problem
    limits = Limits(nodes=node_limit, seconds=EMERGENCY_SECONDS)
    solver = Solver(moving.solution, limits)
    t, giver = p.leaves.index(entry.leaf), p.roles.index(entry.giver)
    case = Case(moving.mapping, moving.catalogue, moving.question, moving.rulings)
    nearest = (Bench(case, moving, t, r, giver) for r in View.of(moving).nearest(t, giver))
    benches = [bench for bench in nearest if bench.openings is not None]
    tried = len(benches) <= ROLES
    for bench in benches[:ROLES]:
        search = _Search(bench, solver)
        found = search.smallest()
        tried = tried and search.proved
        if found is not None:
            return Freeing(
                leaf=entry.leaf,
                role=p.roles[bench.role],
                giver=entry.giver,
                minutes=whole(search.relieved(found)),
                steps=tuple(lever.step for lever in found),
            )
    return Freeing(
        leaf=entry.leaf, role=entry.role, giver=entry.giver, minutes=0, steps=(), tried=tried
    )


@dataclass
class _Search:
    """The levers of one leaf and receiver, pulled until the leaf moves and no further."""

    bench: Bench
    solver: Solver
    proved: bool = True
    known: list[tuple[Levers, Solution | None]] = field(default_factory=list)

    def smallest(self) -> Levers | None:
        """An irreducible set of changes of least size; None: they do not do together."""
        opened = self.bench.openings or ()
        if self._frees(()):  # a better plan than the one told: nothing there is that holds it
            self.proved = False
            return None
        if self.bench.limit_used:
            opened = (*opened, *(lever for lever in self.bench.levers if lever.changes))
        if opened and self._frees(opened):
            return self._irreducible(opened)
        for few in self._groups(opened):
            if self._frees(few):
                return self._sized(self._irreducible(few))
        return None

    def relieved(self, used: Levers) -> int:
        """Millionths of minutes the giver is relieved of with these changes; 0: it stays.

        Raises:
            ValueError: the plan found breaks a row.
        """
        solution = self._solution(used)
        if solution is None:
            return 0
        problem, s = self.bench.applied(used), solution
        found = complaints(problem, s.shares, s.missed, s.trained, s.chosen)
        # Moves that are kept may cost more than they now put right: with the change they would go.
        broken = [name for name in found if not name.startswith("no_worse/")]
        if broken:
            raise ValueError(f"the plan with the change does not hold: {broken[:3]}")
        return self._given(s)

    def _groups(self, opened: Levers) -> Iterator[Levers]:
        """Sets to try, the likeliest to be enough first; all levers, and hours in plenty, last."""
        levers = tuple(lever for lever in self.bench.levers if lever not in opened)
        hours = tuple(lever for lever in levers if lever.trouble is Trouble.HOURS)
        fewest = self._one_band(hours)
        others = tuple(lever for lever in levers if lever.trouble is not Trouble.HOURS)
        own = tuple(lever for lever in others if lever.trouble <= Trouble.MONEY)
        seen: list[Levers] = []
        ample = self.bench.ample
        for few in (own, fewest, hours, others, (*others, *fewest), (*others, *ample)):
            chosen = (*opened, *few)
            if few and chosen not in seen:
                seen.append(chosen)
                yield chosen

    def _one_band(self, hours: Levers) -> Levers:
        """Hours in the one band where most of the leaf lies, if that is enough for a move."""
        p, bench = self.bench.moving.problem, self.bench
        unit = int(p.change_unit[bench.leaf])
        bands = sorted(
            {lever.cell[1] for lever in hours if lever.cell}, key=lambda b: (-bench.part(b), b)
        )
        if not bands or p.one_role[bench.leaf] or bench.part(bands[0]) < p.threshold[unit]:
            return hours
        return tuple(lever for lever in hours if lever.cell and lever.cell[1] == bands[0])

    def _irreducible(self, used: Levers) -> Levers:
        """Leave out what is not needed, the most trouble first."""
        left = used
        for lever in sorted(used, key=lambda x: (-x.trouble, -x.size)):
            fewer = tuple(other for other in left if other != lever)
            if len(left) > 1 and self._frees(fewer):
                left = fewer
        return left

    def _sized(self, used: Levers) -> Levers:
        """The same changes, each no larger than needed: persons, then money and hours."""
        for at, lever in enumerate(used):
            if lever.course is not None and lever.size > 1:
                sizes = [
                    course_lever(self.bench.moving.problem, lever.course, n)
                    for n in range(1, lever.size + 1)
                ]
                used = (*used[:at], self._least(used, at, sizes), *used[at + 1 :])
        return self._only_used_hours(self._only_used_money(self._largest_move(used)))

    def _largest_move(self, used: Levers) -> Levers:
        """The smallest move lowered to what the leaf relieves, and no further."""
        relieved = self.relieved(used) // MILLION
        least = tuple(
            lever if lever.least is None else smallest_move(int(relieved)) for lever in used
        )
        return least if least != used and self._frees(least) else used

    def _only_used_money(self, used: Levers) -> Levers:
        """Budgets raised to what the plan with the change spends, if that still frees it."""
        solution = self._solution(used)
        if solution is None or all(lever.trouble is not Trouble.MONEY for lever in used):
            return used
        raised = tuple(self.bench.budget(lever, solution) for lever in used)
        return raised if self._frees(raised) else used

    def _only_used_hours(self, used: Levers) -> Levers:
        """Hours cut to what the plan with the change fills of them, if that still frees it."""
        solution = self._solution(used)
        if solution is None:
            return used
        filled = self.bench.filled_by(self.bench.applied(used), solution)
        cut = tuple(
            lever if lever.cell is None else self.bench.hours(lever.cell, int(filled[lever.cell]))
            for lever in used
        )
        smaller = all(
            new.size <= old.size and new.named <= old.named
            for new, old in zip(cut, used, strict=True)
        )
        return cut if cut != used and smaller and self._frees(cut) else used

    def _least(self, used: Levers, at: int, sizes: list[Lever]) -> Lever:
        """The first of rising sizes that still frees the leaf, by halving."""
        low, high = 0, len(sizes) - 1
        while low < high:
            middle = (low + high) // 2
            if self._frees((*used[:at], sizes[middle], *used[at + 1 :])):
                high = middle
            else:
                low = middle + 1
        return sizes[high]

    def _frees(self, used: Levers) -> bool:
        """Whether the giver is relieved of the smallest move, or of all it has if that is less."""
        p, solution = self.bench.moving.problem, self._solution(used)
        all_of_it = sum(self.bench.part(b) for b in range(len(p.bands)))
        least = min(p.min_move * MILLION, all_of_it)
        return solution is not None and self._given(solution) >= max(1, least - ROUNDING)

    def _solution(self, used: Levers) -> Solution | None:
        for before, solution in self.known:
            if before == used:
                return solution
        self.known.append((used, self._solved(used)))
        return self.known[-1][1]

    def _solved(self, used: Levers) -> Solution | None:
        again = self.solver.cheapest(self.bench.applied(used), self.bench.mates)
        self.proved = self.proved and again.proved
        return again.solution

    def _given(self, solution: Solution) -> int:
        p, t, giver = self.bench.moving.problem, self.bench.leaf, self.bench.giver
        given = np.maximum(p.today[t, giver] - solution.shares[t, giver], 0)
        return int((given * p.minutes[t, giver]).sum())
