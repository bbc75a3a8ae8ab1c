"""The answer of ``taskmap wisn`` as a JSON object."""

from collections.abc import Iterable
from fractions import Fraction

from taskmap.model.pressure import PressureBands
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.model.wisn import Balance, StaffNeed
from taskmap.model.workload import Hire, PooledNeeds
from taskmap.present.exact.text import Object, number

SCHEMA = "taskmap/need/1"


def need_object(needs: Iterable[StaffNeed], pool: Balance | None = None) -> Object:
    """Every group's answer in the order asked, unrounded but for ``rounded``.

    Args:
        needs: of each group.
        pool: all groups as one, where that was asked for.
    """
    cases = [_need(need) for need in needs]
    pooled = {} if pool is None else {"pooled": balance_object(pool)}
    return {"schema": SCHEMA, "cases": cases, **pooled}


POOL_SCHEMA = "taskmap/pool/1"


def pool_object(found: PooledNeeds, bands: PressureBands) -> Object:
    """Several units' staff required as one, by role, by unit and over everything."""

    def told(one: Balance) -> Object:
        return {**balance_object(one), "pressure": bands.of(one.ratio).value}

    return {
        "schema": POOL_SCHEMA,
        "roles": [{"role": role, **told(one)} for role, one in found.roles.items()],
        "units": [{"unit": unit, **told(one)} for unit, one in found.units.items()],
        "pooled": told(found.whole),
        "hired": {
            "roles": [{"role": r, **hire_object(one)} for r, one in found.role_hires.items()],
            "areas": [{"setting": a.value, **hire_object(h)} for a, h in found.area_hires.items()],
            **hire_object(found.hire),
            "line": found.hired_line.share if found.hired_line else None,
            "line_source": found.hired_line.source if found.hired_line else None,
        },
        "left_out": [{"unit": u, "roles": list(roles)} for u, roles in found.left_out.items()],
        "few": [{"unit": u, "roles": list(roles)} for u, roles in found.few.items()],
        "floor": PRIVACY_FLOOR,
        "invented": list(found.invented),
    }


def hire_object(hire: Hire) -> Object:
    """Hired part of hours and of cost, and overtime, as shares."""
    return {
        "of_hours": number(hire.of_hours),
        "of_cost_at_least": number(hire.of_cost),
        "overtime_of_hours": number(hire.overtime_of_hours),
    }


def balance_object(balance: Balance) -> Object:
    """Staff there are against staff required."""
    return {
        "current": float(balance.current),
        "required": float(balance.required),
        "difference": float(balance.difference),
        "ratio": _maybe(balance.ratio),
    }


def _need(need: StaffNeed) -> Object:
    return {
        "id": need.id,
        "required": float(need.required),
        "rounded": need.rounded,
        "caf": float(need.caf),
        "iaf": float(need.iaf),
        "difference": float(need.difference),
        "ratio": _maybe(need.ratio),
    }


def _maybe(figure: Fraction | None) -> float | None:
    return None if figure is None else float(figure)
