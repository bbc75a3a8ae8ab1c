"""The variables of the plan, counted from today: at run 0 every change is zero."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from taskmap.leon.instance.practice import SQUARE, yearly
from taskmap.leon.instance.problem import Flags, Problem, Whole
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT
from taskmap.solver.names import named
from taskmap.solver.programme import UNBOUNDED, Floats, Ints, Programme

Axes = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Column numbers by subject; ``ABSENT`` where a change is not possible.

    A share is told as today's plus what is added less what is given: ``s = s⁰ + added - given``.
    That is the split that lifts the relaxation's bound, and it makes today the zero point.

    Args:
        added, given: ``[t, r, b]`` shares.
        taken_up: ``[t, b]`` share of missed work that is done in the plan.
        changed: ``[u]`` 1 when the task is not exactly as today.
        chosen: ``[k]`` 1 when the option is taken.
        trained: ``[r, c]`` whole persons.
        practised: ``[m, r]`` whole persons kept in practice in a maintained task.
        load, supervision, handover, training: ``[r, b]`` minutes a week.
        over: ``[r, b]`` minutes above full; only where today is above it.
        peak: the largest load as a share of full.
    """

    added: Ints
    given: Ints
    taken_up: Ints
    changed: Ints
    chosen: Ints
    trained: Ints
    practised: Ints
    load: Ints
    supervision: Ints
    handover: Ints
    training: Ints
    over: Ints
    peak: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a row family writes on: the instance, the programme and its columns."""

    problem: Problem
    programme: Programme
    columns: Columns


def columns_of(problem: Problem, programme: Programme) -> Columns:
    """Add the variables every row family knows; a family adds those it alone needs."""
    p = problem
    today = p.today / MILLION
    can_change = p.occurs[:, None, :]
    # A role with no room at all in a band can never receive there; a column would be in vain.
    can_receive = can_change & p.may_grow[:, :, None] & (p.most > 0)[None, :, :]
    trb, rb = (p.leaves, p.roles, p.bands), (p.roles, p.bands)
    everywhere = np.full(p.room.shape, fill_value=True)
    return Columns(
        added=_add(programme, "added", trb, can_receive & (p.today < MILLION), 1.0 - today),
        given=_add(programme, "given", trb, can_change & (p.today > 0), today),
        taken_up=_add(
            programme,
            "taken_up",
            (p.leaves, p.bands),
            p.missed > 0,
            p.missed / MILLION,
        ),
        changed=programme.add_columns(
            [f"changed/{p.leaves[leaves[0]]}" for leaves in p.leaves_of_unit], 0, 1, whole=True
        ),
        chosen=programme.add_columns(
            [f"chosen/{option.name}" for option in p.options], 0, 1, whole=True
        ),
        trained=_add(
            programme,
            "trained",
            (p.roles, p.competences),
            p.trainable > 0,
            p.trainable,
        ),
        practised=_practised(p, programme),
        load=_add(programme, "load", rb, everywhere, UNBOUNDED),
        supervision=_add(programme, "supervision", rb, _watched(p), UNBOUNDED),
        handover=_add(programme, "handover", rb, _passes(p, can_receive), UNBOUNDED),
        training=_add(programme, "training", rb, _taught(p), UNBOUNDED),
        over=_add(programme, "over", rb, p.filled_today > p.full * MILLION, UNBOUNDED),
        peak=int(programme.add_columns(["peak"], 0, UNBOUNDED)[0]),
    )


def in_one_hand(problem: Problem) -> Flags:
    """``[t, b]`` where one role does all of a leaf today."""
    return np.asarray((problem.today == MILLION).any(axis=1))


def padded(lists: Sequence[Sequence[int]]) -> Ints:
    """``[n, m]`` lists of numbers under each other, filled up with ``ABSENT``."""
    width = max(map(len, lists), default=1)
    rows = [[*one, *[ABSENT] * (width - len(one))] for one in lists]
    return np.array(rows, dtype=np.int64).reshape(len(lists), width)


def those(columns: Ints, at: Ints) -> Ints:
    """Columns at places on the first axis; ``ABSENT`` where the place is."""
    there = (at >= 0).reshape(*at.shape, *(1,) * (columns.ndim - 1))
    return np.where(there, columns[at], ABSENT) if len(columns) else np.full(at.shape, ABSENT)


def _add(
    programme: Programme, kind: str, axes: Axes, where: Flags, upper: Floats | Whole | float
) -> Ints:
    """Columns where they are possible; persons are whole, all else is divisible."""
    numbers = np.full(where.shape, ABSENT, dtype=np.int64)
    bounds = np.broadcast_to(np.asarray(upper, dtype=np.float64), where.shape)[where]
    labels = named(kind, *zip(axes, np.nonzero(where), strict=True))
    numbers[where] = programme.add_columns(
        labels, 0.0, bounds, whole=kind in {"trained", "practised"}
    )
    return numbers


def _taught(problem: Problem) -> Flags:
    used = problem.training * (problem.trainable > 0)[:, :, None]
    return np.asarray(used.any(axis=1))


def _watched(problem: Problem) -> Flags:
    where = np.zeros(problem.room.shape, dtype=np.bool_)
    for watch in problem.watches:
        where[watch.by] |= np.array(watch.minutes) > 0
    return where


def _practised(problem: Problem, programme: Programme) -> Ints:
    """Persons kept in practice, where a role does the task today or could come to."""
    p = problem
    most = np.array(
        [[_most_practised(p, m, r) for r in range(len(p.roles))] for m in range(len(p.practices))],
        dtype=np.int64,
    ).reshape(len(p.practices), len(p.roles))
    axes = (tuple(practice.name for practice in p.practices), p.roles)
    return _add(programme, "practised", axes, most > 0, most)


def _most_practised(p: Problem, m: int, r: int) -> int:
    part, volume, now = list(p.practices[m].leaves), p.practices[m].volume, p.standing(m, r)
    all_of_it = np.full((len(part), len(p.bands)), MILLION)
    times = (yearly(all_of_it, p.occurrences[part]) + now.short) // (volume * SQUARE)
    holders = [
        int(p.held[r, k] + p.trainable[r, k]) + lacking
        for k, lacking in zip(p.asks(m), now.lacking, strict=True)
    ]
    return min(times, int(p.persons[r]), *holders)


def _passes(problem: Problem, can_receive: Flags) -> Flags:
    """Roles that take part, or could, in a chain with hand-overs."""
    where = np.zeros(problem.room.shape, dtype=np.bool_)
    for passing in problem.passings:
        part = list(passing.leaves)
        could = (can_receive[part] & (problem.today[part] < MILLION)) | (problem.today[part] > 0)
        where |= could.any(axis=0) & (np.array(passing.minutes) > 0)
    return where
