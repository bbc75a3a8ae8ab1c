"""What passing a patient on within a chain takes of the week, and who bears it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.task import Chain
from taskmap.model.today import millionths
from taskmap.model.units import BandId, MinutesPerWeek, RoleId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A chain whose roles hand over to each other.

    Args:
        chain: its id.
        tasks: that follow each other.
        minutes: a week in each band, for every role beyond the first.
        order: all roles; of those who take part, the foremost is the first.
    """

    chain: str
    tasks: frozenset[TaskId]
    minutes: MappingOf[BandId, MinutesPerWeek]
    order: tuple[RoleId, ...]


def handovers(mapping: Mapping) -> tuple[Handover, ...]:
    """The chains that may split and whose hand-overs take time.

    Each role beyond the first is told of the patient by those before it, and spends the chain's
    minutes on it for each patient: as many as the largest count of a task in the chain (method,
    section 4). The first is whoever does most of the chain today; then the larger role.

    Example: washing and dressing are one nurse's; the helper takes the dressing. 14 mornings of
    2 minutes: 28 minutes a week, the helper's.
    """
    return tuple(
        Handover(
            chain=chain.id,
            tasks=frozenset(chain.tasks),
            minutes={band: _minutes(mapping, chain, band) for band in mapping.band_ids},
            order=_order(mapping, chain),
        )
        for chain in mapping.chains
        if chain.handover_minutes > 0 and not chain.keep_together
    )


def handover_minutes(mapping: Mapping, chain: Chain) -> MinutesPerWeek:
    """Minutes a week of one role more that takes part in the chain in every band."""
    return sum(_minutes(mapping, chain, band) for band in mapping.band_ids)


def handover_today(mapping: Mapping) -> Iterator[tuple[RoleId, BandId, MinutesPerWeek]]:
    """Minutes of hand-over each role has today."""
    for handover in handovers(mapping):
        leaves = [leaf for leaf in mapping.leaves if leaf.task_id in handover.tasks]
        for band, minutes in handover.minutes.items():
            there = {role for leaf in leaves for role in _hands(leaf, band)}
            for role in [role for role in handover.order if role in there][1:]:
                yield role, band, minutes


def _hands(leaf: Leaf, band: BandId) -> set[RoleId]:
    if leaf.count.get(band, 0.0) <= 0:
        return set()
    return {role for role, share in millionths(leaf, band)[0].items() if share}


def _minutes(mapping: Mapping, chain: Chain, band: BandId) -> MinutesPerWeek:
    counts: dict[TaskId, float] = defaultdict(float)
    for leaf in mapping.leaves:
        if leaf.task_id in chain.tasks:
            counts[leaf.task_id] += leaf.count.get(band, 0.0)
    exact = max(counts.values(), default=0.0) * chain.handover_minutes
    return max(1, int(exact + 0.5)) if exact > 0 else 0


def _order(mapping: Mapping, chain: Chain) -> tuple[RoleId, ...]:
    minutes: Counter[RoleId] = Counter()
    for leaf in mapping.leaves:
        if leaf.task_id in chain.tasks:
            for band in mapping.band_ids:
                for role, share in millionths(leaf, band)[0].items():
                    minutes[role] += leaf.whole_minutes(role, band) * share
    ranked = sorted(
        mapping.staffing, key=lambda s: (-minutes[s.role], -s.filled, -s.persons, s.role)
    )
    return tuple(staffing.role for staffing in ranked)
