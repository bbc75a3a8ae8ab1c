"""Minutes of mapped work today, by role and band."""

from collections import Counter

from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.task import Supervision
from taskmap.model.today import millionths, whole
from taskmap.model.units import MILLION, BandId, MinutesPerWeek, RoleId
from taskmap.workload.handover import handover_today


def load_today(mapping: Mapping) -> dict[tuple[RoleId, BandId], MinutesPerWeek]:
    """Minutes a week each role in the staffing spends on mapped work in each band.

    Summed in millionths of minutes and rounded once, half up. Supervision counts where the
    document names the role supervised (``of``), that role does the task today, and no number of
    weeks ends it; supervision of "whoever newly does it" comes with a move. Hand-overs count.
    """
    units: Counter[tuple[RoleId, BandId]] = Counter()
    for leaf in mapping.leaves:
        for band in mapping.band_ids:
            if leaf.count.get(band, 0.0) > 0:
                _add(units, leaf, band)
    for role, band, minutes in handover_today(mapping):
        units[role, band] += minutes * MILLION
    return {
        (staffing.role, band): whole(units[staffing.role, band])
        for staffing in mapping.staffing
        for band in mapping.band_ids
    }


def _add(units: Counter[tuple[RoleId, BandId]], leaf: Leaf, band: BandId) -> None:
    shares, _ = millionths(leaf, band)
    for role, share in shares.items():
        units[role, band] += leaf.whole_minutes(role, band) * share
        for supervision in lasting(leaf, role):
            units[supervision.by, band] += supervised_minutes(leaf, supervision, band) * share


def lasting(leaf: Leaf, role: RoleId) -> tuple[Supervision, ...]:
    """Supervision that never ends and is named for this role."""
    return tuple(s for s in leaf.task.supervision if s.of == role != s.by and s.weeks is None)


def supervised_minutes(leaf: Leaf, supervision: Supervision, band: BandId) -> MinutesPerWeek:
    """Minutes a week if every occurrence in the band were supervised; rounded like the work."""
    exact = leaf.count.get(band, 0.0) * supervision.minutes
    return max(1, int(exact + 0.5)) if exact > 0 else 0
