"""Tasks that stay although a cheaper role exists, and the first thing that holds each."""

from dataclasses import dataclass

import numpy as np

from taskmap.errors import Value
from taskmap.leon.cut import HAIR, shortage
from taskmap.leon.levels import accepted
from taskmap.leon.moves import Moving
from taskmap.leon.named import thought_of
from taskmap.leon.occurrence_price import Prices, prices
from taskmap.leon.values import changed_units, whole
from taskmap.model.plan import Held
from taskmap.model.ruling import Gate, Ruling, Verdict, worst
from taskmap.model.units import MILLION


def held(moving: Moving) -> tuple[Held, ...]:
    """One entry for each leaf that stays, most minutes first."""
    view = _View(moving, prices(moving.mapping, moving.catalogue, moving.question))
    found = [entry for t in range(len(moving.problem.leaves)) if (entry := view.entry(t))]
    rank = {leaf: i for i, leaf in enumerate(moving.problem.leaves)}
    return tuple(sorted(found, key=lambda entry: (-entry.minutes, rank[entry.leaf])))


@dataclass(frozen=True)
class _View:
    moving: Moving
    prices: Prices

    def entry(self, t: int) -> Held | None:
        """What holds the leaf's largest part that a cheaper role could do, or nothing."""
        p, shares = self.moving.problem, self.moving.solution.shares
        moved = (shares[t] != p.today[t]).any()
        left = (p.minutes[t] * np.minimum(shares[t], p.today[t])).sum(axis=1)
        if moved or not left.any():
            return None
        for giver in sorted(np.flatnonzero(left), key=lambda r: (-int(left[r]), int(r))):
            candidates = [r for r in range(len(p.roles)) if self._cheaper(t, r, int(giver))]
            if candidates:
                return self._held(t, int(giver), candidates, whole(int(left[giver])))
        return None

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

    def _held(self, t: int, giver: int, candidates: list[int], minutes: int) -> Held:
        """The candidate nearest to being allowed; among equally near ones the next level down."""
        p = self.moving.problem
        leaf = self.moving.mapping.by_leaf[p.leaves[t]]
        nearest = min(
            candidates,
            key=lambda r: (
                worst(self._obstacles(t, r)).rank,
                len(self._obstacles(t, r)),
                -self.moving.level(r),
                self.prices.of(leaf, p.roles[r]),
                r,
            ),
        )
        obstacles = self._obstacles(t, nearest) or (self._plan_holds(t, nearest, giver),)
        return Held(
            leaf=leaf.id,
            role=p.roles[nearest],
            giver=p.roles[giver],
            minutes=minutes,
            rulings=obstacles,
        )

    def _obstacles(self, t: int, r: int) -> tuple[Ruling, ...]:
        p, question = self.moving.problem, self.moving.question
        rulings = self.moving.rulings[p.leaves[t], p.roles[r]]
        return tuple(ruling for ruling in rulings if not accepted(ruling, question))

    def _plan_holds(self, t: int, r: int, giver: int) -> Ruling:
        """Every gate lets it go: what of the plan as a whole holds it."""
        p, solution = self.moving.problem, self.moving.solution
        role = p.roles[r]
        leaf = p.leaves[t]
        if p.pinned[t]:
            return _holding("plan.pinned", role=role)
        if (leaf, role) in self.moving.question.demands.forbidden:
            return _holding("plan.forbidden", role=role)
        mates = [m for m in p.leaves_of_unit[p.change_unit[t]] if p.group[m] >= 0 and m != t]
        if any(not p.may_grow[m, r] for m in mates):
            return _holding("plan.together", role=role, tasks=tuple(p.leaves[m] for m in mates))
        for b in np.flatnonzero(p.today[t, giver] > HAIR):
            code = shortage(p, solution, t, r, int(b))
            if code is not None:
                return _holding(code, role=role)
        return self._not_worth_it(t, role)

    def _not_worth_it(self, t: int, role: str) -> Ruling:
        p, s = self.moving.problem, self.moving.solution
        unit = int(p.change_unit[t])
        if p.threshold[unit] > (p.minutes[t] * p.today[t]).sum():
            return _holding("plan.small", role=role, minutes=p.threshold[unit] // MILLION)
        changed = int(changed_units(p, s.shares, s.missed).sum())
        if p.max_changes is not None and changed >= p.max_changes:
            return _holding("plan.limit", role=role, tasks=p.max_changes)
        return _holding("plan.no_gain", role=role)


def _holding(code: str, **values: Value) -> Ruling:
    return Ruling(gate=Gate.CAPACITY, verdict=Verdict.FAIL, code=code, values=values)
