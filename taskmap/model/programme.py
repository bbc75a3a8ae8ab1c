"""A partnership's year of courses: what is offered, who needs it, who pays by which key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from taskmap.model.units import CompetenceId, Hours, Minutes, RoleId, Share, UnitId

OrganisationId: TypeAlias = str
CourseId: TypeAlias = str
VenueId: TypeAlias = str
Half: TypeAlias = int  # 1: January to June, 2: July to December

HALVES: tuple[Half, ...] = (1, 2)
JULY = 7
VIDEO_FROM = 60  # minutes there and back from which a meeting by video is preferred


class Form(StrEnum):
    """How a course is held."""

    ON_SITE = "on_site"
    VIDEO = "video"
    MIXED = "mixed"  # on site or by video, whichever serves best
    ONLINE = "online"  # digital, each at their own pace: no runs, no seats


class Key(StrEnum):
    """By what a bill is shared between the members."""

    POPULATION = "population"
    STAFF = "staff"
    PARTICIPANTS = "participants"
    FIXED = "fixed"


class InKindKind(StrEnum):
    """What a member gives that is no money."""

    POST = "post"
    ROOM = "room"
    LECTURER = "lecturer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A room a member lends for courses."""

    id: VenueId
    name: str
    organisation: OrganisationId
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLecturer:
    """A member whose own people can hold a course so many times a year."""

    organisation: OrganisationId
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A course as the partnership offers it.

    Args:
        name: None: as the catalogue calls it.
        gives: the competence; None for a course that unlocks no task.
        hours: length for a participant.
        seats: of one run; a smaller room holds fewer.
        least: participants a run needs to be held.
        most_runs: a year; None: as many as are needed.
        price: kroner or kronor a participant, paid to whoever holds it.
        run_cost: of each run, whoever lectures: room, food, material.
        hired_fee: of each run with a lecturer from outside; None: none can be had.
        requires: courses that come first.
        valid_years: None: it never expires.
        required_by: the law or agreement that demands it; None: nobody does.
        key: by what its bill is shared; None: the programme's.
    """

    id: CourseId
    name: str | None = None
    gives: CompetenceId | None = None
    hours: Hours
    form: Form = Form.ON_SITE
    seats: int = 20
    least: int = 1
    most_runs: int | None = None
    price: float = 0.0
    run_cost: float = 0.0
    lecturers: tuple[OwnLecturer, ...] = ()
    hired_fee: float | None = None
    requires: tuple[CourseId, ...] = ()
    valid_years: int | None = None
    required_by: str | None = None
    key: Key | None = None

    @property
    def bought(self) -> bool:
        """Places bought of whoever holds it: a price, and neither lecturers nor costs of a run.

        It is held with the seller; no member lends a room to it or hosts it.
        """
        ours = self.lecturers or self.hired_fee is not None or self.run_cost
        return self.price > 0 and not ours and self.form in {Form.ON_SITE, Form.MIXED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """Participants an organisation or one of its units orders beside what plans ask for.

    Args:
        by: the half-year it is needed by at the latest; 2: either.
    """

    course: CourseId
    organisation: OrganisationId
    persons: int
    unit: UnitId | None = None
    by: Half = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """How many hold a course that must be renewed, by the last day it holds; never who."""

    course: CourseId
    organisation: OrganisationId
    persons: int
    on: date
    unit: UnitId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many of a role came to a run from a member or one of its units; never who.

    Args:
        role: None: nobody has said.
    """

    organisation: OrganisationId
    persons: int
    unit: UnitId | None = None
    role: RoleId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRun:
    """A run of a course that was held, or cancelled.

    Args:
        on: its day, or the last of them.
        cancelled: nobody came, and the need stands.
        venue: None: by video, with the seller, or nobody has said.
        lecturer: the member whose own people lectured.
        hired: somebody from outside lectured.
    """

    course: CourseId
    on: date
    cancelled: bool = False
    venue: VenueId | None = None
    lecturer: OrganisationId | None = None
    hired: bool = False
    came: tuple[Came, ...] = ()

    @property
    def half(self) -> Half:
        """The half-year it fell in."""
        return 1 if self.on.month < JULY else 2

    @property
    def by_member(self) -> dict[OrganisationId, int]:
        """How many came from each member."""
        found: dict[OrganisationId, int] = {}
        for some in self.came:
            found[some.organisation] = found.get(some.organisation, 0) + some.persons
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A cost of the programme that belongs to no single course."""

    id: str
    name: str
    kroner: float
    key: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InKind:
    """What a member gives that is no money; ``value`` is None where nobody has stated one."""

    organisation: OrganisationId
    kind: InKindKind
    what: str
    share: Share | None = None  # of a full post
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingProgramme:
    """What a partnership offers and needs in a year.

    Args:
        partnership: id of its document.
        key: by what bills are shared where nothing else is said.
        fixed: shares of the fixed key; sum to 1.
        staff: employees of each member, for the staff key.
        venues: rooms where courses can be held.
        travel: minutes one way between two members, either order.
        hosted: runs each member has hosted before this year.
        video_from: minutes there and back from which video is preferred for mixed courses.
        most_travel: minutes one way nobody is asked to exceed; None: no limit.
        travel_hour: kroner an hour of travel is weighed at; 0: it decides between programmes
            that cost the same.
        hosting_slack: how much dearer the programme may be for hosting to alternate.
        held: runs that were held or cancelled.
    """

    id: str
    name: str
    partnership: str
    year: int
    illustrative: bool = False
    note: str | None = None
    key: Key = Key.POPULATION
    fixed: Mapping[OrganisationId, Share] = field(default_factory=dict)
    staff: Mapping[OrganisationId, int] = field(default_factory=dict)
    venues: tuple[Venue, ...] = ()
    travel: Mapping[tuple[OrganisationId, OrganisationId], Minutes] = field(default_factory=dict)
    hosted: Mapping[OrganisationId, int] = field(default_factory=dict)
    video_from: Minutes = VIDEO_FROM
    most_travel: Minutes | None = None
    travel_hour: float = 0.0
    hosting_slack: Share = 0.0
    courses: tuple[Offered, ...] = ()
    ordered: tuple[Ordered, ...] = ()
    expiring: tuple[Expiring, ...] = ()
    held: tuple[HeldRun, ...] = ()
    bills: tuple[Bill, ...] = ()
    in_kind: tuple[InKind, ...] = ()

    def minutes(self, one: OrganisationId, other: OrganisationId) -> Minutes | None:
        """Minutes one way between two members; None where nobody has said."""
        if one == other:
            return 0
        return self.travel.get((one, other), self.travel.get((other, one)))
