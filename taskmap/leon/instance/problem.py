"""The instance a plan is sought for, as whole numbers only: no words, no dates, no rulings."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from taskmap.leon.instance.asked import NOTHING_ASKED, Asked
from taskmap.leon.instance.option import Option
from taskmap.leon.instance.passing import Passing
from taskmap.leon.instance.practice import Doer, Practice, Standing, standing, yearly
from taskmap.model.units import MILLION

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

PRACTISING = 50_000  # millionths of a task's occurrences that count as having a part in it
OFTEN = 2 * MILLION  # millionths of occurrences a week from which two capable persons are asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Minutes a role gives while another does a leaf: supervision, control, filling.

    Args:
        leaf, role: whose hands the work is in.
        by: who gives the minutes.
        minutes: a week in each band, if ``role`` did all of the leaf there.
        always: on every occurrence in ``role``'s hands, not only on those added by the plan.
    """

    leaf: int
    role: int
    by: int
    minutes: tuple[int, ...]
    always: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Problem:
    """One unit and one question in numbers.

    Axes: t leaves, r roles, b bands, c competences, u units of change, g keep-together groups.
    Minutes are whole and a week; shares are millionths of the occurrences in a band.

    Args:
        minutes: ``[t, r, b]`` what r would spend if it did all of t in b.
        occurrences: ``[t, b]`` millionths of occurrences a week.
        missed_minutes: ``[t, b]`` of the leaf in the hands its minutes belong to.
        today, missed: ``[t, r, b]`` and ``[t, b]`` shares; together a million where t occurs.
        may_grow: ``[t, r]`` every ruling passes, or passes on an accepted condition.
        breach: ``[t, r]`` fails law, policy or risk.
        missed_weight: ``[t]`` 1 to 5.
        change_unit: ``[t]`` leaves that count as one task when it changes.
        group: ``[t]`` keep-together group, -1 for none.
        divisible, one_role: ``[t]``.
        pinned: ``[t]`` as asked; with a leaf all it is kept together with.
        needs: ``[t, c]`` competences the leaf asks for.
        persons: ``[r]``; 0 outside the staff.
        held, trainable: ``[r, c]`` persons who hold it, and who could still learn it.
        requires: pairs (c, p): c asks for p first.
        training: ``[r, c, b]`` millionths of minutes a week, for each person trained.
        training_price: ``[r, c]`` millionths of price units a week, for each person trained.
        room, full, other: ``[r, b]``.
        staff: ``[r]``.
        price: ``[r]`` units a minute.
        watches: supervision and the like.
        passings: chains whose roles hand over to each other.
        practices: tasks that ask for practice.
        options: other ways of meeting a task's need; their leaves have no shares today.
        rank: ``[u]`` 1, 2, 3 … in canonical order.
        asked: what else the question demands.
        max_changes: K, or None.
        min_move: minutes.
        few_moves: per cent the price may rise for fewer changed tasks.
    """

    leaves: tuple[str, ...]
    roles: tuple[str, ...]
    bands: tuple[str, ...]
    competences: tuple[str, ...] = ()
    minutes: Whole
    occurrences: Whole
    missed_minutes: Whole
    today: Whole
    missed: Whole
    may_grow: Flags
    breach: Flags
    missed_weight: Whole
    change_unit: Whole
    group: Whole
    divisible: Flags
    one_role: Flags
    pinned: Flags
    needs: Flags
    persons: Whole
    held: Whole
    trainable: Whole
    requires: tuple[tuple[int, int], ...] = ()
    training: Whole
    training_price: Whole
    room: Whole
    full: Whole
    other: Whole
    staff: Flags
    price: Whole
    watches: tuple[Watch, ...] = ()
    passings: tuple[Passing, ...] = ()
    practices: tuple[Practice, ...] = ()
    options: tuple[Option, ...] = ()
    rank: Whole
    asked: Asked = NOTHING_ASKED
    max_changes: int | None = None
    min_move: int = 30
    few_moves: float = 0.0

    def __post_init__(self) -> None:
        for name, shape in self._shapes().items():
            found = getattr(self, name).shape
            if found != shape:
                raise ValueError(f"{name} has shape {found}, expected {shape}")
        total = self.today.sum(axis=1) + self.missed
        if (total != np.where(self.occurs & ~self.optional[:, None], MILLION, 0)).any():
            raise ValueError("today's shares and missed work do not make a whole in every band")
        if (self.room > self.full).any():
            raise ValueError("room is larger than full somewhere, expected a ceiling of at most 1")
        for name in ("minutes", "today", "missed", "room", "other", "price", "training"):
            if (getattr(self, name) < 0).any():
                raise ValueError(f"{name} is negative somewhere")
        if (self.today.astype(bool) & (self.minutes == 0)).any():
            raise ValueError("work done today has no minutes somewhere")

    def _shapes(self) -> dict[str, tuple[int, ...]]:
        t, r, b, c = (len(x) for x in (self.leaves, self.roles, self.bands, self.competences))
        return {
            "minutes": (t, r, b), "today": (t, r, b),
            "occurrences": (t, b), "missed_minutes": (t, b), "missed": (t, b),
            "may_grow": (t, r), "breach": (t, r), "needs": (t, c),
            "missed_weight": (t,), "change_unit": (t,), "group": (t,),
            "divisible": (t,), "one_role": (t,), "pinned": (t,),
            "persons": (r,), "staff": (r,), "price": (r,),
            "held": (r, c), "trainable": (r, c), "training_price": (r, c),
            "training": (r, c, b),
            "room": (r, b), "full": (r, b), "other": (r, b),
            "rank": (int(self.change_unit.max(initial=-1)) + 1,),
        }  # fmt: skip

    @cached_property
    def occurs(self) -> Flags:
        """``[t, b]`` where the leaf occurs at all."""
        return np.asarray(self.occurrences > 0)

    @cached_property
    def optional(self) -> Flags:
        """``[t]`` leaves that carry the work of an option: nobody does them today."""
        found = np.zeros(len(self.leaves), dtype=np.bool_)
        found[[option.work for option in self.options if option.work is not None]] = True
        return found

    @cached_property
    def options_of(self) -> tuple[tuple[int, ...], ...]:
        """``[t]`` options that stand in for a leaf."""
        return tuple(
            tuple(k for k, option in enumerate(self.options) if t in option.leaves)
            for t in range(len(self.leaves))
        )

    @cached_property
    def works_of(self) -> tuple[tuple[int, ...], ...]:
        """``[t]`` options whose work a leaf carries: one at most."""
        return tuple(
            tuple(k for k, option in enumerate(self.options) if option.work == t)
            for t in range(len(self.leaves))
        )

    @cached_property
    def once(self) -> Whole:
        """``[k, r, b]`` millionths of minutes a week of putting an option in place."""
        found = np.zeros((len(self.options), *self.room.shape), dtype=np.int64)
        for k, option in enumerate(self.options):
            for r, b, minutes in option.once:
                found[k, r, b] += minutes
        return found

    def stands(self, chosen: Whole) -> Flags:
        """``[t]`` leaves that are to be done: not stood in for, or the work of what is chosen."""
        found = ~self.optional
        for option, taken in zip(self.options, chosen, strict=True):
            if taken:
                found[list(option.leaves)] = False
                if option.work is not None:
                    found[option.work] = True
        return np.asarray(found)

    @cached_property
    def load_today(self) -> Whole:
        """``[r, b]`` millionths of minutes of mapped work, control and hand-over included."""
        load = (self.minutes * self.today).sum(axis=0)
        for watch in self.watches:
            if watch.always:
                load[watch.by] += np.array(watch.minutes) * self.today[watch.leaf, watch.role]
        return np.asarray(load + self.passed(self.today))

    def passed(self, shares: Whole) -> Whole:
        """``[r, b]`` millionths of minutes of hand-over under a division."""
        none = np.zeros_like(self.room)
        return np.asarray(sum((passing.borne(shares) for passing in self.passings), none))

    @cached_property
    def practice_of(self) -> tuple[int | None, ...]:
        """``[t]`` the maintained task a leaf belongs to."""
        found: list[int | None] = [None] * len(self.leaves)
        for m, practice in enumerate(self.practices):
            for t in practice.leaves:
                found[t] = m
        return tuple(found)

    def asks(self, m: int) -> tuple[int, ...]:
        """Competences a maintained task asks for, in any of its cases."""
        part = list(self.practices[m].leaves)
        return tuple(int(k) for k in np.flatnonzero(self.needs[part].any(axis=0)))

    def standing(self, m: int, r: int) -> Standing:
        """A role's practice in a maintained task today."""
        part = list(self.practices[m].leaves)
        minutes = (self.minutes[part, r] * self.today[part, r]).sum(axis=0)
        return standing(
            self.practices[m],
            Doer(
                times=yearly(self.today[part, r], self.occurrences[part]),
                minutes=tuple(int(n) for n in minutes),
                persons=int(self.persons[r]),
                holders=tuple(int(self.held[r, k]) for k in self.asks(m)),
                most=tuple(int(n) for n in self.most[r]),
            ),
        )

    @cached_property
    def most(self) -> Whole:
        """``[r, b]`` millionths of minutes a role may be loaded with, unmapped work included."""
        return np.asarray(np.maximum(self.room * MILLION, self.filled_today))

    @cached_property
    def filled_today(self) -> Whole:
        """``[r, b]`` millionths of minutes of load today, unmapped work included."""
        return self.load_today + self.other * MILLION

    @cached_property
    def units(self) -> int:
        """How many units of change there are."""
        return len(self.rank)

    @cached_property
    def leaves_of_unit(self) -> tuple[tuple[int, ...], ...]:
        """Leaves of every unit of change."""
        found: list[list[int]] = [[] for _ in range(self.units)]
        # What a unit is named after is a task of today, wherever its options' leaves stand.
        for t in np.argsort(self.optional, kind="stable"):
            found[int(self.change_unit[t])].append(int(t))
        return tuple(tuple(leaves) for leaves in found)

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Leaves of every keep-together group, in the order of their numbers."""
        found: dict[int, list[int]] = {}
        for t, g in enumerate(self.group):
            if g >= 0:
                found.setdefault(int(g), []).append(t)
        return tuple(tuple(found[g]) for g in sorted(found))

    def kept_with(self, t: int) -> tuple[int, ...]:
        """The leaf and all it is kept together with."""
        if self.group[t] < 0:
            return (t,)
        return tuple(int(i) for i in np.flatnonzero(self.group == self.group[t]))

    @cached_property
    def threshold(self) -> tuple[int, ...]:
        """``[u]`` millionths of minutes a changed unit relieves at least.

        The smallest move, or all there is if that is less: of the task, or of its missed work.
        A unit with a breach has none, since any part of a breach put right is worth it.
        """
        return tuple(self._threshold(leaves) for leaves in self.leaves_of_unit)

    def _threshold(self, leaves: tuple[int, ...]) -> int:
        part = list(leaves)
        if (self.breach[part][:, :, None] & (self.today[part] > 0)).any():
            return 0
        done = int((self.minutes[part] * self.today[part]).sum())
        missed = int((self.missed_minutes[part] * self.missed[part]).sum())
        least = min(self.min_move * MILLION, done + missed)
        return min(least, missed) if missed else least
