"""What was assumed about hours where the mapping is silent."""

from collections.abc import Callable

from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Note
from taskmap.model.staffing import Staffing
from taskmap.workload.reference import reference_role
from taskmap.workload.working import sick_share


def assumptions(mapping: Mapping, catalogue: Catalogue) -> tuple[Note, ...]:
    """The assumptions that hold for this mapping, one note a kind."""
    told = (
        _factors(mapping, catalogue),
        _sick_leave(mapping, catalogue),
        _roles("workload.profile_usual", mapping, catalogue, _no_profile),
        _hours_assumed(mapping),
        _roles("workload.bands_as_work", mapping, catalogue, _no_bands),
        _roles("workload.partial", mapping, catalogue, _partial),
    )
    return tuple(note for note in told if note is not None)


def _factors(mapping: Mapping, catalogue: Catalogue) -> Note | None:
    """How many tasks take some other role's minutes to be the same."""
    tasks = {
        leaf.task_id
        for leaf in mapping.leaves
        for staffing in mapping.staffing
        if staffing.role != reference_role(leaf, catalogue)
        and staffing.role not in leaf.task.factors
    }
    return Note("workload.factor_one", {"tasks": len(tasks)}) if tasks else None


def _sick_leave(mapping: Mapping, catalogue: Catalogue) -> Note | None:
    """Roles that are counted with the catalogue's published figure."""
    published = [
        (staffing.role, *sick_share(staffing, mapping, catalogue))
        for staffing in mapping.staffing
        if catalogue.is_staff(staffing.role)
    ]
    roles = tuple(role for role, _, source in published if source not in {"role", "unit"})
    if not roles:
        return None
    default = catalogue.default_sick_leave
    return Note(
        "workload.sick_leave_published",
        {"share": default.share, "source": default.source, "roles": roles},
    )


def _hours_assumed(mapping: Mapping) -> Note | None:
    """Roles whose rostered hours are assumed, and the hours of all of them."""
    found = mapping.hours_assumed
    values = {"roles": tuple(found), "hours": sum(found.values())}
    return Note("workload.hours_assumed", values) if found else None


def _roles(
    code: str, mapping: Mapping, catalogue: Catalogue, holds: Callable[[Staffing, Mapping], bool]
) -> Note | None:
    roles = tuple(
        staffing.role
        for staffing in mapping.staffing
        if catalogue.is_staff(staffing.role) and holds(staffing, mapping)
    )
    return Note(code, {"roles": roles}) if roles else None


def _no_profile(staffing: Staffing, _: Mapping) -> bool:
    return staffing.hours_profile is None and staffing.rostered is None


def _no_bands(staffing: Staffing, mapping: Mapping) -> bool:
    several = len(mapping.bands) > 1
    return several and not staffing.band_shares and staffing.rostered is None


def _partial(staffing: Staffing, _: Mapping) -> bool:
    return not staffing.complete
