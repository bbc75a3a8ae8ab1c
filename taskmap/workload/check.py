"""What a reader should know about a mapping's hours."""

from collections.abc import Iterator
from dataclasses import dataclass

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.staffing import Staffing
from taskmap.workload.capacity import capacities, is_staff
from taskmap.workload.working import PRIVACY_FLOOR

# A completely mapped role outside these shares of its full hours is probably mapped wrongly.
LOW, HIGH = 0.70, 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One role of the unit with its bands."""

    staffing: Staffing
    place: Place
    bands: tuple[Capacity, ...]
    mapping: Mapping
    staff: bool

    def told(self, code: str, severity: Severity, **values: str | float) -> Finding:
        return Finding(code, self.place, {"role": self.staffing.role, **values}, severity)


def findings(mapping: Mapping, catalogue: Catalogue, question: Question) -> tuple[Finding, ...]:
    """Every finding about hours, role by role in the document's order.

    The place names the unit as file; whoever knows the document's file and lines puts them in.
    """
    known = capacities(mapping, catalogue, question)
    found: list[Finding] = []
    for number, staffing in enumerate(mapping.staffing):
        case = _Case(
            staffing=staffing,
            place=Place(mapping.unit.id, field=f"staffing[{number}]"),
            bands=tuple(known[staffing.role, band] for band in mapping.band_ids),
            mapping=mapping,
            staff=is_staff(staffing.role, catalogue),
        )
        for check in CHECKS:
            found.extend(check(case))
    return tuple(found)


def _support_full(case: _Case) -> Iterator[Finding]:
    if case.staffing.support_share >= 1:
        yield case.told("workload.support_full", Severity.ERROR, share=case.staffing.support_share)


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


def _counted_twice(case: _Case) -> Iterator[Finding]:
    """Support time named as a task the same role does: told by equal names."""
    mine = [leaf for leaf in case.mapping.leaves if case.staffing.role in leaf.roles_today()]
    for support in case.staffing.support:
        twice = {leaf.task_id for leaf in mine if support in {leaf.task_id, *leaf.task.tags}}
        for task in sorted(twice):
            yield case.told("workload.counted_twice", Severity.WARNING, support=support, task=task)


def _sick_leave_too_few(case: _Case) -> Iterator[Finding]:
    own = case.staffing.absence.sick_share
    if own is not None and case.staffing.persons < PRIVACY_FLOOR:
        yield case.told("workload.sick_leave_too_few", Severity.WARNING, floor=PRIVACY_FLOOR)


CHECKS = (
    _support_full,
    _used_share,
    _no_hours,
    _overload,
    _roster_differs,
    _counted_twice,
    _sick_leave_too_few,
)
