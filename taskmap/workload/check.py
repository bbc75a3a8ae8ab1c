"""What a reader should know about a mapping's hours; what is wrong in it, its document tells."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.staffing import Staffing
from taskmap.model.units import BandId, RoleId

# A completely mapped role outside these shares of its full hours is probably mapped wrongly.
LOW, HIGH = 0.70, 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One role of the unit with its bands."""

    staffing: Staffing
    place: Place
    bands: tuple[Capacity, ...]
    staff: bool

    def told(self, code: str, severity: Severity, **values: str | float) -> Finding:
        return Finding(code, self.place, {"role": self.staffing.role, **values}, severity)


def findings(
    mapping: Mapping, catalogue: Catalogue, known: MappingOf[tuple[RoleId, BandId], Capacity]
) -> tuple[Finding, ...]:
    """Every finding about hours, role by role in the document's order.

    The place names the unit as file; whoever knows the document's file and lines puts them in.

    Args:
        mapping: the unit.
        catalogue: kinds of role.
        known: its capacities on its own day.
    """
    found: list[Finding] = []
    for number, staffing in enumerate(mapping.staffing):
        case = _Case(
            staffing=staffing,
            place=Place(mapping.unit.id, field=f"staffing[{number}]"),
            bands=tuple(known[staffing.role, band] for band in mapping.band_ids),
            staff=catalogue.is_staff(staffing.role),
        )
        for check in CHECKS:
            found.extend(check(case))
    return tuple(found)


def _used_share(case: _Case) -> Iterator[Finding]:
    load = sum(band.load for band in case.bands)
    full = sum(band.full for band in case.bands)
    if not (case.staff and case.staffing.complete and full):
        return
    if not LOW <= load / full <= HIGH:
        yield case.told(
            "workload.used_share",
            Severity.WARNING,
            share=load / full,
            load_hours=load / 60,
            full_hours=full / 60,
            low=LOW,
            high=HIGH,
        )


def _no_hours(case: _Case) -> Iterator[Finding]:
    for band in case.bands:
        if band.load and not band.at_hand:
            yield case.told(
                "workload.no_hours", Severity.WARNING, band=band.band, load_hours=band.load / 60
            )


def _overload(case: _Case) -> Iterator[Finding]:
    for band in case.bands:
        if case.staff and band.at_hand and band.load > band.full:
            yield case.told(
                "workload.overload",
                Severity.INFO,
                band=band.band,
                load_hours=band.load / 60,
                full_hours=band.full / 60,
            )


def _roster_differs(case: _Case) -> Iterator[Finding]:
    rostered = sum(band.at_hand for band in case.bands)
    computed = sum(band.computed for band in case.bands)
    if case.staff and case.staffing.rostered is not None and computed and rostered != computed:
        yield case.told(
            "workload.roster_differs",
            Severity.INFO,
            rostered_hours=rostered / 60,
            computed_hours=computed / 60,
        )


CHECKS = (
    _used_share,
    _no_hours,
    _overload,
    _roster_differs,
)
