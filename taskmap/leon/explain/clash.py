"""Why a question is impossible: the smallest set of its demands that cannot all be met."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from taskmap.leon.case import EMERGENCY_SECONDS, Case
from taskmap.leon.explain.demand_values import values
from taskmap.leon.explain.short import fitting, loosened, missing
from taskmap.leon.instance.problem import Problem
from taskmap.leon.levels import accepted
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
from taskmap.solver.programme import UNBOUNDED

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
    Last stands the largest share of a forced move that would fit, if any does.

    Example: half of the meals to the helpers, who take on at most 60 minutes of new work: 100
    minutes do not go into 60. Told are these two; the pins on other tasks are not. Then that 30
    per cent would fit.

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
    told = [term for term in room.terms if term in smallest]
    return (*(room.told(term, smallest) for term in told), *room.ways_out(smallest))


@dataclass(frozen=True)
class _Room:
    """The programme of a question, and whether it has a plan with some of its terms dropped."""

    case: Case

    @cached_property
    def real(self) -> Problem:
        """The unit as it is."""
        return self.case.problem()

    @cached_property
    def problem(self) -> Problem:
        """With room to tell a gate from a lack of hours: what is forced may grow, if only a bit."""
        p = self.real
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
        return Hot(self.sheet.programme, np.zeros(self.sheet.programme.width))

    @cached_property
    def rows(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.sheet.programme.row_names)}

    @cached_property
    def _named(self) -> dict[str, tuple[int, ...]]:
        """Rows of hours and of competences, all bands of one together."""
        found: dict[str, tuple[int, ...]] = {}
        parts = {"capacity": 2, "trained": 3}
        for name, i in self.rows.items():
            kind, _, _ = name.partition("/")
            if kind in parts:
                of = "/".join(name.split("/")[: parts[kind]])
                found[of] = (*found.get(of, ()), i)
        return found

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
        closed = self.real.may_grow
        for t, r, _ in p.asked.forced:
            held = [m for m in p.kept_with(t) if not closed[m, r]]
            if held:
                step = Step("clash.gate", self._gate(held[0], r))
                columns = self.sheet.columns.added[held, r]
                yield Term(step=step, columns=tuple(map(int, columns[columns != ABSENT])))
        for r, role in enumerate(p.roles):
            for code, rows in (("clash.people", self._people(r)), ("clash.hours", self._hours(r))):
                if rows:
                    yield Term(step=Step(code, {"role": role}), rows=rows)

    def _people(self, r: int) -> tuple[int, ...]:
        """Rows of a competence that some of the role lack."""
        return self._about(r, lambda k: bool(self.problem.held[r, k] < self.problem.persons[r]))

    def _hours(self, r: int) -> tuple[int, ...]:
        """Rows of the role's hours; where all hold a competence its row is short of hours too."""
        own = self._named.get(f"capacity/{self.problem.roles[r]}", ())
        return own + self._about(
            r, lambda k: bool(self.problem.held[r, k] >= self.problem.persons[r])
        )

    def _about(self, r: int, wanted: Callable[[int], bool]) -> tuple[int, ...]:
        """Rows ``trained/role/competence/band`` of the competences wanted."""
        p = self.problem
        names = (f"trained/{p.roles[r]}/{x}" for k, x in enumerate(p.competences) if wanted(k))
        return tuple(i for name in names for i in self._named.get(name, ()))

    def told(self, term: Term, smallest: tuple[Term, ...]) -> Step:
        """A term as it is told; a lack of hours with the bands and minutes that are missing."""
        if term.step.code != "clash.hours":
            return term.step
        held = [one for one in smallest if one is not term]
        role = str(term.step.values["role"])
        dropped = self._dropped([one for one in self.terms if one not in held])
        at = self.real.roles.index(role)
        bands, minutes = missing(self.sheet, self.real, at, dropped, self._limits)
        return replace(term.step, values={"role": role, "bands": bands, "minutes": minutes})

    def ways_out(self, smallest: tuple[Term, ...]) -> Iterator[Step]:
        """How much of a forced move fits with all the rest as asked, where it is the only one."""
        forced = [term for term in smallest if term.step.code == "clash.forced"]
        if len(forced) != 1:
            return
        p, named = self.problem, forced[0].step.values
        leaf, role = str(named["leaf"]), str(named["role"])
        t, r = p.leaves.index(leaf), p.roles.index(role)
        share = fitting(self.sheet, t, r, self._dropped(forced), self._limits)
        if share:
            yield Step("clash.fits", {"leaf": leaf, "role": role, "share": share})

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
        rows, shut = self._dropped(dropped)
        programme = self.sheet.programme
        bounds = programme.matrix()
        if rows:
            self.hot.set_row_bounds(rows, -UNBOUNDED, UNBOUNDED)
        if shut:
            self.hot.set_column_bounds(shut, 0.0, 0.0)
        answer = self.hot.solve()
        if rows:
            self.hot.set_row_bounds(rows, bounds.lower[rows], bounds.upper[rows])
        if shut:
            self.hot.set_column_bounds(shut, programme.lower[shut], programme.upper[shut])
        return answer.outcome is not Outcome.INFEASIBLE

    def _whole(self, dropped: list[Term]) -> bool:
        """In whole numbers; where a limit ends it the terms are taken to be possible."""
        rows, shut = self._dropped(dropped)
        programme = loosened(self.sheet.programme, rows, shut)
        none = np.zeros(programme.width)
        return minimise(programme, none, self._limits).outcome is not Outcome.INFEASIBLE

    @cached_property
    def _limits(self) -> Limits:
        return Limits(nodes=self.case.question.node_limit, seconds=EMERGENCY_SECONDS)

    def _dropped(self, terms: list[Term]) -> tuple[list[int], list[int]]:
        """Rows that are free without these terms, and columns the others keep at zero."""
        rows = [i for term in terms for i in term.rows]
        return rows, [i for term in self.terms if term not in terms for i in term.columns]
