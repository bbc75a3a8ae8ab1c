"""What a user asks of a plan beside the price: what stays, what must not, what must, how much."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taskmap.model.ruling import Gate
from taskmap.model.units import BandId, Hours, HoursPerWeek, LeafId, MinutesPerWeek, RoleId, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """Pins, bans, forced moves, caps and budgets; none of them by default.

    Args:
        pinned: leaves that stay as they are.
        pinned_roles: roles that neither give nor get.
        forbidden: (leaf, role) pairs that must not grow.
        forbidden_roles: roles that take on nothing new.
        forbidden_gates: nothing new may rest on a condition of these gates.
        forced: at least this share of a leaf's occurrences over the week lies with the role.
        cap_leaf: at most this share of a leaf's occurrences changes hands.
        cap_role: minutes a week of new work a role takes on at most.
        cap_gate: tasks that rest on a condition of the gate at most.
        training_kroner: courses' prices within the horizon at most.
        training_hours: learners' course hours within the horizon at most.
        seats: persons on a course at most, by course id.
        registered_floor: least share of registered professionals' hours, by band.
        taken_out: hours a week of a role that leave the unit once they are freed, by band.
    """

    pinned: frozenset[LeafId] = frozenset()
    pinned_roles: frozenset[RoleId] = frozenset()
    forbidden: frozenset[tuple[LeafId, RoleId]] = frozenset()
    forbidden_roles: frozenset[RoleId] = frozenset()
    forbidden_gates: frozenset[Gate] = frozenset()
    forced: Mapping[tuple[LeafId, RoleId], Share] = field(default_factory=dict)
    cap_leaf: Mapping[LeafId, Share] = field(default_factory=dict)
    cap_role: Mapping[RoleId, MinutesPerWeek] = field(default_factory=dict)
    cap_gate: Mapping[Gate, int] = field(default_factory=dict)
    training_kroner: float | None = None
    training_hours: Hours | None = None
    seats: Mapping[str, int] = field(default_factory=dict)
    registered_floor: Mapping[BandId, Share] = field(default_factory=dict)
    taken_out: Mapping[RoleId, Mapping[BandId, HoursPerWeek]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("forced", "cap_leaf", "registered_floor"):
            for key, share in getattr(self, name).items():
                if not 0 <= share <= 1:
                    raise ValueError(f"{name} of {key} is {share}, expected 0 to 1")
        counted = (*self.cap_role.values(), *self.cap_gate.values(), *self.seats.values())
        budgets = [n for n in (self.training_kroner, self.training_hours) if n is not None]
        if any(n < 0 for n in (*counted, *budgets)):
            raise ValueError("a cap or budget is negative, expected 0 or more")


NOTHING_MORE = Demands()
