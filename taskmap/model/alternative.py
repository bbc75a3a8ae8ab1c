"""Other ways than a new pair of hands: stop, simplify, digitise, move in time, share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taskmap.model.amount import Count, Duration
from taskmap.model.judgement import LocalDecision, Risk
from taskmap.model.units import CompetenceId, HoursPerWeek, LeafId, MinutesPerWeek, RoleId, UnitId


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
        one_off_hours: hours of a role to put it in place, spread over the horizon.
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
    one_off_hours: Mapping[RoleId, HoursPerWeek] = field(default_factory=dict)
    running_kroner: float = 0.0
    unit: UnitId | None = None
    unit_role: RoleId | None = None
    unit_room: HoursPerWeek | None = None

    def __post_init__(self) -> None:
        if (self.kind is AlternativeKind.STOP) != (self.count is None):
            raise ValueError(f"{self.id}: only what is stopped has no count")
        if (self.count is None) != (self.minutes is None):
            raise ValueError(f"{self.id}: count and minutes go together")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An alternative a plan takes: what it relieves and what it takes instead.

    Args:
        leaf: the leaf it stands in for.
        alternative: its id in the task.
        relieved: minutes a week of the leaf as it is done today, by role.
        taken_on: minutes a week of the alternative, by role.
        one_off: minutes a week of putting it in place, spread over the horizon, by role.
        kroner: running and one-off cost a week.
        price_saved: in the unit of the question's price, a week.
    """

    leaf: LeafId
    alternative: str
    kind: AlternativeKind
    relieved: Mapping[RoleId, MinutesPerWeek]
    taken_on: Mapping[RoleId, MinutesPerWeek]
    one_off: Mapping[RoleId, MinutesPerWeek]
    kroner: float
    price_saved: int

    @property
    def net(self) -> MinutesPerWeek:
        """Relieved less taken on and the time of putting it in place."""
        return (
            sum(self.relieved.values()) - sum(self.taken_on.values()) - sum(self.one_off.values())
        )
