"""Available working time of one full-time equivalent, step by step (WISN)."""

from taskmap.model.capacity import WorkingTime
from taskmap.model.catalogue import Catalogue, HoursProfile
from taskmap.model.staffing import PRIVACY_FLOOR, Staffing
from taskmap.model.units import Share

DAYS_A_WEEK = 5


def time_at_work(
    staffing: Staffing, unit_sick_share: Share | None, catalogue: Catalogue
) -> WorkingTime:
    """What is left of a working year when leave, sickness, other absence and training are out.

    The profile's yearly hours are net of leave and public holidays. Sickness is a share of the
    days that should have been worked, which is how the published figures are counted.

    Args:
        staffing: the role in the unit; absence in days a person and year.
        unit_sick_share: of the unit; None where it states none.
        catalogue: gives hours profiles and the published sick leave that stands in.
    """
    profile = _profile(staffing, catalogue)
    hours_per_day = profile.weekly_hours / DAYS_A_WEEK
    net_days = profile.net_annual_hours / hours_per_day
    share, source = sick_leave_of(staffing, unit_sick_share, catalogue)
    absence = staffing.absence
    days = net_days * (1 - share) - absence.other_days - absence.training_days
    return WorkingTime(
        role=staffing.role,
        profile=profile.id,
        weekly_hours=profile.weekly_hours,
        net_annual_hours=profile.net_annual_hours,
        hours_per_day=hours_per_day,
        sick_days=net_days * share,
        sick_source=source,
        other_days=absence.other_days,
        training_days=absence.training_days,
        available=max(0.0, days * hours_per_day),
    )


def sick_leave_of(
    staffing: Staffing, unit_sick_share: Share | None, catalogue: Catalogue
) -> tuple[Share, str]:
    """Sick leave that counts for a role, and whose figure it is: "role", "unit" or a source id."""
    own = staffing.absence.sick_share
    if own is not None and staffing.persons >= PRIVACY_FLOOR:
        return own, "role"
    if unit_sick_share is not None:
        return unit_sick_share, "unit"
    return catalogue.default_sick_leave.share, catalogue.default_sick_leave.source


def _profile(staffing: Staffing, catalogue: Catalogue) -> HoursProfile:
    """The role's profile; the catalogue's first for the role, else for the country, stands in."""
    written = catalogue.hours_profiles.get(staffing.hours_profile or "")
    if written is not None:
        return written
    role = catalogue.roles.get(staffing.role)
    usual = [p for p in (role.hours_profiles if role else ()) if p in catalogue.hours_profiles]
    return catalogue.hours_profiles[usual[0] if usual else next(iter(catalogue.hours_profiles))]
