"""A plan with one of its moves alone: what that move does to loads, shares and skill mix."""

from collections.abc import Mapping as MappingOf
from dataclasses import replace

from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import BandLoad, Mix, Move, Plan, RoleLoad
from taskmap.model.today import millionths
from taskmap.model.units import MILLION, BandId, LeafId, MinutesPerWeek, RoleId, Share

Shares = dict[LeafId, MappingOf[BandId, MappingOf[RoleId, int]]]


def alone(plan: Plan, move: Move, mapping: Mapping, catalogue: Catalogue) -> Plan:
    """The plan as if this move were all of it; everything else stays as it is today.

    Loads are today's and the move's own part of the change (``Move.loads``), so that all moves
    and alternatives told one by one make the whole plan. Training and hand-overs that several
    moves share are divided over them as the plan tells them (method, section 5).

    Example: of 300 minutes more in the evening 120 are this move's: today's load and 120.
    """
    roles = _roles(plan, move)
    return replace(
        plan,
        moves=(move,),
        alternatives=(),
        breaches=tuple(breach for breach in plan.breaches if breach.leaf == move.leaf),
        trainings=move.training,
        roles=roles,
        shares=_shares(move, mapping),
        mixes=_mixes(plan.mixes, roles, catalogue),
    )


def _roles(plan: Plan, move: Move) -> tuple[RoleLoad, ...]:
    change = {(one.role, one.band): one.minutes for one in move.loads}

    def changed(role: RoleId, band: BandLoad) -> BandLoad:
        return replace(band, plan=band.baseline + change.get((role, band.band), 0))

    return tuple(
        replace(load, bands=tuple(changed(load.role, band) for band in load.bands))
        for load in plan.roles
    )


def _shares(move: Move, mapping: Mapping) -> Shares:
    """Today's division of every leaf, and of the move's own leaf what the move makes of it."""
    found: Shares = {
        leaf.id: {
            band: millionths(leaf, band)[0]
            for band in mapping.band_ids
            if leaf.count.get(band, 0.0) > 0
        }
        for leaf in mapping.leaves
    }
    leaf, bands = mapping.by_leaf[move.leaf], dict(found[move.leaf])
    for part in move.bands:
        moved = round(part.occurrences / leaf.count[part.band] * MILLION)
        shares = dict(bands[part.band])
        if move.giver is not None:
            shares[move.giver] = max(0, shares.get(move.giver, 0) - moved)
        shares[move.receiver] = shares.get(move.receiver, 0) + moved
        bands[part.band] = shares
    return found | {move.leaf: bands}


def _mixes(
    mixes: tuple[Mix, ...], roles: tuple[RoleLoad, ...], catalogue: Catalogue
) -> tuple[Mix, ...]:
    """Registered professionals' part of the work with the move; who is present stays."""
    staff = [load for load in roles if catalogue.is_staff(load.role)]

    def share(band: BandId) -> Share:
        total = sum(_after(load, band) for load in staff)
        ours = sum(_after(load, band) for load in staff if catalogue.roles[load.role].registered)
        return round(ours / total, 6) if total else 0.0

    return tuple(
        replace(mix, work_after=share(mix.band), present_after=mix.present_before) for mix in mixes
    )


def _after(load: RoleLoad, band: BandId) -> MinutesPerWeek:
    return sum(one.plan for one in load.bands if one.band == band)
