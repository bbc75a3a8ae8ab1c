"""What of a plan as a whole holds a leaf that every gate lets go."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taskmap.errors import Value
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.checking.values import changed_units, exact_values, load_of
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.telling.cut import NO_SHARE, shortage
from taskmap.leon.telling.moves import Moving
from taskmap.model.ruling import Gate, Ruling, Verdict
from taskmap.model.units import MILLION

# Families of rows, and the code that tells what they hold; the first that complains is told.
TELLS = {
    "capacity": "plan.full",
    "trained": "plan.trained",
    "prerequisite": "plan.trained",
    "two_capable": "plan.two_capable",
    "practice": "plan.practice",
    "keep_together": "plan.together",
    "demand": "plan.capped",
}


def holding(moving: Moving, t: int, r: int, giver: int) -> Ruling:
    """The first thing that holds the leaf with its giver although the role may take it.

    What the question demands, then what moves with it, then what is short. Where nothing is short
    the move is made on the finished plan, as far as the room goes: it may be smaller than the
    smallest move, save nothing, be one change too many, or break a row. So the reason is seen and
    not guessed.
    Example: three changes are used up; the meals would fit and save 400: the limit holds them.
    Would they save nothing, it is not the limit that does.
    """
    return next(_Hold(moving, t, r, giver).reasons())


@dataclass(frozen=True)
class _Hold:
    moving: Moving
    t: int
    r: int
    giver: int

    def reasons(self) -> Iterator[Ruling]:
        yield from self._demanded()
        yield from self._together()
        yield from self._short()
        yield from self._tried()

    @cached_property
    def p(self) -> Problem:
        return self.moving.problem

    @cached_property
    def mates(self) -> tuple[int, ...]:
        return self.p.kept_with(self.t)

    def _told(self, code: str, **values: Value) -> Ruling:
        values = {"role": self.p.roles[self.r], **values}
        return Ruling(gate=Gate.CAPACITY, verdict=Verdict.FAIL, code=code, values=values)

    def _demanded(self) -> Iterator[Ruling]:
        p, asked = self.p, self.p.asked
        if p.pinned[list(self.mates)].any() or {self.r, self.giver} & set(asked.pinned_roles):
            yield self._told("plan.pinned")
        pairs = {(t, self.r) for t in self.mates}
        banned = any(gate.banned and pairs & set(gate.pairs) for gate in asked.gates)
        if self.r in asked.forbidden_roles or pairs & set(asked.forbidden) or banned:
            yield self._told("plan.forbidden")

    def _together(self) -> Iterator[Ruling]:
        others = tuple(t for t in self.mates if t != self.t)
        if any(not self.p.may_grow[t, self.r] for t in others):
            yield self._told("plan.together", tasks=tuple(self.p.leaves[t] for t in others))

    def _short(self) -> Iterator[Ruling]:
        for b in np.flatnonzero(self.p.today[self.t, self.giver] > NO_SHARE):
            code = shortage(self.p, self.moving.solution, self.t, self.r, int(b))
            # A part that keeps a role in practice holds the rest of a leaf that moves, not a leaf
            # that stays: whether two persons would be able is seen when the move is made.
            if code is not None and code != "plan.two_capable":
                yield self._told(code)

    def _tried(self) -> Iterator[Ruling]:
        p, s, unit = self.p, self.moving.solution, int(self.p.change_unit[self.t])
        shares = self._moved()
        relieved = (np.maximum(s.shares - shares, 0) * p.minutes).sum()
        if relieved < p.threshold[unit]:
            less = self._whole() < p.threshold[unit]
            if less:
                yield self._told("plan.small", minutes=p.threshold[unit] // MILLION)
            yield self._told("plan.full")
        trained = self._taught(shares)
        after = exact_values(p, shares, s.missed, trained, s.chosen)["price"]
        if after >= exact_values(p, s.shares, s.missed, s.trained, s.chosen)["price"]:
            yield self._told("plan.no_gain")
        changed = int(changed_units(p, s.shares, s.missed).sum())
        if p.max_changes is not None and changed >= p.max_changes:
            yield self._told("plan.limit", tasks=p.max_changes)
        yield from self._broken(shares, trained)
        if p.few_moves:
            yield self._told("plan.few_moves", share=p.few_moves / 100)
        yield self._told("plan.no_gain")

    def _broken(self, shares: Whole, trained: Whole) -> Iterator[Ruling]:
        s = self.moving.solution
        for complaint in complaints(self.p, shares, s.missed, trained, s.chosen):
            family = complaint.partition("/")[0]
            if family == "keep_together":
                others = tuple(self.p.leaves[t] for t in self.mates if t != self.t)
                yield self._told("plan.together", tasks=others)
            elif family in TELLS:
                yield self._told(TELLS[family])

    def _whole(self) -> int:
        """Millionths of minutes the giver would be relieved of if all went over."""
        part = list(self.mates)
        kept = self.moving.solution.shares[part, self.giver]
        return int((self.p.minutes[part, self.giver] * kept).sum())

    def _moved(self) -> Whole:
        """The plan's shares with the giver's part gone over, as far as the receiver has room."""
        p, shares = self.p, self.moving.solution.shares.copy()
        for b, fits in enumerate(self._fitting()):
            for t in self.mates:
                part = int(shares[t, self.giver, b] * fits)
                shares[t, self.giver, b] -= part
                shares[t, self.r, b] += part
        if p.one_role[self.t] and np.count_nonzero(shares[self.t].any(axis=1)) > 1:
            return self.moving.solution.shares
        return shares

    def _fitting(self) -> list[float]:
        """Of the giver's part in each band, how much the receiver has room for."""
        p, s = self.p, self.moving.solution
        filled = load_of(p, s.shares, s.trained, s.chosen) + p.other * MILLION
        left = np.minimum(p.most, p.full * MILLION)[self.r] - filled[self.r]
        part = list(self.mates)
        asked = (p.minutes[part, self.r] * s.shares[part, self.giver]).sum(axis=0)
        fits = [
            min(1.0, max(0.0, float(room) / float(need))) if need else 1.0
            for room, need in zip(left, asked, strict=True)
        ]
        whole = not p.divisible[part].all() or p.one_role[part].any()
        return [float(x == 1.0) if whole else x for x in fits]

    def _taught(self, shares: Whole) -> Whole:
        """Persons trained, with those the move asks for beside, as far as they can learn."""
        p, trained = self.p, self.moving.solution.trained.copy()
        for k in np.flatnonzero(p.needs[list(self.mates)].any(axis=0)):
            asks = p.needs[:, k]
            minutes = (p.minutes[asks, self.r] * shares[asks, self.r]).sum(axis=0)
            persons, most = int(p.persons[self.r]), p.most[self.r]
            wanted = max(
                (-(-int(n) * persons // int(m)) for n, m in zip(minutes, most, strict=True) if m),
                default=0,
            )
            short = wanted - int(p.held[self.r, k])
            trained[self.r, k] = min(max(int(trained[self.r, k]), short), p.trainable[self.r, k])
        return trained
