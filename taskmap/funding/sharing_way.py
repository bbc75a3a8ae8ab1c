"""A shared role as another way of doing a task, written in the unit whose task hangs."""

from taskmap.funding.shared import Hangs
from taskmap.model.alternative import AlternativeKind
from taskmap.model.amount import Basis
from taskmap.model.edit import EditValue, SetField
from taskmap.model.leaf import Leaf
from taskmap.model.units import HoursPerWeek, RoleId, UnitId

_NAMED = "delt_"  # an id, not a word: a document's ids are not translated


def other_way(leaf: Leaf, role: RoleId, unit: UnitId, room: HoursPerWeek) -> SetField:
    """The edit that writes the other way: the task's own count and minutes, done elsewhere.

    The minutes are an estimate there, even where they were measured here, and hold no travel.

    Args:
        leaf: a whole task; one case has no way of its own.
        role: that would be shared.
        unit: that lends it.
        room: hours a week it has said it has.
    """
    id_, time = way_id(unit), leaf.minutes
    way: dict[str, EditValue] = {
        "id": id_,
        "kind": str(AlternativeKind.SHARE_BETWEEN_UNITS),
        "count": {band: round(n, 6) for band, n in leaf.count.items() if n > 0},
        "minutes": {
            "low": time.low, "likely": time.likely, "high": time.high,
            "basis": str(Basis.ESTIMATE),
        },
        "unit": unit,
        "unit_role": role,
        "unit_room": room,
    }  # fmt: skip
    if leaf.task.minutes_of is not None:
        way["minutes_of"] = leaf.task.minutes_of
    return SetField(leaf.task_id, ("alternatives", id_), way)


def lending(hangs: Hangs, leaf: Leaf) -> tuple[UnitId, ...]:
    """Units that could lend the role to a task and are not written as its other way already."""
    if leaf.case is not None:
        return ()
    written = {each.id for each in leaf.task.alternatives}
    return tuple(unit for unit in hangs.helpers if way_id(unit) not in written)


def way_id(unit: UnitId) -> str:
    """What the other way is called in the document."""
    return f"{_NAMED}{unit}"
