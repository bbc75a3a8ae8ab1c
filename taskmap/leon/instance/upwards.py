"""Work moves up only to put something right."""

from collections.abc import Mapping as MappingOf

from taskmap.leon.breaches import breaching
from taskmap.model.capacity import Capacity
from taskmap.model.leaf import Leaf
from taskmap.model.ruling import Rulings
from taskmap.model.units import BandId, RoleId


def only_upwards(
    leaf: Leaf,
    role: RoleId,
    price: MappingOf[RoleId, int],
    rulings: Rulings,
    capacities: MappingOf[tuple[RoleId, BandId], Capacity],
) -> bool:
    """Whether growing here would mean work moving up with nothing to put right.

    Why: a plan may find it pays to send a nurse's talks to the doctor for the room it leaves the
    nurse. No ward would, and nobody asked for it. Putting a breach right, taking up what is not
    done and relieving those above their hours are reasons; making room is none.
    Another way of doing a task is measured by those who do the task today.
    Example: talks held by nurses and helpers: the nurse may take more, the doctor may not.
    """
    if role in leaf.before or (leaf.alternative is not None and not leaf.before):
        return False
    others = (leaf.roles_today() | leaf.before) - {role}
    if any(price[other] >= price[role] for other in others):
        return False
    return not (
        any(share > 0 for band, share in leaf.missed.items() if leaf.count.get(band))
        or any(breaching(rulings[leaf.id, other]) for other in others)
        or any(_above(capacities[other, band]) for other in others for band in _when(leaf, other))
    )


def _when(leaf: Leaf, role: RoleId) -> list[BandId]:
    return [b for b, n in leaf.count.items() if n > 0 and leaf.today.get(b, {}).get(role, 0.0) > 0]


def _above(capacity: Capacity) -> bool:
    return capacity.load + capacity.other > capacity.full
