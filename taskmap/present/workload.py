"""A unit's workload in words: staff required, hours by band and clock, skill mix, posts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from taskmap.errors import Value
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import HiredLine
from taskmap.model.plan import Note
from taskmap.model.pressure import PressureBands
from taskmap.model.units import Share
from taskmap.model.workload import Hire, HourLoad, Posts, RoleDay, Workload
from taskmap.present.assumptions import all_told
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, in_one_unit
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY
from taskmap.present.workload_need import need_table
from taskmap.workload import assumptions

WORDS = frozenset({"role", "band", "hour"})
FTE_DECIMALS = 2
SEEN = 0.005  # a smaller part is 0 % to the reader


def needs_table(found: Workload, bands: PressureBands, speaker: Speaker) -> Table:
    """Staff each role's mapped work requires, against the posts that are filled."""
    drawn = need_table(found.needs, bands, speaker.reader, names=_role_name(speaker))
    rows = (
        _in_part(row, speaker) if need.id in found.partial else row
        for need, row in zip(found.needs, drawn.rows, strict=True)
    )
    told = f"{drawn.summary} {speaker.reader.say('workload.needs_how')}"
    return Table(drawn.title, drawn.columns, tuple(rows), told + _partial(found, speaker))


def bands_table(found: Workload, speaker: Speaker) -> Table:
    """Work and time of every role in every band, today."""
    ordered = _by_level(found.capacities.values(), speaker)
    rows = [one for one in ordered if one.full or one.load or one.other]
    written = in_one_unit([one.full for one in rows], speaker.reader)
    drawn = (
        (
            Cell(speaker.short_role(one.role), key=one.role),
            Cell(speaker.band(one.band), key=one.band),
            *(Cell(written(n), n) for n in (one.load, one.other, one.full)),
            _share((one.load + one.other) / one.full if one.full else None, speaker),
        )
        for one in rows
    )
    names = ("role", "band", "mapped", "other", "full", "used")
    made = _table("bands", names, drawn, speaker)
    assumed = all_told(_hours_assumed(speaker), speaker)
    return replace(made, summary=" ".join((made.summary, *assumed)))


def _hours_assumed(speaker: Speaker) -> Iterator[Note]:
    """The assumption that the hours of some roles are, where they are."""
    for note in assumptions(speaker.mapping, speaker.catalogue):
        if note.code == "workload.hours_assumed":
            yield note


def peaks_table(found: Workload, speaker: Speaker) -> Table:
    """The hour of the clock in which each role uses most of its time."""
    days = [day for day in found.days if day.windowed >= SEEN and day.peak is not None]
    drawn = (
        (
            Cell(speaker.short_role(day.role), key=day.role),
            *(_hour(day.peak, speaker) if day.peak else ()),
            _share(day.windowed, speaker),
        )
        for day in days
    )
    names = ("role", "hour", "mapped", "other", "full", "used", "windowed")
    return _table("peaks", names, drawn, speaker)


def hours_table(found: Workload, speaker: Speaker) -> Table:
    """Work and time of the whole staff by the hour of the clock; empty without any window."""
    rows = staff_hours(found.days) if any(day.windowed >= SEEN for day in found.days) else ()
    drawn = (_hour(hour, speaker) for hour in rows)
    return _table("hours", ("hour", "mapped", "other", "full", "used"), drawn, speaker)


def staff_hours(days: Iterable[RoleDay]) -> tuple[HourLoad, ...]:
    """All staff together in each hour that has work or time."""
    summed = (
        HourLoad(
            hour=at[0].hour,
            mapped=sum(one.mapped for one in at),
            other=sum(one.other for one in at),
            full=sum(one.full for one in at),
        )
        for at in zip(*(day.hours for day in days), strict=True)
    )
    return tuple(hour for hour in summed if hour.mapped or hour.other or hour.full)


def mixes_table(found: Workload, speaker: Speaker) -> Table:
    """Registered professionals' part of the work and of those present, by band, today."""
    drawn = (
        (
            Cell(speaker.band(mix.band), key=mix.band),
            _share(mix.work, speaker),
            _share(mix.present, speaker),
        )
        for mix in found.mixes
    )
    return _table("mixes", ("band", "work", "present"), drawn, speaker)


def posts_table(found: Workload, speaker: Speaker) -> Table:
    """Filled, vacant and hired posts."""
    names = ("role", "filled", "vacant", "hourly", "hired")
    drawn = (_posts_row(one, speaker) for one in found.posts)
    return _table("posts", names, drawn, speaker)


def hire_table(found: Workload, speaker: Speaker) -> Table:
    """Hired hours and overtime of each profession in hours and money, beside its load."""
    names = (
        "role",
        *("used", "hired_hours", "hired_share", "hired_cost"),
        *("overtime", "overtime_share", "overtime_cost"),
    )
    drawn = (_hire_row(one, speaker) for one in found.posts if one.hired or one.overtime)
    made = _table("hire", names, drawn, speaker)
    lines = hired_lines(found.hire, found.hired_line, speaker) if made.rows else ()
    return Table(made.title, made.columns, made.rows, " ".join((made.summary, *lines)))


