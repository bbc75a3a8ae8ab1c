"""Whom a patient meets, and how many of those present are registered: before and after."""

from collections.abc import Iterator
from itertools import product

import numpy as np

from taskmap.leon.checking.values import load_of, whole
from taskmap.leon.instance.problem import Whole
from taskmap.leon.telling.moves import Moving
from taskmap.model.plan import ChainFaces, Mix
from taskmap.workload import capacities


def chain_faces(moving: Moving) -> tuple[ChainFaces, ...]:
    """Roles that take part in each chain and visit, by band, where its tasks occur.

    Example: nurse and helper share the mornings, the plan gives them to the helper: 2 before, 1
    after.
    """
    return tuple(_faces(moving))


def _faces(moving: Moving) -> Iterator[ChainFaces]:
    p, shares = moving.problem, moving.solution.shares
    of_task = {leaf.id: leaf.task_id for leaf in moving.mapping.leaves}
    of_task |= {way.here.id: way.task.id for way in moving.mapping.other_ways if way.here}
    passings = {passing.name: passing for passing in p.passings}
    for chain in moving.mapping.chains:
        leaves = [t for t, leaf in enumerate(p.leaves) if of_task[leaf] in chain.tasks]
        passing = passings.get(chain.id)
        spent = [
            passing.borne(division).sum(axis=0) if passing else np.zeros(len(p.bands), dtype=int)
            for division in (p.today, shares)
        ]
        for b, band in enumerate(p.bands):
            if p.occurs[leaves, b].any():
                yield ChainFaces(
                    chain=chain.id,
                    band=band,
                    before=_met(p.today, leaves, b),
                    after=_met(shares, leaves, b),
                    minutes_before=whole(int(spent[0][b])),
                    minutes_after=whole(int(spent[1][b])),
                )


def _met(shares: Whole, leaves: list[int], b: int) -> int:
    return int(shares[leaves, :, b].any(axis=0).sum())


def mixes(moving: Moving) -> tuple[Mix, ...]:
    """Registered professionals' share of hours at hand and of mapped work, in every band.

    Why: what is freed stays in the unit unless the question takes it out, so presence changes only
    then; the work changes with every move.
    Source: method, section 4, "Skill mix". Outside the staff nobody is present.

    Example: 100 of 300 hours at hand are nurses', 50 of them leave: 0.333, then 0.2.
    """
    p, s, asked = moving.problem, moving.solution, moving.question.demands.taken_out
    known = [moving.catalogue.roles[role] for role in p.roles]
    staff = np.array([role.is_staff for role in known], dtype=bool)
    registered = staff & np.array([role.registered for role in known], dtype=bool)
    found = capacities(moving.mapping, moving.catalogue, moving.question)
    hand, out = np.zeros_like(p.room), np.zeros_like(p.room)
    for (r, role), (b, band) in product(enumerate(p.roles), enumerate(p.bands)):
        hand[r, b] = found[role, band].at_hand
        out[r, b] = round(60 * asked.get(role, {}).get(band, 0.0))
    work = load_of(p, s.shares, s.trained, s.chosen)

    def share(minutes: Whole, b: int) -> float:
        total = int(minutes[staff, b].sum())
        return round(int(minutes[registered, b].sum()) / total, 6) if total else 0.0

    return tuple(
        Mix(
            band=band,
            present_before=share(hand, b),
            present_after=share(hand - out, b),
            work_before=share(p.load_today, b),
            work_after=share(work, b),
        )
        for b, band in enumerate(p.bands)
    )
