"""How many persons are able to do each task, role by role, as it stands today."""

from dataclasses import dataclass

import numpy as np

from taskmap.leon.instance.problem import PRACTISING, Flags, Problem, Whole
from taskmap.solver.programme import Floats

ENOUGH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Capable:
    """Who can do what, counted no further than to enough.

    Args:
        persons: ``[t, r]`` capable persons of each role, at most two.
        parts: ``[t, r]`` millionths of the occurrences in each role's hands today.
        sure: ``[t, r]`` roles that cannot lose those they have: no practice is asked for.
    """

    persons: Whole
    parts: Floats
    sure: Flags

    def strong(self, asked: Whole) -> Flags:
        """``[t, r]`` roles sure of as many as are asked for, ``[t]``."""
        return np.asarray(self.sure & (self.persons >= asked[:, None]))

    def today(self) -> Whole:
        """``[t]`` capable persons over the roles that practise a leaf today, at most two."""
        strong = self.strong(np.full(len(self.persons), ENOUGH))
        kept = (self.parts * strong).sum(axis=1) >= PRACTISING
        weak = ~strong & (self.parts >= PRACTISING)
        found = np.minimum(ENOUGH, (self.persons * weak).sum(axis=1))
        return np.where(kept, ENOUGH, found)


def capable(problem: Problem) -> Capable:
    """Everybody's abilities today."""
    p = problem
    asking = p.practice_of
    kept = np.array([m is not None for m in asking], dtype=np.bool_)
    occurrences = np.maximum(1, p.occurrences.sum(axis=1))[:, None]
    parts = (p.today * p.occurrences[:, None, :]).sum(axis=2) / occurrences
    return Capable(
        persons=_persons(p),
        parts=np.asarray(parts),
        sure=(p.persons <= 0)[None, :] | ~kept[:, None],
    )


def _persons(p: Problem) -> Whole:
    held = np.where(p.needs[:, None, :], p.held[None], ENOUGH).min(axis=2, initial=ENOUGH)
    for t, m in enumerate(p.practice_of):
        if m is not None:
            held[t] = np.minimum(held[t], [p.standing(m, r).persons for r in range(len(p.roles))])
    # Machines, patients and families count as enough.
    return np.where(p.persons > 0, np.minimum(held, p.persons), ENOUGH)
