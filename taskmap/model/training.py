"""Training over a partnership: who lacks what, when courses are held, who pays, what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from taskmap.model.programme import (
    CourseId,
    Half,
    InKindKind,
    Key,
    OrganisationId,
    VenueId,
)
from taskmap.model.units import (
    CompetenceId,
    Hours,
    LeafId,
    MinutesPerWeek,
    RoleId,
    Share,
    UnitId,
)

PROVED_WITHIN = 0.51  # of an aim's own unit: half a step, and a hair for decimals


class Backing(StrEnum):
    """Whether the moves a course is for were accepted, or are possible ones of a plan."""

    ACCEPTED = "accepted"
    POSSIBLE = "possible"


class Why(StrEnum):
    """Why somebody is to take a course."""

    PLAN = "plan"  # a unit's plan asks for it
    ORDERED = "ordered"
    RENEWAL = "renewal"


class Reason(StrEnum):
    """What would have to change for more participants to be met."""

    NOT_OFFERED = "not_offered"
    NO_ROOM = "no_room"  # no place to hold it, or no road there
    NO_LECTURER = "no_lecturer"
    TOO_FEW = "too_few"  # fewer than a run is held for
    MOST_RUNS = "most_runs"
    SEATS = "seats"
    TOO_FAR = "too_far"
    FIRST_COURSE = "first_course"  # the course that comes first has no place for them
    TOGETHER = "together"  # several of these at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Persons of a role in a unit who lack a competence that moves ask for.

    Args:
        persons: None where a move was accepted that the plan does not hold, so that nobody has
            worked out how many.
        leaves: tasks it unlocks.
        price: kroner or kronor a person.
        mapped: the day of the unit's mapping; who learns after it is not yet in it.
    """

    unit: UnitId
    organisation: OrganisationId
    role: RoleId
    competence: CompetenceId
    course: CourseId | None
    persons: int | None
    hours: Hours
    price: float
    backing: Backing
    leaves: tuple[LeafId, ...] = ()
    mapped: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Participants of one member for one course, due by a half-year."""

    course: CourseId
    organisation: OrganisationId
    by: Half
    persons: int
    why: Mapping[Why, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A course in one half-year at one place: how many runs, who lectures, who comes.

    Args:
        venue: None: by video, or with whoever it is bought of.
        own: runs by the members' own lecturers.
        hired: runs by lecturers from outside; runs that need no lecturer are in neither.
        come: participants by member.
        minutes: of travel, there and back, lecturers' included.
        done: it was held, and is not planned any more.
    """

    course: CourseId
    half: Half
    venue: VenueId | None
    runs: int
    own: Mapping[OrganisationId, int]
    hired: int
    come: Mapping[OrganisationId, int]
    minutes: float
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """Participants there is no place for, and what would make one."""

    course: CourseId
    organisation: OrganisationId
    persons: int
    by: Half
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What was reached on one of the things that decide, and how far it is proved."""

    name: str
    value: float
    bound: float

    @property
    def proved(self) -> bool:
        """Whether no calendar could do better: the bound is within half a step of the value."""
        return self.value - self.bound < PROVED_WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A year's courses, placed.

    Args:
        online: participants of courses taken at one's own pace, by course and member.
        hosted: runs each member hosts, those before this year included.
        aims: in their order.
    """

    placed: tuple[Placed, ...]
    online: Mapping[tuple[CourseId, OrganisationId], int]
    unmet: tuple[Unmet, ...]
    hosted: Mapping[OrganisationId, int]
    aims: tuple[Aim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A bill and what each member pays of it, in øre.

    Args:
        course: None for a bill of the programme's own.
        parts: of the key, by member, in whole numbers.
        rounded_up: members that pay one øre of what was left when all were rounded down.
    """

    id: str
    course: CourseId | None
    ore: int
    key: Key
    parts: Mapping[OrganisationId, int]
    shares: Mapping[OrganisationId, int]
    rounded_up: tuple[OrganisationId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a member gives that is no money.

    Args:
        worked_out: runs hosted or lectured in the calendar, not stated by anybody.
        value: kroner or kronor a year; None: nobody has stated one.
    """

    organisation: OrganisationId
    kind: InKindKind
    what: str | None = None
    share: Share | None = None
    runs: int = 0
    hours: Hours = 0.0
    value: float | None = None
    worked_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """How many must renew a course, and by when."""

    course: CourseId
    organisation: OrganisationId
    unit: UnitId | None
    persons: int
    month: str  # YYYY-MM
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """What a course gives a unit, by solving its plan with and without it.

    Args:
        competence: what the course gives; None: all courses of the plan together.
        persons, hours, kroner: of training the plan has with it and not without.
        freed: minutes a week that each role is relieved of by it; below 0 where it takes on more.
        net: minutes a week left of what it relieves, once everything it costs is taken off.
        proved: both plans are the best there is.
    """

    unit: UnitId
    competence: CompetenceId | None
    course: CourseId | None
    persons: int
    hours: Hours
    kroner: float
    freed: Mapping[RoleId, MinutesPerWeek]
    net: MinutesPerWeek
    price_saved: int
    leaves: tuple[LeafId, ...] = ()
    proved: bool = True
