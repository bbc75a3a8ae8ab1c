"""Demands one at a time: listed, added and taken away, as a user does it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from taskmap.model.demands import NOTHING_MORE, Demands
from taskmap.model.ruling import Gate

# Field of Demands, and what its key names; in the order they are listed.
SUBJECTS: dict[str, tuple[str, ...]] = {
    "pinned": ("leaf",),
    "forced": ("leaf", "role"),
    "forbidden": ("leaf", "role"),
    "cap_leaf": ("leaf",),
    "pinned_roles": ("role",),
    "forbidden_roles": ("role",),
    "cap_role": ("role",),
    "forbidden_gates": ("gate",),
    "cap_gate": ("gate",),
    "training_kroner": (),
    "training_hours": (),
    "seats": ("course",),
    "registered_floor": ("band",),
    "taken_out": ("role", "band"),
}
WITHOUT_AMOUNT = frozenset(
    {"pinned", "pinned_roles", "forbidden", "forbidden_roles", "forbidden_gates"}
)
BUDGETS = frozenset({"training_kroner", "training_hours"})
WHOLE = frozenset({"cap_role", "cap_gate", "seats"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One demand: the field of ``Demands`` it stands in, what it is about, and how much.

    Args:
        field: a key of ``SUBJECTS``.
        about: ids, as many as the field's subject has.
        amount: in the field's unit; None for those without.
    """

    field: str
    about: tuple[str, ...] = ()
    amount: float | None = None

    def __post_init__(self) -> None:
        if self.field not in SUBJECTS or len(self.about) != len(SUBJECTS[self.field]):
            raise ValueError(f"{self.field} is about {self.about}, which is no demand")
        if (self.amount is None) != (self.field in WITHOUT_AMOUNT):
            raise ValueError(f"{self.field} has the amount {self.amount}")

    @property
    def values(self) -> dict[str, str]:
        """What it is about, by the names that values have everywhere."""
        return dict(zip(SUBJECTS[self.field], self.about, strict=True))


def listed(demands: Demands) -> tuple[Demand, ...]:
    """Every demand by itself, in the order of ``SUBJECTS`` and then of ids.

    >>> [d.field for d in listed(Demands(pinned=frozenset({"stell"}), training_kroner=5000.0))]
    ['pinned', 'training_kroner']
    """
    return tuple(one for field in SUBJECTS for one in _of(field, getattr(demands, field)))


def together(demands: Iterable[Demand]) -> Demands:
    """Demands from single ones; of two about the same, the last holds."""
    found = NOTHING_MORE
    for one in demands:
        found = added(found, one)
    return found


def added(demands: Demands, one: Demand) -> Demands:
    """The demands with one more, in place of an earlier one about the same."""
    held: Any = getattr(demands, one.field)
    key: Any = one.about[0] if len(one.about) == 1 else one.about
    new: Any
    if one.field in BUDGETS:
        new = one.amount
    elif one.field in WITHOUT_AMOUNT:
        new = held | {Gate(key) if one.field == "forbidden_gates" else key}
    elif one.field == "taken_out":
        role, band = one.about
        new = {**held, role: {**held.get(role, {}), band: one.amount}}
    else:
        amount = int(one.amount or 0) if one.field in WHOLE else one.amount
        new = {**held, Gate(key) if one.field == "cap_gate" else key: amount}
    return replace(demands, **{one.field: new})


def taken_away(demands: Demands, one: Demand) -> Demands:
    """The demands without one; what is not among them changes nothing."""
    left = (other for other in listed(demands) if not same(other, one))
    return together(left)


def same(one: Demand, other: Demand) -> bool:
    """Whether two are about the same, whatever their amounts."""
    return (one.field, one.about) == (other.field, other.about)


def _of(field: str, held: Any) -> list[Demand]:
    if field in BUDGETS:
        return [] if held is None else [Demand(field=field, amount=held)]
    if field in WITHOUT_AMOUNT:
        return [Demand(field=field, about=_about(key)) for key in sorted(held)]
    if field == "taken_out":
        return [
            Demand(field=field, about=(role, band), amount=hours)
            for role in sorted(held)
            for band, hours in sorted(held[role].items())
        ]
    return [Demand(field=field, about=_about(key), amount=held[key]) for key in sorted(held)]


def _about(key: Any) -> tuple[str, ...]:
    return tuple(key) if isinstance(key, tuple) else (str(key),)
