"""Staff required in several units counted as one."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from taskmap.model.unit import Setting, Unit
from taskmap.model.units import RoleId, UnitId
from taskmap.model.wisn import Balance
from taskmap.model.workload import PooledNeeds, Posts, Workload, hire_of
from taskmap.workload.wisn import pooled


def units_pooled(
    found: Mapping[UnitId, Workload],
    units: Mapping[UnitId, Unit],
    invented: tuple[UnitId, ...] = (),
    few: Mapping[UnitId, Collection[RoleId]] | None = None,
) -> PooledNeeds:
    """All that are there against all that are required, by role, by unit and over everything.

    Roles that a unit has mapped in part are left out on both sides and named: their mapped work
    is not all their work. So are roles whose figures would tell about few people, with their hire
    and overtime. Never the mean of ratios (method, section 2).

    Args:
        found: workload of each unit that is counted.
        units: their kind of service and country; kroner and kronor are not added up.
        invented: examples that were asked for beside real units, and are not counted.
        few: roles of each unit that would tell about few people.

    Example: 1 of 2 required in one unit and 18 of 18 in another are 19 of 20: 0.95.
    """
    of_unit: dict[UnitId, list[Balance]] = {}
    of_role: dict[RoleId, list[Balance]] = {}
    left_out: dict[UnitId, tuple[RoleId, ...]] = {}
    told = {unit: _told(workload, (few or {}).get(unit, ())) for unit, workload in found.items()}
    for unit, workload in told.items():
        counted = [need for need in workload.needs if need.id not in workload.partial]
        of_unit[unit] = [*counted]
        for need in counted:
            of_role.setdefault(str(need.id), []).append(need)
        partly = tuple(str(n.id) for n in workload.needs if n.id in workload.partial)
        if partly:
            left_out[unit] = partly
    lines = {workload.hired_line for workload in found.values()}
    return PooledNeeds(
        **_hires(told, units),
        hired_line=next(iter(lines)) if len(lines) == 1 else None,
        roles={role: pooled(some) for role, some in of_role.items()},
        units={unit: pooled(some) for unit, some in of_unit.items()},
        whole=pooled(one for some in of_unit.values() for one in some),
        left_out=left_out,
        few={unit: roles for unit in found if (roles := _named(found[unit], told[unit]))},
        invented=invented,
    )


def _told(workload: Workload, few: Collection[RoleId]) -> Workload:
    """A workload without the roles that would tell about few people."""
    needs = tuple(need for need in workload.needs if need.id not in few)
    posts = tuple(one for one in workload.posts if one.role not in few)
    return replace(workload, needs=needs, posts=posts)


def _named(whole: Workload, told: Workload) -> tuple[RoleId, ...]:
    """Roles that one has and the other has not, in the document's order."""
    there = {one.role for one in told.posts}
    return tuple(one.role for one in whole.posts if one.role not in there)


def _hires(found: Mapping[UnitId, Workload], units: Mapping[UnitId, Unit]) -> dict[str, Any]:
    """Hired hours and overtime by role, by kind of service, and of everyone."""
    of_role: dict[RoleId, list[Posts]] = {}
    of_area: dict[Setting, list[Posts]] = {}
    one_currency = len({units[unit].country for unit in found}) == 1
    for unit, workload in found.items():
        posts = [one if one_currency else replace(one, hourly_cost=None) for one in workload.posts]
        of_area.setdefault(units[unit].setting, []).extend(posts)
        for one in posts:
            of_role.setdefault(one.role, []).append(one)
    return {
        "role_hires": {role: hire_of(some) for role, some in of_role.items()},
        "area_hires": {area: hire_of(some) for area, some in of_area.items()},
        "hire": hire_of(one for some in of_role.values() for one in some),
    }
