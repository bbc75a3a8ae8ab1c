"""Hours asked of a unit, against the hours it has."""

from taskmap.model.allowance import AvailableTime, Per, allowance_hours, allowance_share
from taskmap.model.standard import Standard, unit_hours
from taskmap.workload.asked import load_today
from taskmap.workload.assumptions import assumptions
from taskmap.workload.capacity import capacities
from taskmap.workload.check import findings
from taskmap.workload.handover import handover_minutes, handovers
from taskmap.workload.limits import limits_passed
from taskmap.workload.picture import picture
from taskmap.workload.reference import reference_role
from taskmap.workload.strain import exposures, weights
from taskmap.workload.units_pooled import units_pooled
from taskmap.workload.wisn import pooled, staff_need, whole_persons
from taskmap.workload.working import sick_share, working_time

__all__ = [
    "AvailableTime",
    "Per",
    "Standard",
    "allowance_hours",
    "allowance_share",
    "assumptions",
    "capacities",
    "exposures",
    "findings",
    "handover_minutes",
    "handovers",
    "limits_passed",
    "load_today",
    "picture",
    "pooled",
    "reference_role",
    "sick_share",
    "staff_need",
    "unit_hours",
    "units_pooled",
    "weights",
    "whole_persons",
    "working_time",
]
