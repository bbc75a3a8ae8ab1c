"""Available working time and sick leave of a role in its unit."""

from taskmap.model.capacity import WorkingTime
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.staffing import Staffing
from taskmap.model.units import Share
from taskmap.model.working import sick_leave_of, time_at_work


def working_time(staffing: Staffing, mapping: Mapping, catalogue: Catalogue) -> WorkingTime:
    """What is left of a working year when leave, sickness, other absence and training are out."""
    return time_at_work(staffing, mapping.sick_share, catalogue)


def sick_share(staffing: Staffing, mapping: Mapping, catalogue: Catalogue) -> tuple[Share, str]:
    """Sick leave that counts for a role, and whose figure it is: "role", "unit" or a source id."""
    return sick_leave_of(staffing, mapping.sick_share, catalogue)
