"""Who has the work that wears: minutes with marks of strain by role and band."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf

from taskmap.model.catalogue import Catalogue
from taskmap.model.exposure import Exposure
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.strain import Strain
from taskmap.model.today import millionths, whole
from taskmap.model.units import BandId, LeafId, RoleId

Shares = MappingOf[LeafId, MappingOf[BandId, MappingOf[RoleId, int]]]
Done = tuple[Leaf, RoleId, BandId, int]  # with millionths of minutes a week
Key = tuple[RoleId, BandId]


def weights(mapping: Mapping, catalogue: Catalogue) -> dict[Strain, float]:
    """What each mark weighs: the unit's own figure, else the catalogue's."""
    known = {mark.id: mark.weight for mark in catalogue.strain.values()}
    return known | dict(mapping.strain_weights)


def exposures(
    mapping: Mapping, catalogue: Catalogue, shares: Shares | None = None
) -> tuple[Exposure, ...]:
    """Every role's minutes with marks in every band where it has any, in the document's order.

    Counted is the work itself, not supervision, training or hand-over: they are done beside it.
    Work with two marks stands under both, once in ``marked``, and is weighed by their sum.

    Args:
        mapping: the unit.
        catalogue: gives default weights.
        shares: a plan's, in millionths by leaf, band and role; None: as it is today.

    Example: 60 minutes marked heavy_lifting (weight 1) and alone (1): 60 under each, 60 marked,
    120 weighed.
    """
    weigh = weights(mapping, catalogue)
    by_mark: dict[Key, Counter[Strain]] = defaultdict(Counter)
    marked: Counter[Key] = Counter()
    weighed: dict[Key, float] = defaultdict(float)
    for leaf, role, band, units in _done(mapping, shares):
        marked[role, band] += units
        weighed[role, band] += units * sum(weigh.get(mark, 1.0) for mark in leaf.task.strain)
        for mark in leaf.task.strain:
            by_mark[role, band][mark] += units
    return tuple(
        Exposure(
            role=staffing.role,
            band=band,
            minutes={mark: whole(by_mark[staffing.role, band][mark]) for mark in Strain},
            marked=whole(marked[staffing.role, band]),
            weighed=round(weighed[staffing.role, band] / 1_000_000, 6),
        )
        for staffing in mapping.staffing
        for band in mapping.band_ids
        if marked[staffing.role, band]
    )


def _done(mapping: Mapping, shares: Shares | None) -> Iterator[Done]:
    for leaf in _leaves(mapping, shares):
        for band in mapping.band_ids:
            if leaf.task.strain and leaf.count.get(band, 0.0) > 0:
                for role, share in _shares(leaf, band, shares).items():
                    yield leaf, role, band, leaf.whole_minutes(role, band) * share


def _leaves(mapping: Mapping, shares: Shares | None) -> Iterable[Leaf]:
    """Today's leaves; in a plan also those of other ways, which have shares only where taken."""
    if shares is None:
        return mapping.leaves
    ways = (way.here for way in mapping.other_ways)
    return (*mapping.leaves, *(leaf for leaf in ways if leaf is not None))


def _shares(leaf: Leaf, band: BandId, shares: Shares | None) -> MappingOf[RoleId, int]:
    if shares is None:
        return millionths(leaf, band)[0]
    return shares.get(leaf.id, {}).get(band, {})
