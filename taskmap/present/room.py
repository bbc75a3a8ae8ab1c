"""Load today against the room there is, per role and per part of the week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.model.capacity import Capacity
from taskmap.model.units import BandId, MinutesPerWeek, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, in_one_unit
from taskmap.present.table import Cell, Column, Table, table

Capacities = Mapping[tuple[RoleId, BandId], Capacity]
UNITS = {
    "role": "",
    "band": "",
    "before": "minutes",
    "room": "minutes",
    "full": "minutes",
    "used_before": "share",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRow:
    """A role's week, or its hours in one part of it; minutes a week.

    Args:
        band: None for the whole week.
        load: mapped and other work today.
        room: what may be filled.
        full: hours there are when support work is taken out.
    """

    role: RoleId
    band: BandId | None
    load: MinutesPerWeek
    room: MinutesPerWeek
    full: MinutesPerWeek

    @property
    def over(self) -> bool:
        """More work than there is room for."""
        return self.load > self.room

    @property
    def used(self) -> float | None:
        """Part of the full hours that is used; None without hours."""
        return self.load / self.full if self.full else None


def rows(capacities: Capacities, speaker: Speaker, *, by_band: bool) -> tuple[RoomRow, ...]:
    """Rows per role, or per role and part of the week, the highest level first."""
    roles = sorted({role for role, _ in capacities}, key=lambda r: (-speaker.level(r), r))
    bands = speaker.mapping.band_ids
    parts = [[band] for band in bands] if by_band else [list(bands)]
    found = (_row(role, part, capacities, by_band=by_band) for role in roles for part in parts)
    return tuple(row for row in found if row.load or row.full)


def room_table(capacities: Capacities, speaker: Speaker) -> Table:
    """Every role in every part of the week in which it has hours or work."""
    found = rows(capacities, speaker, by_band=True)
    reader = speaker.reader
    written = in_one_unit([row.full for row in found], reader)
    columns = [
        Column(reader.say(f"load.column.{name}"), figures=unit != "", unit=unit)
        for name, unit in UNITS.items()
    ]
    drawn = (
        (
            Cell(speaker.short_role(row.role), key=row.role),
            Cell(speaker.band(row.band) if row.band else "", key=row.band),
            *(Cell(written(n), n) for n in (row.load, row.room, row.full)),
            Cell(reader.plain(None) if row.used is None else reader.percent(row.used), row.used),
        )
        for row in found
    )
    return table(reader.say("load.room_title"), columns, drawn, summary(capacities, speaker))


def summary(capacities: Capacities, speaker: Speaker) -> str:
    """Where there is more work than room, role by role."""
    over = [row for row in rows(capacities, speaker, by_band=True) if row.over]
    if not over:
        return speaker.reader.say("load.room_enough")
    told = speaker.reader.list(_over(role, over, speaker) for role in _roles(over))
    return capital(speaker.reader.say("load.room_over", roles=told))


def _over(role: RoleId, over: Iterable[RoomRow], speaker: Speaker) -> str:
    bands = speaker.bands(row.band for row in over if row.role == role and row.band)
    return f"{speaker.role_inside(role)} ({bands})"


def _roles(found: Iterable[RoomRow]) -> list[RoleId]:
    return list(dict.fromkeys(row.role for row in found))


def _row(role: RoleId, bands: list[BandId], capacities: Capacities, *, by_band: bool) -> RoomRow:
    here = [capacities[role, band] for band in bands if (role, band) in capacities]
    return RoomRow(
        role=role,
        band=bands[0] if by_band else None,
        load=sum(c.load + c.other for c in here),
        room=sum(c.room for c in here),
        full=sum(c.full for c in here),
    )
