"""Which figures of a mapping are guesses, how far off they may be, and a seeded draw of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taskmap.leon.instance.problem import Problem
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.solver.programme import Floats, Ints
from taskmap.workload import reference_role

FACTOR_LOW, FACTOR_HIGH = 0.8, 1.5  # of a factor nobody has stated (method, section 2)
COUNT_SPREAD = 0.2  # counts are stated without a range: taken to be within so much, an assumption


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One figure that may be off, as a multiple of its likely value.

    Args:
        leaves: numbers of the leaves it is a figure of; the first names it.
        field: "minutes", "count" or "factor".
        role: number of the role whose factor it is.
    """

    leaves: tuple[int, ...]
    field: str
    role: int | None
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Estimates:
    """The uncertain figures of a unit, with leaves and roles by number.

    One task has one count over its bands and cases, one minutes for all cases that have none of
    their own, and one factor for each role.
    """

    every: tuple[Estimate, ...]
    leaves: int
    roles: int

    def draws(self, samples: int, seed: int) -> Floats:
        """``[s, e]`` multiples of the likely values, triangular, independent and stratified.

        Three numbers are known of each figure and nothing of the shape between them. The triangle
        is the plainest curve through them, and gives the ends more weight than PERT does: those
        who guess a range tend to guess it too narrow. Each figure is drawn once from each of as
        many equally likely parts as there are samples (Latin hypercube), in an order of its own.

        Example: minutes 10, 20, 40 are drawn as 0.5 to 2.0 times the likely 20, mean 1.17.
        """
        chance = np.random.Generator(np.random.PCG64(seed))
        parts = np.tile(np.arange(samples)[:, None], len(self.every))
        uniform = (chance.permuted(parts, axis=0) + chance.random(parts.shape)) / samples
        low = np.array([estimate.low for estimate in self.every])
        high = np.array([estimate.high for estimate in self.every])
        return triangular(uniform, low, high)

    def minutes(self, draw: Floats) -> Floats:
        """``[t, r]`` what a role's minutes a week of a leaf are multiplied by in one draw."""
        padded = np.append(draw, 1.0)
        return np.asarray(
            (padded[self._length] * padded[self._count])[:, None] * padded[self._factor]
        )

    def counts(self, draw: Floats) -> Floats:
        """``[t]`` what a leaf's occurrences are multiplied by in one draw."""
        return np.asarray(np.append(draw, 1.0)[self._count])

    @cached_property
    def _length(self) -> Ints:
        return self._places("minutes")

    @cached_property
    def _count(self) -> Ints:
        return self._places("count")

    @cached_property
    def _factor(self) -> Ints:
        found = np.full((self.leaves, self.roles), len(self.every), dtype=np.int64)
        for e, estimate in enumerate(self.every):
            if estimate.role is not None:
                found[list(estimate.leaves), estimate.role] = e
        return found

    def _places(self, field: str) -> Ints:
        found = np.full(self.leaves, len(self.every), dtype=np.int64)
        for e, estimate in enumerate(self.every):
            if estimate.field == field:
                found[list(estimate.leaves)] = e
        return found


def triangular(uniform: Floats, low: Floats, high: Floats) -> Floats:
    """Draws between ``low`` and ``high`` with their peak at 1, from uniform ones.

    The inverse of the triangular distribution function.

    Example: from 0.5 to 2.0, uniform 0.5: ``2 - sqrt(0.5 x 1.5 x 1.0)`` = 1.134.
    """
    width = high - low
    up, down = 1.0 - low, high - 1.0
    left = low + np.sqrt(uniform * width * up)
    right = high - np.sqrt((1.0 - uniform) * width * down)
    return np.asarray(np.where(uniform * width < up, left, right))


def estimates(mapping: Mapping, catalogue: Catalogue, problem: Problem) -> Estimates:
    """The uncertain figures of a mapping.

    Args:
        mapping: the unit.
        catalogue: levels, which decide whose minutes a leaf's are where nobody has said.
        problem: how leaves and roles are numbered. A leaf the mapping does not have, such as the
            work of an alternative, is taken as it stands; a role that neither does a leaf nor may
            take it has no factor there.
    """
    ids = problem.leaves
    known = {t: mapping.by_leaf[leaf] for t, leaf in enumerate(ids) if leaf in mapping.by_leaf}
    found = [*_durations(known), *_counts(known), *_factors(known, problem, catalogue)]
    found.sort(key=lambda e: (e.leaves, e.field, -1 if e.role is None else e.role))
    return Estimates(every=tuple(found), leaves=len(ids), roles=len(problem.roles))


def _durations(known: dict[int, Leaf]) -> Iterator[Estimate]:
    shared: dict[tuple[str, str | None], list[int]] = {}
    for t, leaf in known.items():
        own = leaf.case.id if leaf.case is not None and leaf.case.minutes is not None else None
        shared.setdefault((leaf.task_id, own), []).append(t)
    for leaves in shared.values():
        minutes = known[leaves[0]].minutes
        if minutes.low < minutes.high:
            yield Estimate(
                leaves=tuple(leaves),
                field="minutes",
                role=None,
                low=minutes.low / minutes.likely,
                high=minutes.high / minutes.likely,
            )


def _counts(known: dict[int, Leaf]) -> Iterator[Estimate]:
    low, high = 1.0 - COUNT_SPREAD, 1.0 + COUNT_SPREAD
    for leaves in _by_task(known).values():
        yield Estimate(leaves=leaves, field="count", role=None, low=low, high=high)


def _factors(known: dict[int, Leaf], problem: Problem, catalogue: Catalogue) -> Iterator[Estimate]:
    involved = problem.may_grow | problem.today.any(axis=2)
    for leaves in _by_task(known).values():
        stated = known[leaves[0]].task.factors
        for r, role in enumerate(problem.roles):
            others = tuple(
                t for t in leaves if involved[t, r] and reference_role(known[t], catalogue) != role
            )
            if others and role not in stated:
                yield Estimate(
                    leaves=others, field="factor", role=r, low=FACTOR_LOW, high=FACTOR_HIGH
                )


def _by_task(known: dict[int, Leaf]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for t, leaf in known.items():
        found.setdefault(leaf.task_id, []).append(t)
    return {task: tuple(leaves) for task, leaves in found.items()}
