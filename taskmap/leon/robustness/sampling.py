"""How sure a plan is: it is solved anew while minutes, factors and counts are drawn."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace

import numpy as np

from taskmap.leon.case import Case, Progress, silent
from taskmap.leon.explain.again import rebuilt
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.robustness.estimates import (
    COUNT_SPREAD,
    FACTOR_HIGH,
    FACTOR_LOW,
    Estimates,
    estimates,
)
from taskmap.leon.robustness.figures import Hours, hours
from taskmap.leon.robustness.information import worth_knowing
from taskmap.leon.robustness.resolving import Resolving
from taskmap.model.catalogue import Catalogue
from taskmap.model.explanations import Measurement, MoveSureness, Sureness
from taskmap.model.mapping import Mapping
from taskmap.model.other_way import MARK
from taskmap.model.plan import Move, Note, Plan
from taskmap.model.question import Question
from taskmap.model.units import MILLION, LeafId, MinutesPerWeek, RoleId, Share
from taskmap.solver.programme import Floats

STAYS = 0.5  # of what the receiver takes in the plan: with less of it the move is another one
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
TOLD = 20  # draws between two words of progress
MEASURED = 10  # estimates told, the most valuable first


def sureness(  # noqa: PLR0913 - a plan, what it answers, and what decides the sample
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    plan: Plan,
    *,
    samples: int = 1000,
    seed: int = 0,
    progress: Progress | None = None,
) -> Sureness:
    """Shares of samples in which each move stays, intervals, and what to measure first.

    A move stays in a sample when the receiver takes at least half as many occurrences of the leaf
    as in the plan, by the relaxation solved with the drawn figures. Where the question limits the
    number of changes, only the tasks the plan changes may change: the sample asks whether those
    chosen stand, not whether others had been chosen. A move's interval is of the move as planned,
    carried out while the figures turn out as drawn.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: what the plan answers.
        plan: its answer.
        samples: how many draws; 1 or more.
        seed: equal seeds give equal answers.
        progress: called with the part that is done.
    """
    if samples < 1:
        raise ValueError(f"samples is {samples}, expected 1 or more")
    told = progress or silent
    study = _Study.of(Case.of(mapping, catalogue, question), plan)
    sample = _Sample(study.problem, study.drawn, plan, study.drawn.draws(samples, seed))
    stays = sample.stays(sample.gains_of_plan(), _resolved(study, sample, told))
    told("measure", 1.0)
    priced = study.resolving(relief=False)
    nets = sample.nets()
    total = nets.sum(axis=1) + sample.nets_otherwise()
    values = worth_knowing(study.drawn.every, priced.least)
    return Sureness(
        samples=samples,
        seed=seed,
        moves=_moves(plan, stays, nets),
        measure_first=_measured(study.problem, study.drawn, values, mapping),
        net_low=_at(total, LOW),
        net_high=_at(total, HIGH),
        assumed=_assumed(study.drawn),
    )


def _moves(
    plan: Plan, stays: MappingOf[tuple[LeafId, RoleId], Share], nets: Floats
) -> tuple[MoveSureness, ...]:
    return tuple(
        MoveSureness(
            leaf=move.leaf,
            giver=move.giver,
            receiver=move.receiver,
            stays=stays[move.leaf, move.receiver],
            low=_at(nets[:, i], LOW),
            middle=_at(nets[:, i], MIDDLE),
            high=_at(nets[:, i], HIGH),
        )
        for i, move in enumerate(plan.moves)
    )


@dataclass(frozen=True)
class _Study:
    """A plan in canonical order, with what is drawn and what follows from it."""

    problem: Problem
    drawn: Estimates
    at_hand: Hours
    planned: tuple[Whole, Whole]

    @classmethod
    def of(cls, case: Case, plan: Plan) -> "_Study":
        kept = rebuilt(case, plan)
        ordered = canonical(kept.problem)
        problem = _free(ordered.problem, plan)
        return cls(
            problem=problem,
            drawn=estimates(case.mapping, case.catalogue, problem),
            at_hand=hours(case.mapping, case.catalogue, problem),
            planned=(
                kept.solution.shares[np.ix_(ordered.leaves, ordered.roles, ordered.bands)],
                kept.solution.missed[np.ix_(ordered.leaves, ordered.bands)],
            ),
        )

    def resolving(self, *, relief: bool = True) -> Resolving:
        return Resolving(self.problem, self.drawn, self.at_hand, self.planned, relief=relief)


def _resolved(study: _Study, sample: "_Sample", told: Progress) -> list[Floats | None]:
    """``[s]`` what roles gain of each leaf in the best division under every draw."""
    resolving, found = study.resolving(), list[Floats | None]()
    for i, draw in enumerate(sample.draws):
        if i % TOLD == 0:
            told("sample", i / len(sample.draws))
        found.append(resolving.gained(draw))
    return found


def _free(p: Problem, plan: Plan) -> Problem:
    """What may change in a sample: all, or with a limit on changes the plan's own tasks."""
    if p.max_changes is None:
        return p
    changed = {p.leaves.index(move.leaf) for move in plan.moves}
    taken = {f"{chosen.task}{MARK}{chosen.alternative}" for chosen in plan.alternatives}
    changed |= {t for option in p.options if option.name in taken for t in option.leaves}
    free = np.isin(p.change_unit, p.change_unit[sorted(changed)])
    works = [o.work for o in p.options if o.work is not None and free[list(o.leaves)].any()]
    free[works] = True
    return replace(
        p, max_changes=None, pinned=p.pinned | ~free, may_grow=p.may_grow & free[:, None]
    )


