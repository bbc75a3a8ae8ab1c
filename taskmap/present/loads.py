"""Load per role and band, before and after, against the hours there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.plan import BandLoad, Plan, RoleLoad
from taskmap.model.units import BandId, MinutesPerWeek, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import VISIBLE, capital, in_one_unit, signed
from taskmap.present.table import Cell, Column, Table, table

WORDS = frozenset({"role", "band"})  # columns that hold words, not figures
HOURS = frozenset({"before", "after", "change", "full"})


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
    say = speaker.reader.say
    names = ["role", "level", *(["band"] if by_band else []), "before", "after", "change", "full"]
    columns = [
        *(
            Column(
                say(f"load.column.{name}"),
                figures=name not in WORDS,
                unit="minutes" if name in HOURS else "",
            )
            for name in names
        ),
        Column(say("load.column.used_before"), figures=True, unit="share"),
        Column(say("load.column.used_after"), figures=True, unit="share"),
    ]
    found = load_rows(plan.roles, speaker, by_band=by_band)
    written = in_one_unit([row.full for row in found], speaker.reader)
    rows = (
        (
            Cell(row.role_name, key=row.role),
            Cell(str(row.level), row.level),
            *((Cell(row.band_name, key=row.band),) if by_band else ()),
            Cell(written(row.before), row.before),
            Cell(written(row.after), row.after),
            Cell(signed(row.change, written), row.change),
            Cell(written(row.full), row.full),
            _used_cell(row.before, row.full, speaker),
            _used_cell(row.after, row.full, speaker),
        )
        for row in found
    )
    return table(say("load.title"), columns, rows, summary(plan.roles, speaker))


def summary(roles: Iterable[RoleLoad], speaker: Speaker) -> str:
    """Who is relieved and who takes on, the largest changes by name."""
    found = tuple(roles)
    down = min(found, key=_change, default=None)
    told = [most_new_work(found, speaker)]
    if down is not None and _change(down) < 0:
        role, hours = speaker.role_inside(down.role), speaker.reader.hours(-_change(down))
        told.insert(0, capital(speaker.reader.say("load.relieved_most", role=role, hours=hours)))
    return " ".join(filter(None, told)) or speaker.reader.say("load.unchanged")


def most_new_work(roles: Iterable[RoleLoad], speaker: Speaker) -> str:
    """Who gets most more to do, and how much of the time is used then; empty for nobody."""
    up = max(roles, key=_change, default=None)
    if up is None or _change(up) <= 0:
        return ""
    full, reader = up.total("full"), speaker.reader
    values = {"role": speaker.role_inside(up.role), "hours": reader.hours(_change(up))}
    if not full:
        return capital(reader.say("load.takes_most", **values))
    used = reader.percent((up.total("plan") + up.total("other")) / full)
    return capital(reader.say("load.takes_most_used", used=used, **values))


def caution(roles: Iterable[RoleLoad], speaker: Speaker) -> str:
    """Whom to ask when most new work goes to the lowest level of the staff; else empty."""
    staff = [load for load in roles if not speaker.is_outside(load.role)]
    up = max(staff, key=_change, default=None)
    levels = {load.level for load in staff}
    if up is None or _change(up) <= 0 or len(levels) < 2 or up.level > min(levels):
        return ""
    return speaker.reader.say("load.caution_lowest")


def above_room(roles: Iterable[RoleLoad], speaker: Speaker) -> str:
    """Who would get more than there is room for, and where; empty where all of it fits."""
    say, reader = speaker.reader.say, speaker.reader
    told = (
        say(
            "load.above_room",
            role=speaker.role_inside(load.role),
            band=speaker.band(band.band),
            hours=reader.hours(band.plan - most),
        )
        for load in roles
        for band in load.bands
        if band.plan - (most := max(band.room - band.other, band.baseline)) >= VISIBLE
    )
    return reader.list(told)


def ceilings(plan: Plan, speaker: Speaker) -> str:
    """The general ceiling and who has another, where somebody of the staff has; else empty."""
    say, reader = speaker.reader.say, speaker.reader
    staff = [s for s in speaker.mapping.staffing if not speaker.is_outside(s.role)]
    own = [s for s in staff if s.ceiling is not None]
    dedicated = [s.role for s in staff if s.dedicated and s.ceiling is None]
    if not own and not dedicated:
        return ""
    lines = [say("load.ceiling", share=reader.percent(plan.question.staff_ceiling))]
    if dedicated:
        lines.append(say("load.ceiling_dedicated", roles=speaker.roles(dedicated)))
    if own:
        told = (f"{speaker.role_inside(s.role)} {reader.percent(s.ceiling or 0)}" for s in own)
        lines.append(say("load.ceiling_own", roles=reader.list(told)))
    return " ".join(lines)


def _change(load: RoleLoad) -> MinutesPerWeek:
    return load.total("plan") - load.total("baseline")


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
