"""What it would be worth to know an estimate before deciding, from the draws of a sample."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from taskmap.leon.problem import Flags, Problem
from taskmap.leon.robustness.estimates import Estimates
from taskmap.leon.robustness.resolving import Resolved
from taskmap.solver.programme import Floats, Ints

BINS = 10
IN_A_BIN = 40  # samples at least, half of them to choose by and half to tell by


@dataclass(frozen=True)
class Information:
    """The samples as choices: each leaf (or visit) and band, in whose hands it costs what.

    Every re-solve prices every role's time, what is short of hours and holders included. At those
    prices each leaf is a choice of its own: as today, or all of it to one role.
    """

    problem: Problem
    estimates: Estimates
    draws: Floats
    found: Sequence[Resolved]

    def values(self) -> list[float]:
        """Price units a week that knowing each estimate is worth, in the estimates' order.

        The expected value of perfect information about one figure: what is gained on average by
        choosing anew for each tenth of its range, less what the one best choice gains without
        knowing. Each tenth's choice is made by one half of its samples and valued by the other, and
        the other way round, so that chance alone gains nothing.

        Source: the usual definition, ``E max E[gain | figure] - max E[gain]``, by binning.

        Example: a helper at 5 a minute may take 100 minutes from a nurse at 6; the factor is 0.8 to
        1.5. Above 1.2 it does not pay. On average it saves 48 (mean factor 1.1); with the factor
        known only the pairs below 1.2 are chosen, which saves more, and the difference is told.
        """
        found = [0.0] * len(self.estimates.every)
        of_leaf = self._of_leaf()
        for leaves, gains in self._choices():
            for e in dict.fromkeys(e for t in leaves for e in of_leaf[t]):
                found[e] += self._gain(gains, e)
        return [max(0.0, value) for value in found]

    def _of_leaf(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.problem.leaves]
        for e, estimate in enumerate(self.estimates.every):
            for t in estimate.leaves:
                found[t].append(e)
        return found

    def _choices(self) -> Iterator[tuple[tuple[int, ...], Floats]]:
        """For each leaf or visit and band: ``[s, option]`` gain over today; today is the first."""
        p = self.problem
        alone = tuple((t,) for t in range(len(p.leaves)) if p.group[t] < 0)
        for leaves in (*p.groups, *alone):
            for b in range(len(p.bands)):
                there = [t for t in leaves if p.occurs[t, b] and not p.optional[t]]
                if not there:
                    continue
                options = self._options(there, b)
                if options.any():
                    yield tuple(there), self._gains(there, b, options)

    def _options(self, leaves: list[int], b: int) -> Flags:
        """``[r]`` roles that may take all of it."""
        taking = np.array([self.found[0].taking[t, :, b] for t in leaves])
        whole = np.array([self.problem.today[t, :, b] for t in leaves]).sum(axis=1, keepdims=True)
        return np.asarray((~np.isnan(taking) & (whole > 0)).all(axis=0))

    def _gains(self, leaves: list[int], b: int, options: Flags) -> Floats:
        gains = np.zeros((len(self.found), 1 + int(options.sum())))
        for t in leaves:
            share = self.problem.today[t, :, b] / self.problem.today[t, :, b].sum()
            keeping = np.array([r.keeping[t, :, b] for r in self.found])
            taking = np.array([r.taking[t, :, b] for r in self.found])
            today = np.nan_to_num(keeping) @ share
            mine = np.where(np.isnan(keeping), taking, keeping)
            all_of_it = (1.0 - share) * taking + share * mine
            gains[:, 1:] += today[:, None] - all_of_it[:, options]
        return gains

    def _gain(self, gains: Floats, e: int) -> float:
        bins = max(1, min(BINS, len(gains) // IN_A_BIN))
        rank = np.argsort(np.argsort(self.draws[:, e], kind="stable"), kind="stable")
        part = rank * bins // len(gains)
        half = np.arange(len(gains)) % 2
        known = _means(gains, half * bins + part, 2 * bins).reshape(2, bins, -1)
        blind = _means(gains, half, 2)
        worth = 0.0
        for choose, tell in ((0, 1), (1, 0)):
            best = known[choose].argmax(axis=1)
            worth += float(known[tell][np.arange(bins), best].mean()) / 2.0
            worth -= float(blind[tell][blind[choose].argmax()]) / 2.0
        return worth


def _means(gains: Floats, group: Ints, groups: int) -> Floats:
    count = np.maximum(np.bincount(group, minlength=groups), 1)
    sums = [np.bincount(group, weights=column, minlength=groups) for column in gains.T]
    return np.asarray(np.array(sums).T / count[:, None])
