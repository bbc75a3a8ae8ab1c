"""A unit's workload put together: staff required, hours of the day, skill mix, posts."""

from collections.abc import Mapping as MappingOf
from fractions import Fraction

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.staffing import PRIVACY_FLOOR, Staffing
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import BandId, MinutesPerWeek, RoleId, Share
from taskmap.model.wisn import IndividualAllowance, Service, StaffGroup, StaffNeed, exact
from taskmap.model.workload import Posts, SickLeave, SkillMix, Workload
from taskmap.workload.by_hour import days
from taskmap.workload.capacity import capacities
from taskmap.workload.wisn import staff_need
from taskmap.workload.working import working_time

A_MINUTE = Fraction(1, 60)  # of an hour
NOISE = 9  # decimals; figures of the document come as binary numbers

Capacities = MappingOf[tuple[RoleId, BandId], Capacity]


def picture(mapping: Mapping, catalogue: Catalogue, question: Question) -> Workload:
    """Work asked of a unit's staff against the time there is, as mapped."""
    found = capacities(mapping, catalogue, question)
    staff = [one for one in mapping.staffing if catalogue.is_staff(one.role)]
    needs = (need(one, mapping, catalogue, found) for one in staff)
    return Workload(
        capacities=found,
        needs=tuple(one for one in needs if one is not None),
        partial=frozenset(one.role for one in staff if not one.complete),
        days=tuple(day for day in days(mapping, found) if catalogue.is_staff(day.role)),
        mixes=mixes(mapping, catalogue, found),
        posts=tuple(_posts(one, mapping, catalogue, found) for one in staff),
        sick_leave=_sick_leave(mapping, staff),
        published_sick_leave=catalogue.default_sick_leave.share,
        published_sick_source=catalogue.default_sick_leave.source,
        hired_line=catalogue.hired_line,
    )


def need(
    staffing: Staffing, mapping: Mapping, catalogue: Catalogue, found: Capacities
) -> StaffNeed | None:
    """Staff a role's mapped work requires, by WISN; None for a role without working time.

    The services are the role's minutes a week times 52; lasting supervision and hand-overs are
    among them. Of a role that is mapped in part it is what the mapped work alone requires.
    """
    available = working_time(staffing, mapping, catalogue).available
    if not available:
        return None
    minutes = sum(found[staffing.role, band].load for band in mapping.band_ids)
    own = sum((written(hours) for hours in staffing.allowance_hours.values()), Fraction(0))
    return staff_need(
        StaffGroup(
            id=staffing.role,
            awt_hours=written(available),
            services=(Service(Fraction(minutes * WEEKS_A_YEAR), A_MINUTE),),
            category_allowances=tuple(map(written, staffing.support.values())),
            individual_allowances=(IndividualAllowance(Fraction(1), own * WEEKS_A_YEAR),),
            current=written(staffing.filled),
        )
    )


def mixes(mapping: Mapping, catalogue: Catalogue, found: Capacities) -> tuple[SkillMix, ...]:
    """Registered professionals' part of the staff's mapped work and hours at hand, by band."""
    staff = [one.role for one in mapping.staffing if catalogue.is_staff(one.role)]
    registered = frozenset(
        role for role in staff if role in catalogue.roles and catalogue.roles[role].registered
    )

    def share(minutes: dict[RoleId, MinutesPerWeek]) -> Share | None:
        total = sum(minutes.values())
        ours = sum(n for role, n in minutes.items() if role in registered)
        return round(ours / total, 6) if total else None

    return tuple(
        SkillMix(
            band=band,
            work=share({role: found[role, band].load for role in staff}),
            present=share({role: found[role, band].at_hand for role in staff}),
        )
        for band in mapping.band_ids
    )


def _posts(staffing: Staffing, mapping: Mapping, catalogue: Catalogue, found: Capacities) -> Posts:
    """A role's posts, with how much of its time is used beside them."""
    bands = [found[staffing.role, band] for band in mapping.band_ids]
    full = sum(band.full for band in bands)
    weekly = working_time(staffing, mapping, catalogue).available / WEEKS_A_YEAR
    role = catalogue.roles.get(staffing.role)
    cost = role.hourly_cost if role else None
    return Posts(
        role=staffing.role,
        filled=round(staffing.filled, NOISE),
        vacant=staffing.vacant,
        hourly=staffing.hourly,
        hired=staffing.hired,
        vacant_hours=staffing.vacant * weekly,
        hired_hours=staffing.hired * weekly,
        filled_hours=staffing.filled * weekly,
        overtime=staffing.overtime,
        used=sum(band.load + band.other for band in bands) / full if full else None,
        hourly_cost=cost.value if cost else None,
    )


def _sick_leave(mapping: Mapping, staff: list[Staffing]) -> tuple[SickLeave, ...]:
    """What the unit states of itself: the unit's figure, and those of roles of enough persons."""
    unit = () if mapping.sick_share is None else (SickLeave(None, mapping.sick_share),)
    stated = ((one.role, one.absence.sick_share) for one in staff if one.persons >= PRIVACY_FLOOR)
    return (*unit, *(SickLeave(role, share) for role, share in stated if share is not None))


def written(figure: float) -> Fraction:
    """A figure of a document without the noise of binary fractions."""
    return exact(round(figure, NOISE))
