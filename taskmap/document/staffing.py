"""Staffing of a document to the model: defaults filled in, protected figures left out."""

from dataclasses import replace
from typing import Any

from taskmap.document.allowances import own_hours, support_share
from taskmap.document.fields.staffing import STAFFING
from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.document.shares import whole
from taskmap.model.allowance import AvailableTime, time_of
from taskmap.model.catalogue import Catalogue
from taskmap.model.staffing import PRIVACY_FLOOR, Absence, Acceptance, Staffing
from taskmap.model.unit import Band
from taskmap.model.units import BandId, RoleId, Share
from taskmap.model.working import time_at_work

_AS_SAID = tuple(
    field.attribute
    for field in STAFFING.fields
    if field.name
    not in {
        *("role", "mapping", "bands", "absence", "acceptance", "hours_profile"),
        *("support", "allowance_hours"),
    }
)


def staffing_of(
    said: Values,
    bands: tuple[Band, ...],
    catalogue: Catalogue | None,
    reading: Reading,
    unit_sick_share: Share | None = None,
) -> Staffing:
    """One role's staffing, the time beside its tasks in shares and in hours a week."""
    plain = said.only(*_AS_SAID)
    staffing = Staffing(
        role=said["role"],
        complete=said.get("mapping") == "complete",
        hours_profile=said.get("hours_profile") or _usual_profile(said["role"], catalogue),
        band_shares=_band_shares(said, bands, reading),
        absence=_absence(said, catalogue, reading),
        acceptance=_acceptance(said),
        **plain,
    )
    time = _time(staffing, unit_sick_share, catalogue)
    return replace(
        staffing,
        support={name: support_share(each, time) for name, each in said.get("support", {}).items()},
        allowance_hours={
            name: own_hours(each, time) for name, each in said.get("allowance_hours", {}).items()
        },
    )


def _time(
    staffing: Staffing, unit_sick_share: Share | None, catalogue: Catalogue | None
) -> AvailableTime | None:
    """A person's available working time; None where there is none, or the country is unknown."""
    if catalogue is None:
        return None
    found = time_at_work(staffing, unit_sick_share, catalogue)
    return time_of(found.available, found.hours_per_day) if found.available > 0 else None


def works(staffing: Staffing, band: BandId) -> bool:
    """Whether a role has hours in a band."""
    hours = (staffing.rostered or {}, staffing.band_shares, staffing.stated_hours)
    return any(by_band.get(band, 0) > 0 for by_band in hours)


def _usual_profile(role: RoleId, catalogue: Catalogue | None) -> str | None:
    known = catalogue.roles.get(role) if catalogue else None
    return known.hours_profiles[0] if known and known.hours_profiles else None


def _band_shares(said: Values, bands: tuple[Band, ...], reading: Reading) -> dict[BandId, Share]:
    if "band_shares" in said:
        path = (*said.path, "bands")
        return whole(said["band_shares"], path, reading) if reading.is_sound(path) else {}
    rostered = {band: hours for band, hours in said.get("rostered", {}).items() if hours > 0}
    if rostered:
        total = sum(rostered.values())
        return {band: hours / total for band, hours in rostered.items()}
    return {bands[0].id: 1.0} if len(bands) == 1 and said.get("posts") else {}


def _absence(said: Values, catalogue: Catalogue | None, reading: Reading) -> Absence:
    absence = said.get("absence")
    if absence is None:
        return Absence()
    values: dict[str, Any] = dict(absence.by_name)
    persons = said.get("persons", 0)
    staff = catalogue is None or catalogue.is_staff(said["role"])
    if "sick_share" in values and persons < PRIVACY_FLOOR and staff:
        del values["sick_share"]
        path = (*absence.path, "sick_share")
        reading.warn(
            "privacy.sick_share", path, role=said["role"], persons=persons, floor=PRIVACY_FLOOR
        )
    return Absence(**values)


def _acceptance(said: Values) -> Acceptance | None:
    acceptance = said.get("acceptance")
    return None if acceptance is None else Acceptance(**acceptance.by_name)
