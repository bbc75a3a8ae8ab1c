"""What a question demands of a plan, in whole numbers: pins, bans, forced moves, caps, budgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from taskmap.model.units import MILLION


@dataclass(frozen=True, slots=True, kw_only=True)
class GateCap:
    """How many tasks may rest on a condition of one gate.

    Args:
        gate: its name.
        most: tasks; 0 where the question bans the gate's conditions.
        pairs: (leaf, role) whose ruling at the gate is a condition.
        banned: the question bans them, rather than counting them.
    """

    gate: str
    most: int
    pairs: tuple[tuple[int, int], ...]
    banned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What training may take: ``Σ each x persons trained`` is at most ``most``.

    Args:
        kind: ``training_kroner`` (in øre), ``training_hours`` (in minutes) or ``seats``.
        subject: the course of the seats; empty for the two others.
        most: units within the horizon.
        each: ``[c]`` units of one person's course, renewals within the horizon counted in.
    """

    kind: str
    subject: str
    most: int
    each: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """How many of those present in a band must be registered.

    Args:
        band: its number.
        presence: ``[r]`` minutes a week at hand; 0 outside the staff.
        registered: ``[r]`` counts as registered professional.
        share: millionths of the presence.
    """

    band: int
    presence: tuple[int, ...]
    registered: tuple[bool, ...]
    share: int

    def least(self) -> tuple[int, int]:
        """The floor as a fraction; today's share where today is below it already."""
        total = sum(self.presence)
        now = sum(n for n, yes in zip(self.presence, self.registered, strict=True) if yes)
        broken = now * MILLION < self.share * total
        return (now, total) if broken else (self.share, MILLION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The demands of a question on the axes of a problem; shares are millionths.

    Pinned leaves are a field of the problem itself.

    Args:
        pinned_roles: neither give nor get.
        forbidden: (leaf, role) that may not grow.
        forbidden_roles: take on nothing new.
        forced: (leaf, role, least share of the occurrences over the week).
        cap_leaf: (leaf, largest share of the occurrences that changes hands).
        cap_role: (role, minutes a week of new work).
        gates: caps and bans of conditions.
        budgets: of training.
        taken_out: (role, band, minutes a week) that leave once freed.
        floors: of registered presence.
    """

    pinned_roles: tuple[int, ...] = ()
    forbidden: tuple[tuple[int, int], ...] = ()
    forbidden_roles: tuple[int, ...] = ()
    forced: tuple[tuple[int, int, int], ...] = ()
    cap_leaf: tuple[tuple[int, int], ...] = ()
    cap_role: tuple[tuple[int, int], ...] = ()
    gates: tuple[GateCap, ...] = ()
    budgets: tuple[Budget, ...] = ()
    taken_out: tuple[tuple[int, int, int], ...] = ()
    floors: tuple[Floor, ...] = ()

    @property
    def may_break_today(self) -> bool:
        """Whether today itself may fall short: something must move."""
        return bool(self.forced or self.taken_out)


NOTHING_ASKED = Asked()


def renumbered(asked: Asked, order: Mapping[str, Sequence[int] | NDArray[np.int64]]) -> Asked:
    """The same demands when leaves, roles, bands and competences stand in another order.

    Args:
        asked: in the old order.
        order: for each axis ("t", "r", "b", "c") the old number at every new place.
    """
    t, r, b = ({int(old): new for new, old in enumerate(order[kind])} for kind in "trb")
    gates = (
        replace(cap, pairs=tuple(sorted((t[i], r[j]) for i, j in cap.pairs))) for cap in asked.gates
    )
    budgets = (replace(x, each=tuple(x.each[k] for k in order["c"])) for x in asked.budgets)
    floors = (
        replace(
            floor,
            band=b[floor.band],
            presence=tuple(floor.presence[j] for j in order["r"]),
            registered=tuple(floor.registered[j] for j in order["r"]),
        )
        for floor in asked.floors
    )
    return Asked(
        pinned_roles=tuple(sorted(r[j] for j in asked.pinned_roles)),
        forbidden=tuple(sorted((t[i], r[j]) for i, j in asked.forbidden)),
        forbidden_roles=tuple(sorted(r[j] for j in asked.forbidden_roles)),
        forced=tuple(sorted((t[i], r[j], share) for i, j, share in asked.forced)),
        cap_leaf=tuple(sorted((t[i], share) for i, share in asked.cap_leaf)),
        cap_role=tuple(sorted((r[j], minutes) for j, minutes in asked.cap_role)),
        gates=tuple(gates),
        budgets=tuple(sorted(budgets, key=lambda x: (x.kind, x.most, x.each, x.subject))),
        taken_out=tuple(sorted((r[j], b[k], minutes) for j, k, minutes in asked.taken_out)),
        floors=tuple(sorted(floors, key=lambda floor: floor.band)),
    )
