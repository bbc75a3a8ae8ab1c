"""The shared vocabulary of one country: roles, rules, tasks, courses, working time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from taskmap.model.duty import Duty
from taskmap.model.evidence import Evidence
from taskmap.model.strain import Strain, StrainMark
from taskmap.model.units import (
    CompetenceId,
    DutyId,
    Hours,
    HoursPerYear,
    Minutes,
    Names,
    RoleId,
    RuleId,
    Share,
    SourceId,
)


class RoleKind(StrEnum):
    """Whether a role is staff; the others are off until a local decision opens them."""

    STAFF = "staff"
    TECHNOLOGY = "technology"
    SELF = "self"
    FAMILY = "family"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read."""

    id: SourceId
    title: str
    publisher: str
    year: int | None
    url: str | None


@dataclass(frozen=True, slots=True)
class HourlyCost:
    """Employer's cost of one hour, an estimate from a published pay figure."""

    value: float  # kronor or kroner
    currency: str
    pay_year: int
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who can do work: a profession, a machine, the patient, the family, a volunteer.

    ``synonyms`` are other words for it, such as an older title that is still in use.
    """

    id: RoleId
    names: Names
    synonyms: tuple[str, ...] = ()
    kind: RoleKind = RoleKind.STAFF
    level: int  # EQF 1-8; 0 outside the staff
    level_verified: bool = True
    licensed: bool = False
    registered: bool = False  # counts as registered professional in the skill mix
    settings: tuple[str, ...] = ()
    hours_profiles: tuple[str, ...] = ()
    hourly_cost: HourlyCost | None = None
    isco08: str | None = None
    national_code: str | None = None
    sources: tuple[SourceId, ...] = ()

    @property
    def is_staff(self) -> bool:
        """Whether it is somebody the service employs or hires."""
        return self.kind is RoleKind.STAFF


@dataclass(frozen=True, slots=True)
class Level:
    """A qualification level and what it means."""

    number: int
    names: Names
    description: Names
    source: SourceId | None


class Effect(StrEnum):
    """What a rule does to the law gate (method, section 3)."""

    EXCLUSIVE = "exclusive"
    PERMITS = "permits"
    REQUIRES = "requires"
    INFORMS = "informs"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of law as the catalogue holds it; reference material, not advice.

    Args:
        roles: the roles it names, groups expanded; None: no profession named.
        roles_are: "performer" (they do it), "delegator" or "assessor" (they may hand it over,
            to anyone individually assessed).
        exception_to: exclusive rules this one lifts for the tasks both cover.
        needs: condition code a ``requires`` rule asks of a receiver: "train", "supervise",
            "assess"; None when it binds the organisation and not the single move.
        statement: in the country's language and in English.
    """

    id: RuleId
    effect: Effect
    tags: tuple[str, ...]
    roles: tuple[RoleId, ...] | None
    roles_are: str = "performer"
    exception_to: tuple[RuleId, ...] = ()
    delegation: str = "not_stated"
    needs: str | None = None
    in_force: bool = True
    verified: bool = True
    kind: str = ""
    statement: Names = field(default_factory=dict)
    conditions: Names = field(default_factory=dict)
    reference: str = ""
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """What can be held or learned; may require others first."""

    id: CompetenceId
    names: Names
    requires: tuple[CompetenceId, ...] = ()
    included_in: tuple[RoleId, ...] = ()  # roles whose education gives it to every holder
    course: str | None = None
    estimate: bool = True
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What gives a competence: hours a person, price, validity."""

    id: str
    names: Names
    gives: CompetenceId
    hours: Hours
    price: float = 0.0  # kronor or kroner a person
    valid_years: int | None = None
    form: str = "on_site"
    estimate: bool = True
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """First level of the task library."""

    code: str
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryTask:
    """A task with a stable code; figures are starting values a unit replaces.

    ``synonyms`` are other words for it, in any language; a word may stand at several tasks and
    then tells none of them. ``follows_work`` marks what belongs to whoever does the care or takes
    part: records of one's own care, driving to one's own visits, reports and meetings. It never
    moves by itself.
    """

    code: str
    group: str
    names: Names
    synonyms: tuple[str, ...] = ()
    parent: str | None = None
    settings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    rules: tuple[RuleId, ...] = ()
    usual_roles: tuple[RoleId, ...] = ()
    candidate: RoleId | None = None
    competences: tuple[CompetenceId, ...] | None = None
    minutes: Minutes | None = None
    per: str | None = None
    frequency: str | None = None
    risk: int | None = None  # consequence, 1 low to 5 high
    follows_work: bool = False
    estimate: bool = True
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursProfile:
    """A weekly working time; yearly hours are net of leave and public holidays."""

    id: str
    names: Names
    weekly_hours: float
    net_annual_hours: HoursPerYear
    verified: bool
    estimate: bool
    source: SourceId | None


@dataclass(frozen=True, slots=True)
class SickLeave:
    """A published sick leave figure used where a unit has none of its own."""

    share: Share
    names: Names
    period: str
    source: SourceId


@dataclass(frozen=True, slots=True)
class HiredLine:
    """The part of staff cost that hired staff are to stay below, as a country's services agreed."""

    share: Share
    source: SourceId


