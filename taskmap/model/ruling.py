"""A gate's answer for one task and one role, with its reason as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from taskmap.errors import Value
from taskmap.model.units import LeafId, RoleId


class Gate(StrEnum):
    """The questions a move must pass, in the order they are explained."""

    LAW = "law"
    POLICY = "policy"
    COMPETENCE = "competence"
    RISK = "risk"
    CONTINUITY = "continuity"
    CAPACITY = "capacity"


class Verdict(StrEnum):
    """A gate's answer."""

    PASS = "pass"
    CONDITION = "condition"
    UNKNOWN = "unknown"
    FAIL = "fail"

    @property
    def rank(self) -> int:
        """0 for pass up to 3 for fail; the worst verdict holds."""
        return _RANK[self]


_RANK = {Verdict.PASS: 0, Verdict.CONDITION: 1, Verdict.UNKNOWN: 2, Verdict.FAIL: 3}


class Condition(StrEnum):
    """What would make a conditional ruling pass."""

    DECIDE = "decide"
    TRAIN = "train"
    SUPERVISE = "supervise"
    ASSESS = "assess"
    MITIGATE = "mitigate"
    PILOT = "pilot"


class Answerer(StrEnum):
    """Who may answer an open question."""

    LEADER = "leader"
    DOCTOR = "doctor"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A gate's answer for one leaf and one role.

    Args:
        code: why, as a dotted name such as ``law.exclusive``.
        condition: what it asks for, when the verdict is a condition.
        values: what the sentence needs (roles, hours, course, date …).
        sources: rule ids or source ids of the catalogue, most telling first.
    """

    gate: Gate
    verdict: Verdict
    code: str
    condition: Condition | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.CONDITION) != (self.condition is not None):
            raise ValueError(f"{self.code}: {self.verdict} with condition {self.condition}")


# In place of a role: rulings of another way of doing a task, whoever does it.
ITSELF: RoleId = ""

Rulings: TypeAlias = Mapping[tuple[LeafId, RoleId], tuple[Ruling, ...]]


def worst(rulings: tuple[Ruling, ...]) -> Verdict:
    """The verdict that holds over several rulings; ``pass`` when there is none."""
    return max((r.verdict for r in rulings), key=lambda v: v.rank, default=Verdict.PASS)
