"""Why a question is impossible: the smallest set of its demands that cannot all be met."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import numpy as np

from taskmap.leon.case import EMERGENCY_SECONDS, Case
from taskmap.leon.explain.demand_values import values
from taskmap.leon.levels import accepted
from taskmap.leon.problem import Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.model.catalogue import Catalogue
from taskmap.model.demand import Demand, listed
from taskmap.model.explanations import Step
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.ruling import Gate
from taskmap.solver.family import ABSENT
from taskmap.solver.highs import Limits, Outcome, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.programme import UNBOUNDED, Programme

# How a demand's rows are named; those not here are named after their field.
KINDS = {
    "pinned_roles": "pinned_role",
    "forbidden_roles": "forbidden_role",
    "forbidden_gates": "forbidden_gate",
}
MUSTS = frozenset({"forced", "taken_out"})  # the rest can always be met: by today


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing the answer must agree with: a demand, or a fact of the unit beside it.

    Args:
        step: as it is told.
        rows: numbers of the rows that hold it.
        columns: numbers of columns it keeps at zero.
        must: a demand that today may fall short of.
    """

    step: Step
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    must: bool = False


def clash(mapping: Mapping, catalogue: Catalogue, question: Question) -> tuple[Step, ...]:
    """The smallest set of demands that no plan can meet; empty when the question is possible.

    Every demand is dropped in turn, and stays dropped when the rest still cannot be met: by the
    relaxation where that is enough, by a solve in whole numbers where it is not. What is left is
    irreducible: without any one of it there is a plan. The search is made once from each demand
    that something must move, and the smallest set found is told. Beside the demands stand the
    facts they may clash with: a role's hours, those who have the competence, a gate that holds.

    Example: half of the meals to the helpers, who take on at most 60 minutes of new work: 100
    minutes do not go into 60. Told are these two; the pins on other tasks are not.

    Args:
        mapping: the unit.
        catalogue: of its country.
        question: with its demands.
    """
    room = _Room(Case.of(mapping, catalogue, question))
    if room.possible(room.terms):
        return ()
    found = [room.irreducible(terms) for terms in room.starts()]
    smallest = min(found, key=len)
    return tuple(term.step for term in room.terms if term in smallest)


