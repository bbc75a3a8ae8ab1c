"""A problem after one thing is changed: hours, persons who know, limits."""

from dataclasses import replace

import numpy as np

from taskmap.leon.explain.lever import Lever
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.model.units import Share

BELOW = 1e-6  # of a minute, below a whole one that is counted all the same


def ceiling(p: Problem, r: int, b: int) -> float:
    """Part of full hours a plan may fill: of the band, else of the role, else all."""
    for room, full in ((p.room[r, b], p.full[r, b]), (p.room[r].sum(), p.full[r].sum())):
        if full:
            return float(room) / float(full)
    return 1.0


def more_hours(p: Problem, r: int, b: int, minutes: int, share: Share | None = None) -> Problem:
    """A role with more full hours in a band; the plan may fill them up to the role's ceiling.

    Of a role that is only partly mapped, what may be filled is entered as free as well: without
    that all of it would count as used. Courses are taken from the bands as the hours then lie.
    Example: an hour at ceiling 0.85: full 60, room 51, and unmapped work as before.

    Args:
        p: the problem.
        r: whose hours.
        b: in which band.
        minutes: full hours more a week.
        share: the role's ceiling; None: as its room is of its full hours now.
    """
    room, full, training = p.room.copy(), p.full.copy(), p.training.copy()
    full[r, b] += minutes
    most = int(full[r, b] * (ceiling(p, r, b) if share is None else share) + BELOW)
    room[r, b] = max(int(room[r, b]), most)
    training[r] = _spread(training[r].sum(axis=1), full[r])
    return replace(p, room=room, full=full, training=training)


def _spread(weekly: Whole, full: Whole) -> Whole:
    """``[c, b]`` minutes of courses by the hours of the bands, halves up."""
    total = int(full.sum())
    if not total:
        return np.zeros((len(weekly), len(full)), dtype=np.int64)
    rows = [[(2 * int(n) * int(part) + total) // (2 * total) for part in full] for n in weekly]
    return np.array(rows, dtype=np.int64).reshape(len(weekly), len(full))


def turned(p: Problem, lever: Lever) -> Problem:
    """The problem with a lever pulled; those of gates and demands are the case's to change."""
    if lever.cell is not None:
        return _at_hand(p, lever, lever.cell)
    if lever.course is not None:
        held, trainable = p.held.copy(), p.trainable.copy()
        held[lever.course] += lever.size
        trainable[lever.course] = max(0, int(trainable[lever.course]) - lever.size)
        return replace(p, held=held, trainable=trainable)
    if lever.changes and p.max_changes is not None:
        return replace(p, max_changes=p.max_changes + lever.changes)
    if lever.tolerance is not None:
        return replace(p, few_moves=lever.tolerance)
    return p if lever.least is None else replace(p, min_move=lever.least)


def _at_hand(p: Problem, lever: Lever, cell: tuple[int, int]) -> Problem:
    """Hours more, and of all that is then unmapped so much entered as free."""
    before = int(p.room[cell])
    p = more_hours(p, *cell, lever.size, lever.ceiling) if lever.size else p
    if not lever.named:
        return p
    other = p.other.copy()
    other[cell] = max(0, int(other[cell]) + int(p.room[cell]) - before - lever.named)
    return replace(p, other=other)
