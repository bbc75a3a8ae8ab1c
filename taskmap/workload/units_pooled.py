"""Staff required in several units counted as one."""

from collections.abc import Mapping

from taskmap.model.units import RoleId, UnitId
from taskmap.model.wisn import Balance
from taskmap.model.workload import PooledNeeds, Workload
from taskmap.workload.wisn import pooled


def units_pooled(found: Mapping[UnitId, Workload], invented: tuple[UnitId, ...]) -> PooledNeeds:
    """All that are there against all that are required, by role, by unit and over everything.

    Roles that a unit has mapped in part are left out on both sides and named: their mapped work
    is not all their work. Never the mean of ratios (method, section 2).

    Args:
        found: workload of each unit that is counted.
        invented: examples that were asked for beside real units, and are not counted.

    Example: 1 of 2 required in one unit and 18 of 18 in another are 19 of 20: 0.95.
    """
    of_unit: dict[UnitId, list[Balance]] = {}
    of_role: dict[RoleId, list[Balance]] = {}
    left_out: dict[UnitId, tuple[RoleId, ...]] = {}
    for unit, workload in found.items():
        counted = [need for need in workload.needs if need.id not in workload.partial]
        of_unit[unit] = [*counted]
        for need in counted:
            of_role.setdefault(str(need.id), []).append(need)
        partly = tuple(str(n.id) for n in workload.needs if n.id in workload.partial)
        if partly:
            left_out[unit] = partly
    return PooledNeeds(
        roles={role: pooled(some) for role, some in of_role.items()},
        units={unit: pooled(some) for unit, some in of_unit.items()},
        whole=pooled(one for some in of_unit.values() for one in some),
        left_out=left_out,
        invented=invented,
    )