@dataclass(frozen=True)
class _Room:
    """The programme of a question, and whether it has a plan with some of its terms dropped."""

    case: Case

    @cached_property
    def problem(self) -> Problem:
        """With room to tell a gate from a lack of hours: what is forced may grow, if only a bit."""
        p = self.case.problem()
        grow, room, full = p.may_grow.copy(), p.room.copy(), p.full.copy()
        for t, r, _ in p.asked.forced:
            grow[list(p.kept_with(t)), r] = True
            bare = p.most[r] == 0
            room[r, bare], full[r, bare] = 1, np.maximum(full[r, bare], 1)
        return replace(p, may_grow=grow, room=room, full=full)

    @cached_property
    def sheet(self) -> Sheet:
        return build(self.problem)

    @cached_property
    def hot(self) -> Hot:
        return Hot(self.sheet.programme, np.zeros(len(self.sheet.programme.column_names)))

    @cached_property
    def rows(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.sheet.programme.row_names)}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The demands in their order, the limit, then the facts."""
        demands = (self._demand(one) for one in listed(self.case.question.demands))
        return (*(term for term in demands if term), *self._limit(), *self._facts())

    def _demand(self, one: Demand) -> Term | None:
        name = "/".join(("demand", KINDS.get(one.field, one.field), *one.about))
        if name not in self.rows:
            return None
        step = Step(f"clash.{one.field}", values(one))
        return Term(step=step, rows=(self.rows[name],), must=one.field in MUSTS)

    def _limit(self) -> Iterator[Term]:
        if "limit/tasks" in self.rows:
            step = Step("clash.max_changes", {"tasks": self.problem.max_changes})
            yield Term(step=step, rows=(self.rows["limit/tasks"],))

    def _facts(self) -> Iterator[Term]:
        p = self.problem
        closed = self.case.problem().may_grow
        for t, r, _ in p.asked.forced:
            held = [m for m in p.kept_with(t) if not closed[m, r]]
            if held:
                step = Step("clash.gate", self._gate(held[0], r))
                columns = self.sheet.columns.added[held, r]
                yield Term(step=step, columns=tuple(map(int, columns[columns != ABSENT])))
        for r, role in enumerate(p.roles):
            for code, family in (("clash.people", "trained"), ("clash.hours", "capacity")):
                named = (f"{family}/{role}/",)
                rows = tuple(i for name, i in self.rows.items() if name.startswith(named))
                if rows:
                    yield Term(step=Step(code, {"role": p.roles[r]}), rows=rows)

    def _gate(self, t: int, r: int) -> dict[str, str]:
        leaf, role = self.problem.leaves[t], self.problem.roles[r]
        rulings = self.case.rulings[leaf, role]
        holding = (x.gate for x in rulings if not accepted(x, self.case.question))
        return {"leaf": leaf, "role": role, "gate": next(holding, Gate.POLICY).value}

    def starts(self) -> list[tuple[Term, ...]]:
        """From each demand that something must move alone; all of them where none clashes so."""
        musts = [term for term in self.terms if term.must]
        others = tuple(term for term in self.terms if not term.must)
        alone = [(must, *others) for must in musts]
        return [terms for terms in alone if not self.possible(terms)] or [self.terms]

    def irreducible(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """Drop what the clash does not need: facts first, so that it is told in demands."""
        left = terms
        for term in reversed(terms):
            fewer = tuple(other for other in left if other is not term)
            if not self.possible(fewer):
                left = fewer
        return left

    def possible(self, terms: Iterable[Term]) -> bool:
        """Whether some plan agrees with these terms, the others dropped."""
        held = list(terms)
        dropped = [term for term in self.terms if not any(term is other for other in held)]
        return self._relaxed(dropped) and self._whole(dropped)

    def _relaxed(self, dropped: list[Term]) -> bool:
        """By the relaxation: what it cannot meet, nothing can."""
        rows = [i for term in dropped for i in term.rows]
        shut = [i for term in self.terms if term not in dropped for i in term.columns]
        lower, upper = self._row_bounds
        programme = self.sheet.programme
        if rows:
            self.hot.set_row_bounds(rows, -UNBOUNDED, UNBOUNDED)
        if shut:
            self.hot.set_column_bounds(shut, 0.0, 0.0)
        answer = self.hot.solve()
        if rows:
            self.hot.set_row_bounds(rows, lower[rows], upper[rows])
        if shut:
            self.hot.set_column_bounds(shut, programme.lower[shut], programme.upper[shut])
        return answer.outcome is not Outcome.INFEASIBLE

    def _whole(self, dropped: list[Term]) -> bool:
        """In whole numbers; where a limit ends it the terms are taken to be possible."""
        rows = [i for term in dropped for i in term.rows]
        shut = [i for term in self.terms if term not in dropped for i in term.columns]
        programme = loosened(self.sheet.programme, rows, shut)
        limits = Limits(nodes=self.case.question.node_limit, seconds=EMERGENCY_SECONDS)
        none = np.zeros(len(programme.column_names))
        return minimise(programme, none, limits).outcome is not Outcome.INFEASIBLE

    @cached_property
    def _row_bounds(self) -> tuple[np.ndarray, np.ndarray]:
        families = self.sheet.programme.families
        return (
            np.concatenate([rows.lower for rows in families]),
            np.concatenate([rows.upper for rows in families]),
        )


def loosened(programme: Programme, rows: list[int], shut: list[int]) -> Programme:
    """The same programme with some rows free and some columns kept at zero."""
    found, upper = Programme(), programme.upper
    upper[shut] = 0.0
    kinds = groupby(range(len(programme.column_names)), key=lambda i: bool(programme.whole[i]))
    for whole, numbers in kinds:
        at = list(numbers)
        names = [programme.column_names[i] for i in at]
        found.add_columns(names, programme.lower[at], upper[at], whole=whole)
    first = 0
    for family in programme.families:
        lower, most = family.lower.copy(), family.upper.copy()
        free = [i - first for i in rows if first <= i < first + len(family.names)]
        lower[free], most[free] = -UNBOUNDED, UNBOUNDED
        found.add_rows(replace(family, lower=lower, upper=most))
        first += len(family.names)
    return found
