"""Who works in a unit: posts, hours at hand, absence, and what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from taskmap.model.units import (
    BandId,
    CompetenceId,
    Fte,
    HoursPerWeek,
    RoleId,
    Share,
)

# Persons in a role, hired included, below which its figures would tell about single persons.
PRIVACY_FLOOR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """What takes hours from a working year, beside holidays; days a person and year."""

    sick_share: Share | None = None  # None: the unit's, else a sourced average
    other_days: float = 0.0
    training_days: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A dated local decision that opens a role outside the staff (patient, family, machine)."""

    office: str
    on: date
    consent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """One role in one unit.

    Hours at hand are ``rostered`` where the unit has a staffing plan; otherwise filled posts
    times available working time over 52 weeks, spread by ``band_shares``.

    Args:
        role: id in the catalogue.
        persons: heads, hired included; 0 for technology, patients and families.
        posts: full-time equivalents in the plan.
        vacant: of the posts, those nobody holds.
        hourly: full-time equivalents covered by staff paid by the hour.
        hired: full-time equivalents covered from agencies.
        overtime: hours a week beyond agreed time, among the hours at hand.
        hours_profile: id of the weekly working time in the catalogue.
        band_shares: how the role's hours fall over the bands; sums to 1.
        rostered: hours a week at hand in each band by the staffing plan, substitutes included.
        hours_assumed: the rostered hours are nobody's plan, but assumed.
        support: share of working time for each support activity (category allowances).
        allowance_hours: hours a week for named single persons' duties (individual allowances).
        complete: every task this role does is mapped; otherwise the rest is fixed load.
        free_hours: hours a week a partly mapped role is known to have free, by band.
        ceiling: share of full hours a plan may fill; None: the default of the role's kind.
        dedicated: hired for one purpose, so that the ceiling is 1.
        competences: how many persons hold each competence.
        stated_hours: hours a week a role outside the staff can do, by band.
        acceptance: the decision that opens a role outside the staff.
        running_cost: of a role outside the staff, kroner a week.
    """

    role: RoleId
    persons: int = 0
    posts: Fte = 0.0
    vacant: Fte = 0.0
    hourly: Fte = 0.0
    hired: Fte = 0.0
    overtime: HoursPerWeek = 0.0
    hours_profile: str | None = None
    band_shares: Mapping[BandId, Share] = field(default_factory=dict)
    rostered: Mapping[BandId, HoursPerWeek] | None = None
    hours_assumed: bool = False
    support: Mapping[str, Share] = field(default_factory=dict)
    allowance_hours: Mapping[str, HoursPerWeek] = field(default_factory=dict)
    absence: Absence = Absence()
    complete: bool = False
    free_hours: Mapping[BandId, HoursPerWeek] = field(default_factory=dict)
    ceiling: Share | None = None
    dedicated: bool = False
    competences: Mapping[CompetenceId, int] = field(default_factory=dict)
    stated_hours: Mapping[BandId, HoursPerWeek] = field(default_factory=dict)
    acceptance: Acceptance | None = None
    running_cost: float = 0.0
    note: str | None = None

    @property
    def filled(self) -> Fte:
        """Posts that give hours: held posts, hourly staff and hired staff."""
        return self.posts - self.vacant + self.hourly + self.hired

    @property
    def support_share(self) -> Share:
        """The sum of category allowances, Σ CAS of the WISN method."""
        return sum(self.support.values())
