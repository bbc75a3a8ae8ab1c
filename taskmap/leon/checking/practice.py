"""Whether those who do a task that asks for practice do it often enough, in whole numbers."""

from collections.abc import Iterator

import numpy as np

from taskmap.leon.checking.values import HAIR
from taskmap.leon.instance.practice import SQUARE, yearly
from taskmap.leon.instance.problem import Problem, Whole

MINUTE = 1_000_000


def in_practice(p: Problem, place: tuple[int, int], shares: Whole, holders: Whole) -> int:
    """Persons of a role a division keeps in practice in a maintained task."""
    m, r = place
    part, now = list(p.practices[m].leaves), p.standing(m, r)
    hair = np.full((len(part), len(p.bands)), HAIR) * shares[part, r].astype(bool)
    times = yearly(shares[part, r] + hair, p.occurrences[part]) + now.short
    able = [int(holders[r, k]) + n for k, n in zip(p.asks(m), now.lacking, strict=True)]
    return min(times // (p.practices[m].volume * SQUARE), int(p.persons[r]), *able)


def practised(p: Problem, shares: Whole, holders: Whole) -> Iterator[str]:
    """Roles that do a maintained task with too few in practice."""
    for m, practice in enumerate(p.practices):
        part = list(practice.leaves)
        for r in np.flatnonzero(p.persons > 0):
            if not shares[part, r].any():
                continue
            kept, now = in_practice(p, (m, int(r)), shares, holders), p.standing(m, int(r))
            name = f"practice/{practice.name}/{p.roles[r]}"
            if kept < 1:
                yield name
            for b, band in enumerate(p.bands):
                minutes = int((p.minutes[part, r, b] * shares[part, r, b]).sum())
                beyond = minutes - now.slack[b] - MINUTE
                if beyond * int(p.persons[r]) > kept * int(p.most[r, b]):
                    yield f"{name}/{band}"