@dataclass(frozen=True)
class _Sample:
    """A plan's moves under draws."""

    problem: Problem
    estimates: Estimates
    plan: Plan
    draws: Floats

    def gains_of_plan(self) -> dict[tuple[int, int], float]:
        """Occurrences a week that each role gains of each leaf."""
        found: dict[tuple[int, int], float] = {}
        for move in self.plan.moves:
            key = self._leaf(move), self._role(move.receiver)
            found[key] = found.get(key, 0.0) + move.occurrences
        return found

    def stays(
        self, gains: MappingOf[tuple[int, int], float], found: list[Floats | None]
    ) -> dict[tuple[LeafId, RoleId], Share]:
        """For each leaf and receiver the share of samples in which it gains half as much."""
        n = self.problem.occurrences / MILLION
        held = dict.fromkeys(gains, 0)
        for gained in found:
            if gained is None:
                continue
            for (t, r), gain in gains.items():
                held[t, r] += float(gained[t, r] @ n[t]) >= STAYS * gain - 1e-9
        p = self.problem
        return {
            (p.leaves[t], p.roles[r]): round(count / len(found), 6)
            for (t, r), count in held.items()
        }

    def nets(self) -> Floats:
        """``[s, move]`` net minutes of the plan's moves, with what is not drawn as planned."""
        found = np.empty((len(self.draws), len(self.plan.moves)))
        for s, draw in enumerate(self.draws):
            minutes, counts = self.estimates.minutes(draw), self.estimates.counts(draw)
            for i, move in enumerate(self.plan.moves):
                t = self._leaf(move)
                given = move.minutes.relieved * (
                    minutes[t, self._role(move.giver)] if move.giver is not None else 0.0
                )
                taken = move.minutes.taken_on * minutes[t, self._role(move.receiver)]
                watched = move.minutes.supervision * counts[t]
                found[s, i] = (
                    given - taken - watched - move.minutes.handover - move.minutes.training
                )
        return found

    def nets_otherwise(self) -> Floats:
        """``[s]`` net minutes of what is done in another way; its own work as planned."""
        found = np.zeros(len(self.draws))
        for chosen in self.plan.alternatives:
            name = f"{chosen.task}{MARK}{chosen.alternative}"
            t = next(o.leaves[0] for o in self.problem.options if o.name == name)
            for s, draw in enumerate(self.draws):
                minutes = self.estimates.minutes(draw)[t]
                found[s] += chosen.net + sum(
                    given * (float(minutes[self._role(role)]) - 1.0)
                    for role, given in chosen.relieved.items()
                )
        return found

    def _leaf(self, move: Move) -> int:
        return self.problem.leaves.index(move.leaf)

    def _role(self, role: RoleId) -> int:
        return self.problem.roles.index(role)


def _at(values: Floats, part: float) -> MinutesPerWeek:
    return int(np.floor(np.quantile(values, part) + 0.5))


def _measured(
    p: Problem, drawn: Estimates, values: list[float], mapping: Mapping
) -> tuple[Measurement, ...]:
    """The estimates most worth knowing, named by the first of their leaves in the document."""
    place = {leaf.id: i for i, leaf in enumerate(mapping.leaves)}
    told = [
        Measurement(
            leaf=min((p.leaves[t] for t in estimate.leaves), key=place.__getitem__),
            field=estimate.field,
            role=None if estimate.role is None else p.roles[estimate.role],
            value=int(value + 0.5),
        )
        for estimate, value in zip(drawn.every, values, strict=True)
        if value >= 1.0
    ]
    told.sort(key=lambda m: (-m.value, place[m.leaf], m.field, m.role or ""))
    return tuple(told[:MEASURED])


def _assumed(drawn: Estimates) -> tuple[Note, ...]:
    """What nobody has stated, and was taken for granted."""
    found = []
    if any(estimate.field == "count" for estimate in drawn.every):
        found.append(Note("sampled.counts", {"share": COUNT_SPREAD}))
    tasks = {estimate.leaves for estimate in drawn.every if estimate.field == "factor"}
    if tasks:
        values = {"tasks": len(tasks), "low": FACTOR_LOW, "high": FACTOR_HIGH}
        found.append(Note("sampled.factors", values))
    return tuple(found)
