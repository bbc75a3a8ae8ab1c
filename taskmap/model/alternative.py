"""Other ways than a new pair of hands: stop, simplify, digitise, move in time, share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taskmap.model.amount import Count, Duration
from taskmap.model.judgement import LocalDecision, Risk
from taskmap.model.units import (
    CompetenceId,
    Hours,
    HoursPerWeek,
    RoleId,
    UnitId,
)


class AlternativeKind(StrEnum):
    """What is done with a task instead of giving it to another role."""

    STOP = "stop"
    SIMPLIFY = "simplify"
    DIGITISE = "digitise"
    MOVE_IN_TIME = "move_in_time"
    SHARE_BETWEEN_UNITS = "share_between_units"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One other way of meeting a task's need, with figures of its own.

    Args:
        id: unique within the task.
        kind: which of the five.
        name: the unit's own words; None: the kind's.
        count: occurrences a week in each band; None only for ``stop``.
        minutes: of the role named in ``minutes_of``; None only for ``stop``.
        minutes_of: None: the task's.
        factors: another role's minutes as a multiple; a missing one is the task's.
        competences, risk: None: as the task has them.
        decisions: local decisions about this way of doing it; the task's do not count.
        one_off_kroner: spread over the horizon.
        one_off_hours: hours of a role in all to put it in place, spread over the horizon.
        running_kroner: a week.
        unit: for ``share_between_units``, the other unit.
        unit_role: the role there that does it; its time is priced as here.
        unit_room: hours a week the other unit has said it has, for this.
    """

    id: str
    kind: AlternativeKind
    name: str | None = None
    count: Count | None = None
    minutes: Duration | None = None
    minutes_of: RoleId | None = None
    factors: Mapping[RoleId, float] = field(default_factory=dict)
    competences: tuple[CompetenceId, ...] | None = None
    risk: Risk | None = None
    decisions: tuple[LocalDecision, ...] = ()
    one_off_kroner: float = 0.0
    one_off_hours: Mapping[RoleId, Hours] = field(default_factory=dict)
    running_kroner: float = 0.0
    unit: UnitId | None = None
    unit_role: RoleId | None = None
    unit_room: HoursPerWeek | None = None

    def __post_init__(self) -> None:
        if (self.kind is AlternativeKind.STOP) != (self.count is None):
            raise ValueError(f"{self.id}: only what is stopped has no count")
        if (self.count is None) != (self.minutes is None):
            raise ValueError(f"{self.id}: count and minutes go together")
        elsewhere = (self.unit, self.unit_role, self.unit_room)
        if self.kind is AlternativeKind.SHARE_BETWEEN_UNITS and None in elsewhere:
            raise ValueError(f"{self.id}: another unit is named with its role and room")

    def names(self, role: RoleId) -> bool:
        """Whether the alternative itself names the role as one that would do it."""
        decided = any(decision.role == role for decision in self.decisions)
        return decided or role in self.factors or role in {self.minutes_of, self.unit_role}
