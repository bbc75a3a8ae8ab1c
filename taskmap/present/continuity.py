"""What a plan does to whom a patient meets, and to the mix of professions, before and after."""

from collections.abc import Iterable, Mapping

from taskmap.model.leaf import Leaf
from taskmap.model.plan import Plan
from taskmap.model.today import millionths
from taskmap.model.units import BandId, RoleId
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table

Shares = Mapping[BandId, Mapping[RoleId, int]]


def faces_table(plan: Plan, speaker: Speaker) -> Table:
    """Roles a patient meets along each chain, before and after."""
    say, reader = speaker.reader.say, speaker.reader
    columns = [
        Column(say(f"continuity.column.{name}"), figures=name != "chain")
        for name in ("chain", "before", "after")
    ]
    rows = []
    for chain in speaker.mapping.chains:
        leaves = [leaf for leaf in speaker.mapping.leaves if leaf.task_id in chain.tasks]
        before = len(_roles(leaves, {leaf.id: today(leaf) for leaf in leaves}))
        after = len(_roles(leaves, plan.shares))
        rows.append(
            (
                Cell(chain.name, key=chain.id),
                Cell(reader.number(before), before),
                Cell(reader.number(after), after),
            )
        )
    more = sum((row[2].value or 0) > (row[1].value or 0) for row in rows)
    told = say("continuity.more", n=more) if more else say("continuity.no_more")
    return table(say("continuity.title"), columns, rows, told if rows else "")


def mix_table(plan: Plan, speaker: Speaker) -> Table:
    """Share of the task hours that registered professionals do, by band, before and after."""
    say = speaker.reader.say
    columns = [
        Column(say(f"continuity.column.{name}"), figures=name != "band")
        for name in ("band", "before", "after")
    ]
    rows = [
        (
            Cell(speaker.band(band), key=band),
            _registered(plan, band, "baseline", speaker),
            _registered(plan, band, "plan", speaker),
        )
        for band in speaker.mapping.band_ids
    ]
    return table(say("continuity.mix"), columns, rows, say("continuity.mix_how"))


def today(leaf: Leaf) -> Shares:
    """Today's shares in millionths, as a plan has them."""
    return {band: millionths(leaf, band)[0] for band in leaf.count}


def _roles(leaves: Iterable[Leaf], shares: Mapping[str, Shares]) -> frozenset[RoleId]:
    return frozenset(
        role
        for leaf in leaves
        for band, found in shares.get(leaf.id, today(leaf)).items()
        if leaf.count.get(band, 0.0) > 0
        for role, share in found.items()
        if share > 0
    )


def _registered(plan: Plan, band: BandId, when: str, speaker: Speaker) -> Cell:
    """Registered professionals' share of what the staff's tasks take."""
    staff = {
        load.role: getattr(one, when)
        for load in plan.roles
        if not speaker.is_outside(load.role)
        for one in load.bands
        if one.band == band
    }
    whole = sum(staff.values())
    if not whole:
        return Cell(speaker.reader.plain(None))
    known = speaker.catalogue.roles
    registered = sum(n for role, n in staff.items() if role in known and known[role].registered)
    return Cell(speaker.reader.percent(registered / whole), registered / whole)
