"""Load per role and band, before and after, against the hours there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.model.capacity import Capacity
from taskmap.model.plan import BandLoad, Plan, RoleLoad
from taskmap.model.units import BandId, MinutesPerWeek, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, signed
from taskmap.present.table import Cell, Column, Table, table

WORDS = frozenset({"role", "band"})  # columns that hold words, not figures


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRow:
    """A role's week, or its hours in one band; minutes a week.

    Args:
        band: None for the whole week.
        before: mapped and other work today.
        after: the same in the plan.
        full: hours there are when support work is taken out.
        room: what a plan may fill.
    """

    role: RoleId
    role_name: str
    level: int
    band: BandId | None
    band_name: str
    before: MinutesPerWeek
    after: MinutesPerWeek
    full: MinutesPerWeek
    room: MinutesPerWeek

    @property
    def change(self) -> MinutesPerWeek:
        """What the plan adds or takes away."""
        return self.after - self.before


def load_rows(roles: Iterable[RoleLoad], speaker: Speaker, *, by_band: bool) -> tuple[LoadRow, ...]:
    """Rows per role, or per role and band, the highest level first.

    Other work of a partly mapped role stands on both sides: the hours it takes are not free.
    """
    ordered = sorted(roles, key=lambda load: (-load.level, speaker.role(load.role)))
    if by_band:
        return tuple(
            _row(load, band, speaker) for load in ordered for band in load.bands if _used(band)
        )
    return tuple(_row(load, None, speaker) for load in ordered)


def load_table(plan: Plan, speaker: Speaker, *, by_band: bool = True) -> Table:
    """Before and after as a table."""
    say, reader = speaker.reader.say, speaker.reader
    names = ["role", "level", *(["band"] if by_band else []), "before", "after", "change", "full"]
    columns = [
        *(Column(say(f"load.column.{name}"), figures=name not in WORDS) for name in names),
        Column(say("load.column.used_before"), figures=True),
        Column(say("load.column.used_after"), figures=True),
    ]
    rows = (
        (
            Cell(row.role_name, key=row.role),
            Cell(str(row.level), row.level),
            *((Cell(row.band_name, key=row.band),) if by_band else ()),
            Cell(reader.hours(row.before), row.before),
            Cell(reader.hours(row.after), row.after),
            Cell(signed(row.change, reader), row.change),
            Cell(reader.hours(row.full), row.full),
            _used_cell(row.before, row.full, speaker),
            _used_cell(row.after, row.full, speaker),
        )
        for row in load_rows(plan.roles, speaker, by_band=by_band)
    )
    return table(say("load.title"), columns, rows, summary(plan.roles, speaker))


def summary(roles: Iterable[RoleLoad], speaker: Speaker) -> str:
    """Who is relieved and who takes on, the largest changes by name."""
    reader = speaker.reader
    changes = [
        (load.total("plan") - load.total("baseline"), speaker.role_inside(load.role))
        for load in roles
    ]
    down = min(changes, default=(0, ""))
    up = max(changes, default=(0, ""))
    told = []
    if down[0] < 0:
        told.append(reader.say("load.relieved_most", role=down[1], hours=reader.hours(-down[0])))
    if up[0] > 0:
        told.append(reader.say("load.takes_most", role=up[1], hours=reader.hours(up[0])))
    return " ".join(map(capital, told)) or reader.say("load.unchanged")


def capacity_table(capacities: Mapping[tuple[RoleId, BandId], Capacity], speaker: Speaker) -> Table:
    """Hours asked for today against hours at hand, per role and band."""
    say, reader = speaker.reader.say, speaker.reader
    columns = [
        Column(say(f"load.column.{name}"), figures=name not in WORDS)
        for name in ("role", "band", "at_hand", "full", "mapped", "other", "used")
    ]
    rows = (
        (
            Cell(speaker.short_role(found.role), key=found.role),
            Cell(speaker.band(found.band), key=found.band),
            *(
                Cell(reader.hours(minutes), minutes)
                for minutes in (found.at_hand, found.full, found.load, found.other)
            ),
            _used_cell(found.load + found.other, found.full, speaker),
        )
        for found in sorted(capacities.values(), key=lambda c: _place(c, speaker))
        if found.at_hand or found.load
    )
    return table(say("load.capacity_title"), columns, rows)


def _place(found: Capacity, speaker: Speaker) -> tuple[int, str, int]:
    bands = speaker.mapping.band_ids
    return (-speaker.level(found.role), speaker.role(found.role), bands.index(found.band))


def _row(load: RoleLoad, band: BandLoad | None, speaker: Speaker) -> LoadRow:
    def minutes(name: str) -> MinutesPerWeek:
        return int(getattr(band, name)) if band else load.total(name)

    return LoadRow(
        role=load.role,
        role_name=speaker.short_role(load.role),
        level=load.level,
        band=band.band if band else None,
        band_name=speaker.band(band.band) if band else speaker.reader.say("word.whole_week"),
        before=minutes("baseline") + minutes("other"),
        after=minutes("plan") + minutes("other"),
        full=minutes("full"),
        room=minutes("room"),
    )


def _used(band: BandLoad) -> bool:
    return bool(band.full or band.baseline or band.plan or band.other)


def _used_cell(minutes: MinutesPerWeek, full: MinutesPerWeek, speaker: Speaker) -> Cell:
    if not full:
        return Cell(speaker.reader.plain(None))
    return Cell(speaker.reader.percent(minutes / full), minutes / full)
