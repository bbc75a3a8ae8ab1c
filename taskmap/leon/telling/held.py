"""Tasks that stay although a cheaper role exists, and the first thing that holds each."""

from dataclasses import dataclass

import numpy as np

from taskmap.leon.checking.values import whole
from taskmap.leon.instance.named import thought_of
from taskmap.leon.levels import accepted
from taskmap.leon.occurrence_price import Prices, prices
from taskmap.leon.telling.holding import holding
from taskmap.leon.telling.moves import Moving
from taskmap.model.plan import Held
from taskmap.model.ruling import Ruling, worst


def held(moving: Moving) -> tuple[Held, ...]:
    """One entry for each leaf that stays, most minutes first."""
    view = View.of(moving)
    found = [entry for t in range(len(moving.problem.leaves)) if (entry := view.entry(t))]
    rank = {leaf: i for i, leaf in enumerate(moving.problem.leaves)}
    return tuple(sorted(found, key=lambda entry: (-entry.minutes, rank[entry.leaf])))


@dataclass(frozen=True)
class View:
    """A solution, and the price of an occurrence in every role's hands."""

    moving: Moving
    prices: Prices

    @classmethod
    def of(cls, moving: Moving) -> "View":
        """Look the prices up once."""
        return cls(moving, prices(moving.mapping, moving.catalogue, moving.question))

    def entry(self, t: int) -> Held | None:
        """What holds the leaf's largest part that a cheaper role could do, or nothing."""
        p, shares = self.moving.problem, self.moving.solution.shares
        moved = (shares[t] != p.today[t]).any()
        left = (p.minutes[t] * np.minimum(shares[t], p.today[t])).sum(axis=1)
        if moved or not left.any():
            return None
        for giver in sorted(np.flatnonzero(left), key=lambda r: (-int(left[r]), int(r))):
            candidates = self.nearest(t, int(giver))
            if candidates:
                return self._held(t, int(giver), candidates[0], whole(int(left[giver])))
        return None

    def nearest(self, t: int, giver: int) -> tuple[int, ...]:
        """Cheaper roles, nearest to being allowed first; of equally near the next level down."""
        p = self.moving.problem
        leaf = self.moving.mapping.by_leaf[p.leaves[t]]
        return tuple(
            sorted(
                (r for r in range(len(p.roles)) if self._cheaper(t, r, giver)),
                key=lambda r: (
                    worst(self._obstacles(t, r)).rank,
                    len(self._obstacles(t, r)),
                    -self.moving.level(r),
                    self.prices.of(leaf, p.roles[r]),
                    r,
                ),
            )
        )

    def _cheaper(self, t: int, r: int, giver: int) -> bool:
        p, catalogue = self.moving.problem, self.moving.catalogue
        leaf = self.moving.mapping.by_leaf[p.leaves[t]]
        staff = catalogue.roles[p.roles[r]].is_staff
        if r == giver or not (staff or p.room[r].any()) or self._unheard_of(t, r):
            return False
        if not thought_of(leaf, p.roles[r], catalogue):
            return False
        now = self.prices.of(leaf, p.roles[giver])
        return self.prices.of(leaf, p.roles[r]) < now - 1e-9

    def _unheard_of(self, t: int, r: int) -> bool:
        """Nobody asks why the cleaner does not take it, so nobody is told."""
        p = self.moving.problem
        rulings = self.moving.rulings[p.leaves[t], p.roles[r]]
        return any(ruling.code == "policy.not_named" for ruling in rulings)

    def _held(self, t: int, giver: int, nearest: int, minutes: int) -> Held:
        p = self.moving.problem
        obstacles = self._obstacles(t, nearest) or (holding(self.moving, t, nearest, giver),)
        return Held(
            leaf=p.leaves[t],
            role=p.roles[nearest],
            giver=p.roles[giver],
            minutes=minutes,
            rulings=obstacles,
        )

    def _obstacles(self, t: int, r: int) -> tuple[Ruling, ...]:
        p, question = self.moving.problem, self.moving.question
        rulings = self.moving.rulings[p.leaves[t], p.roles[r]]
        return tuple(ruling for ruling in rulings if not accepted(ruling, question))
