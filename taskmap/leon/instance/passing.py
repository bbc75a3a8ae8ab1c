"""Chains whose roles hand over to each other, in whole numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskmap.model.units import MILLION


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """A chain that may split, and what each role beyond the first spends on being told.

    Args:
        name: id of the chain.
        leaves: of its tasks.
        minutes: ``[b]`` a week for each role beyond the first.
        order: every role; of those who take part, the foremost is the first and spends nothing.
    """

    name: str
    leaves: tuple[int, ...]
    minutes: tuple[int, ...]
    order: tuple[int, ...]

    def borne(self, shares: NDArray[np.int64]) -> NDArray[np.int64]:
        """``[r, b]`` millionths of minutes of hand-over under a division ``[t, r, b]``."""
        there = np.asarray(shares[list(self.leaves)].any(axis=0))[list(self.order)]
        first = np.cumsum(there, axis=0) == 1
        beyond = np.zeros(there.shape, dtype=np.int64)
        beyond[list(self.order)] = there & ~first
        return np.asarray(beyond * np.array(self.minutes, dtype=np.int64) * MILLION)
