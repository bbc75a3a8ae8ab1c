"""A solution told as a plan: moves, breaches, loads, levels and what was taken for granted."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf

import numpy as np

from taskmap.leon.breaches import breaches
from taskmap.leon.checking.values import load_of, values_of, whole
from taskmap.leon.hashes import hashes, versions
from taskmap.leon.instance.problem import Problem
from taskmap.leon.levels import levels
from taskmap.leon.price import notes
from taskmap.leon.telling.alternatives import alternatives
from taskmap.leon.telling.faces import chain_faces, mixes
from taskmap.leon.telling.first_weeks import first_weeks
from taskmap.leon.telling.held import held
from taskmap.leon.telling.moves import Moving, moves
from taskmap.leon.telling.relaxed import relaxed
from taskmap.leon.telling.ways_left import ways_left
from taskmap.model.mapping import Mapping
from taskmap.model.plan import (
    BandLoad,
    Breach,
    Note,
    Objective,
    OpenQuestion,
    Plan,
    RoleLoad,
    Status,
)
from taskmap.model.units import MILLION, LeafId, MinutesPerWeek, RoleId
from taskmap.solver.highs import Outcome
from taskmap.workload import assumptions


def plan(moving: Moving, open_questions: tuple[OpenQuestion, ...]) -> Plan:
    """Put the answer together; every list in an order that follows from content or document."""
    mapping, catalogue, question = moving.mapping, moving.catalogue, moving.question
    found = moves(moving)
    return Plan(
        unit=mapping.unit.id,
        question=question,
        status=_status(moving),
        hashes=hashes(mapping, catalogue, question),
        versions=versions(),
        objectives=_objectives(moving),
        breaches=_breaches(moving),
        moves=found,
        alternatives=alternatives(moving),
        ways_left=ways_left(moving),
        held=held(moving),
        open_questions=open_questions,
        trainings=tuple(moving.trainings.values()),
        roles=_roles(moving),
        levels=levels(mapping, catalogue, question, moving.rulings, _planned(moving)),
        assumptions=(
            *assumptions(mapping, catalogue),
            *notes(mapping, catalogue, question),
            *_assumed(moving),
        ),
        relaxed=relaxed(moving.problem),
        shares=_shares(moving.problem, moving.solution.shares),
        missed=_missed(moving.problem, moving.solution.missed),
        faces=chain_faces(moving),
        mixes=mixes(moving),
    )


def _status(moving: Moving) -> Status:
    reached = moving.solution.reached
    if any(level.outcome is Outcome.CLOCK for level in reached):
        return Status.STOPPED
    return Status.GAP if any(level.gap > 0 for level in reached) else Status.OPTIMAL


def _objectives(moving: Moving) -> tuple[Objective, ...]:
    p, s = moving.problem, moving.solution
    today = values_of(p, p.today, p.missed, np.zeros_like(s.trained))
    now = values_of(p, s.shares, s.missed, s.trained, s.chosen)
    scale = {"peak": MILLION}
    # With a tolerance the price is asked for twice; the last is what the plan has.
    last = {level.name: level for level in s.reached}
    return tuple(
        Objective(
            name=level.name,
            baseline=today[level.name],
            value=now[level.name],
            bound=round(level.bound * scale.get(level.name, 1), 3),
            gap=round(level.gap, 9),
        )
        for level in last.values()
    )


def _breaches(moving: Moving) -> tuple[Breach, ...]:
    p, shares = moving.problem, moving.solution.shares
    found = []
    for breach in breaches(moving.mapping, moving.rulings):
        t, r = p.leaves.index(breach.leaf), p.roles.index(breach.role)
        found.append(
            Breach(
                leaf=breach.leaf,
                role=breach.role,
                minutes=breach.minutes,
                left=whole(int((p.minutes[t, r] * shares[t, r]).sum())),
                rulings=breach.rulings,
            )
        )
    return tuple(found)


def _roles(moving: Moving) -> tuple[RoleLoad, ...]:
    p, s = moving.problem, moving.solution
    after = load_of(p, s.shares, s.trained, s.chosen)
    return tuple(
        RoleLoad(
            role=role,
            level=moving.level(r),
            bands=tuple(
                BandLoad(
                    band=band,
                    full=int(p.full[r, b]),
                    room=int(p.room[r, b]),
                    other=int(p.other[r, b]),
                    baseline=whole(int(p.load_today[r, b])),
                    plan=whole(int(after[r, b])),
                )
                for b, band in enumerate(p.bands)
            ),
        )
        for r, role in enumerate(p.roles)
    )


def _planned(moving: Moving) -> MappingOf[LeafId, MappingOf[RoleId, MinutesPerWeek]]:
    """Minutes a week by leaf of today and role; another way's work is told at its first leaf."""
    p, shares = moving.problem, moving.solution.shares
    minutes = (p.minutes * shares).sum(axis=2)
    of_leaf: dict[int, list[int]] = {int(t): [int(t)] for t in np.flatnonzero(~p.optional)}
    for option in p.options:
        if option.work is not None:
            of_leaf[option.leaves[0]].append(option.work)
    return {
        p.leaves[t]: {
            p.roles[r]: whole(int(minutes[own, r].sum()))
            for r in np.flatnonzero(shares[own].any(axis=(0, 2)))
        }
        for t, own in of_leaf.items()
    }


def _shares(
    p: Problem, shares: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
) -> dict[LeafId, dict[str, dict[RoleId, int]]]:
    return {
        leaf: {
            p.bands[b]: {p.roles[r]: int(shares[t, r, b]) for r in np.flatnonzero(shares[t, :, b])}
            for b in np.flatnonzero(p.occurs[t])
        }
        for t, leaf in enumerate(p.leaves)
        if not p.optional[t] or shares[t].any()
    }


def _missed(
    p: Problem, missed: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
) -> dict[LeafId, dict[str, int]]:
    return {
        leaf: {p.bands[b]: int(missed[t, b]) for b in np.flatnonzero(missed[t])}
        for t, leaf in enumerate(p.leaves)
        if missed[t].any()
    }


def _assumed(moving: Moving) -> tuple[Note, ...]:
    p, found = moving.problem, []
    nested = tuple(p.leaves[t] for t in np.flatnonzero(p.needs.sum(axis=1) > 1))
    if nested:
        found.append(Note("assumed.nested", {"tasks": len(nested)}))
    days = tuple(s.role for s in moving.mapping.staffing if s.absence.training_days > 0)
    if days and moving.trainings:
        found.append(Note("assumed.training_days", {"roles": days}))
    running = tuple(
        s.role
        for s in moving.mapping.staffing
        if s.running_cost > 0 and not moving.catalogue.roles[s.role].is_staff
    )
    if running:
        found.append(Note("assumed.running_cost", {"roles": running}))
    if moving.question.open_unknown:
        found.append(Note("assumed.unknown_open"))
    if moving.trainings:
        found.append(Note("assumed.lecturers"))
    return (*found, *first_weeks(moving), *_left_out(moving.mapping))


def _left_out(mapping: Mapping) -> Iterator[Note]:
    """What a mapping may say and the programme does not yet hold."""
    tasks = mapping.tasks
    if windows := sum(task.window is not None for task in tasks):
        yield Note("assumed.windows", {"tasks": windows})
