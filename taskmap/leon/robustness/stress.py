"""Whether today and a plan stand illness, vacancies and a summer; what breaks first, what is left.

A shortage is minutes above full hours, or of work nobody does.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from taskmap.leon.case import EMERGENCY_SECONDS, Case, Progress, silent
from taskmap.leon.checking.values import load_of, whole
from taskmap.leon.explain.again import rebuilt
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.robustness.strains import Strain, strains
from taskmap.leon.solve import solve
from taskmap.leon.telling.moves import Moving
from taskmap.model.catalogue import Catalogue
from taskmap.model.demands import Demands
from taskmap.model.explanations import Shortage, Stress
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.model.units import MILLION
from taskmap.solver.highs import Limits

MINUTE = 1  # a role and band may be off by so much, since shares are rounded to millionths


def stress(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    plan: Plan,
    *,
    progress: Progress | None = None,
) -> tuple[Stress, ...]:
    """Today and the plan under each strain, and what dividing the work anew could mend.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: what the plan answers; its node limit is that of each solve here.
        plan: its answer.
        progress: called with each strain's code and the part that is done.

    Example: nurses have 1,000 minutes and 900 of work, 8 of them. Two ill: 750 minutes are left,
    150 are short. With the plan they have 700: nothing is.
    """
    told = progress or silent
    kept = rebuilt(Case.of(mapping, catalogue, question), plan)
    free = Case.of(mapping, catalogue, _under_strain(question)).problem()
    found = []
    every = strains(mapping, catalogue)
    for i, strain in enumerate(every):
        told(strain.code, i / len(every))
        found.append(_stress(strain, kept, free, question))
    return tuple(found)


def _under_strain(question: Question) -> Question:
    """Work may go anywhere it is allowed, dearer hands too; bans and pins stand."""
    asked = question.demands
    demands = Demands(
        pinned=asked.pinned,
        pinned_roles=asked.pinned_roles,
        forbidden=asked.forbidden,
        forbidden_roles=asked.forbidden_roles,
        forbidden_gates=asked.forbidden_gates,
    )
    return replace(question, upwards=True, max_changes=None, min_move=0, demands=demands)


def _stress(strain: Strain, kept: Moving, free: Problem, question: Question) -> Stress:
    p, s = strain.strained(kept.problem), kept.solution
    nobody = np.zeros_like(s.trained)
    today = _shortages(p, load_of(p, p.today, nobody), p.missed)
    planned = _shortages(p, load_of(p, s.shares, s.trained, s.chosen), s.missed)
    anew, gap = _left(strain.strained(free), s.trained, question)
    return Stress(
        code=strain.code,
        values=strain.values,
        today=today,
        plan=planned,
        holds=_no_larger(planned, today),
        first=_first(kept.problem, planned),
        # The plan itself is one of the ways, though it fills some beyond what a plan would.
        left=min(anew, planned, key=_minutes),
        gap=gap,
    )


def _shortages(p: Problem, load: Whole, missed: Whole) -> tuple[Shortage, ...]:
    """Where hours are short, then what nobody does, in the document's order."""
    over = load + (p.other - p.full) * MILLION
    undone = p.missed_minutes * missed
    roles = [
        Shortage(role=p.roles[r], band=p.bands[b], minutes=minutes)
        for r, b in np.argwhere(over > 0)
        if (minutes := whole(int(over[r, b]))) > 0
    ]
    leaves = [
        Shortage(role=None, band=p.bands[b], minutes=minutes, leaf=p.leaves[t])
        for t, b in np.argwhere(undone > 0)
        if (minutes := whole(int(undone[t, b]))) > 0
    ]
    return (*roles, *leaves)


def _minutes(found: Iterable[Shortage]) -> int:
    return sum(shortage.minutes for shortage in found)


def _no_larger(planned: Iterable[Shortage], today: Iterable[Shortage]) -> bool:
    before = {(s.role, s.leaf, s.band): s.minutes for s in today}
    return all(s.minutes <= before.get((s.role, s.leaf, s.band), 0) + MINUTE for s in planned)


def _first(p: Problem, planned: Iterable[Shortage]) -> Shortage | None:
    """The largest shortage of a role, relative to its full hours in an ordinary week."""

    def relative(shortage: Shortage) -> float:
        full = p.full[p.roles.index(shortage.role or ""), p.bands.index(shortage.band)]
        return shortage.minutes / max(1, int(full))

    return max((s for s in planned if s.role is not None), key=relative, default=None)


def _left(p: Problem, trained: Whole, question: Question) -> tuple[tuple[Shortage, ...], float]:
    """What stays short when the work is divided anew among those at work and those trained."""
    ready = replace(
        p, trainable=np.minimum(p.trainable, trained), training=np.zeros_like(p.training)
    )
    ordered = canonical(ready)
    limits = Limits(nodes=question.node_limit, seconds=EMERGENCY_SECONDS)
    # Down to the price: the last check refuses a plan that costs more and mends nothing.
    found = solve(ordered.problem, limits, last="price")
    shares, missed, learned = ordered.back(found.shares, found.missed, found.trained)
    load = load_of(ready, shares, learned, ordered.chosen(found.chosen))
    gap = max(level.gap for level in found.reached if level.name in {"missed", "over"})
    return _shortages(ready, load, missed), round(gap, 9)