def hired_lines(hire: Hire, line: HiredLine | None, speaker: Speaker) -> tuple[str, ...]:
    """Hired part of hours and of cost, overtime, and the line services aim to stay below."""
    say, reader = speaker.reader.say, speaker.reader
    if hire.of_hours is None:
        return ()
    told = [say("workload.hired.hours", share=reader.percent(hire.of_hours, 1))]
    if hire.overtime_of_hours:
        told.append(say("workload.hired.overtime", share=reader.percent(hire.overtime_of_hours, 1)))
    else:
        told.append(say("workload.hired.overtime_none"))
    if hire.of_cost is None:
        told.append(say("workload.hired.cost_unknown"))
    else:
        told.append(say("workload.hired.cost", share=reader.percent(hire.of_cost, 1)))
    if line is None:
        told.append(say("workload.hired.no_line"))
    else:
        share, source = reader.percent(line.share), speaker.source(line.source)
        told.append(say("workload.hired.line", line=share, source=source))
    return tuple(told)


def sick_lines(found: Workload, speaker: Speaker) -> tuple[str, ...]:
    """The unit's own sick leave beside the published figure; that there is none where it is so."""
    say, reader = speaker.reader.say, speaker.reader
    figure = speaker.catalogue.default_sick_leave
    published: dict[str, Value] = {
        "published": reader.percent(figure.share, 1),
        "whom": reader.name(figure.names),
        "period": figure.period,
        "source": speaker.source(figure.source),
    }
    if not found.sick_leave:
        return (say("workload.sick.none", **published),)
    return tuple(
        capital(
            say(
                "workload.sick.unit" if one.role is None else "workload.sick.role",
                role=speaker.role_inside(one.role) if one.role else "",
                share=reader.percent(one.share, 1),
                **published,
            )
        )
        for one in found.sick_leave
    )


def _in_part(row: Sequence[Cell], speaker: Speaker) -> tuple[Cell, ...]:
    """A role's row without what would compare all its posts with a part of its work."""
    role, required, _, current, *_ = row
    none = Cell(speaker.reader.plain(None))
    return (role, required, none, current, none, none, Cell(speaker.reader.say("workload.partly")))


def _partial(found: Workload, speaker: Speaker) -> str:
    """That more may be required of roles mapped in part; empty where there are none."""
    partial = [str(need.id) for need in found.needs if need.id in found.partial]
    if not partial:
        return ""
    return f" {speaker.reader.say('workload.partial', roles=speaker.roles(partial))}"


def _posts_row(one: Posts, speaker: Speaker) -> Sequence[Cell]:
    posts = (one.filled, one.vacant, one.hourly, one.hired)
    return (
        Cell(speaker.short_role(one.role), key=one.role),
        *(Cell(speaker.reader.number(fte, FTE_DECIMALS), fte) for fte in posts),
    )


def _hire_row(one: Posts, speaker: Speaker) -> Sequence[Cell]:
    def hours(found: float) -> Cell:
        return Cell(speaker.reader.hours(found * 60), found)

    return (
        Cell(speaker.short_role(one.role), key=one.role),
        _share(one.used, speaker),
        hours(one.hired_hours),
        _share(one.hired_share, speaker),
        _money(one.hired_cost, speaker),
        hours(one.overtime),
        _share(one.overtime_share, speaker),
        _money(one.overtime_cost, speaker),
    )


def _money(cost: float | None, speaker: Speaker) -> Cell:
    if cost is None:
        return Cell(speaker.reader.plain(None))
    currency = CURRENCY.get(speaker.catalogue.country, "EUR")
    return Cell(speaker.reader.money(cost, currency, 0), cost)


def _hour(one: HourLoad, speaker: Speaker) -> tuple[Cell, ...]:
    written = speaker.reader.hours
    clock = f"{one.hour:02}\N{EN DASH}{(one.hour + 1) % 24:02}"
    figures = (Cell(written(n), n) for n in (one.mapped, one.other, one.full))
    return (Cell(clock, one.hour), *figures, _share(one.used, speaker))


def _share(share: Share | None, speaker: Speaker) -> Cell:
    if share is None:
        return Cell(speaker.reader.plain(None))
    return Cell(speaker.reader.percent(share), share)


def _by_level(found: Iterable[Capacity], speaker: Speaker) -> list[Capacity]:
    return sorted(found, key=lambda one: (-speaker.level(one.role), speaker.role(one.role)))


def _role_name(speaker: Speaker) -> Callable[[str | int], str]:
    return lambda role: speaker.short_role(str(role))


def _table(
    name: str, columns: Sequence[str], rows: Iterable[Iterable[Cell]], speaker: Speaker
) -> Table:
    say = speaker.reader.say
    heads = [Column(say(f"workload.column.{one}"), figures=one not in WORDS) for one in columns]
    return table(say(f"workload.{name}.title"), heads, rows, say(f"workload.{name}.how"))
