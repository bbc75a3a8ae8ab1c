"""Hours asked of a unit, against the hours it has."""

from taskmap.workload.asked import load_today
from taskmap.workload.assumptions import assumptions
from taskmap.workload.capacity import capacities
from taskmap.workload.check import findings
from taskmap.workload.handover import handover_minutes, handovers
from taskmap.workload.reference import reference_role
from taskmap.workload.working import sick_share, working_time

__all__ = [
    "assumptions",
    "capacities",
    "findings",
    "handover_minutes",
    "handovers",
    "load_today",
    "reference_role",
    "sick_share",
    "working_time",
]