class LimitKind(StrEnum):
    """What a limit of working time is about."""

    WEEKLY_HOURS = "weekly_hours"  # at most so many hours of ordinary work a week
    DAILY_REST = "daily_rest"  # at least so many hours of rest in every 24


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLimit:
    """What law or an agreement sets for working time; told, never planned with.

    Args:
        hours: the most or the least, by the kind.
        profiles: weekly working times it holds for; empty: all.
        reference: where it stands, as people cite it.
        verified: the section was read in the source.
    """

    id: str
    kind: LimitKind
    hours: float
    profiles: tuple[str, ...]
    reference: str
    source: SourceId
    verified: bool


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All shared facts of one country; read-only.

    Args:
        country: "NO" or "SE".
        on: the date the facts were collected.
        covered_settings: settings the rule catalogue covers; others are ruled ``unknown``.
        default_sick_leave: used where neither role nor unit states a figure.
        digest: content hash of the data files.
    """

    country: str
    on: date
    roles: Mapping[RoleId, Role]
    levels: Mapping[int, Level]
    rules: Mapping[RuleId, Rule]
    tasks: Mapping[str, LibraryTask]
    groups: Mapping[str, TaskGroup]
    competences: Mapping[CompetenceId, Competence]
    courses: Mapping[str, Course]
    hours_profiles: Mapping[str, HoursProfile]
    sources: Mapping[SourceId, Source]
    covered_settings: tuple[str, ...]
    default_sick_leave: SickLeave
    general_duty: RuleId  # the rule of sound care, told where no special rule exists
    digest: str
    hired_line: HiredLine | None = None  # where such a line was found
    limits: tuple[WorkLimit, ...] = ()
    strain: Mapping[Strain, StrainMark] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    duties: Mapping[DutyId, Duty] = field(default_factory=dict)

    def is_staff(self, role: RoleId) -> bool:
        """Whether a role is staff; one the catalogue lacks is taken for staff."""
        known = self.roles.get(role)
        return known is None or known.is_staff

    @cached_property
    def rules_by_tag(self) -> dict[str, tuple[Rule, ...]]:
        """Rules by each tag they carry."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            for tag in rule.tags:
                found.setdefault(tag, []).append(rule)
        return {tag: tuple(rules) for tag, rules in found.items()}

    @cached_property
    def course_for(self) -> dict[CompetenceId, Course]:
        """The shortest course that gives each competence, cheaper first on a tie."""
        ranked = sorted(self.courses.values(), key=lambda c: (c.hours, c.price, c.id), reverse=True)
        return {course.gives: course for course in ranked}
