"""Today's division of a leaf, counted exactly: millionths of occurrences and whole minutes."""

from taskmap.model.leaf import Leaf
from taskmap.model.units import MILLION, BandId, MinutesPerWeek, RoleId


def millionths(leaf: Leaf, band: BandId) -> tuple[dict[RoleId, int], int]:
    """Shares of occurrences in a band by role, and the share nobody does, in millionths.

    They sum to a million exactly: what rounding down leaves goes to the largest remainders, on a
    tie by name, missed work last. A division that does not make 100 % within a thousandth is left
    as it stands; the document's checks refuse it.
    """
    shares = {role: share for role, share in leaf.today.get(band, {}).items() if share > 0}
    names = [*sorted(shares), None]
    exact = [
        share * MILLION for share in (*(shares[r] for r in sorted(shares)), _missed(leaf, band))
    ]
    whole = [int(x + 1e-6) for x in exact]
    short = MILLION - sum(whole)
    if 0 < short <= MILLION // 1000:
        by_remainder = sorted(range(len(names)), key=lambda i: (whole[i] - exact[i], i))
        takers = [i for i in by_remainder if exact[i] > 0] or by_remainder[:1]
        for turn in range(short):
            whole[takers[turn % len(takers)]] += 1
    return {r: n for r, n in zip(names, whole, strict=True) if r is not None}, whole[-1]


def _missed(leaf: Leaf, band: BandId) -> float:
    return leaf.missed.get(band, 0.0)


def minutes_today(leaf: Leaf, role: RoleId) -> MinutesPerWeek:
    """Minutes a week a role spends on a leaf today, rounded once, half up."""
    units = sum(
        leaf.whole_minutes(role, band) * millionths(leaf, band)[0].get(role, 0)
        for band in leaf.today
    )
    return whole(units)


def occurrences_today(leaf: Leaf, role: RoleId) -> float:
    """Occurrences a week a role does today."""
    return sum(
        n * leaf.today.get(band, {}).get(role, 0.0) for band, n in leaf.count.items() if n > 0
    )


def whole(units: int) -> MinutesPerWeek:
    """Millionths of minutes as whole minutes, half up."""
    return (units + MILLION // 2) // MILLION
