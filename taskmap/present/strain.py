"""Who gets more of the work that wears: marks of strain by role and band, before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.model.exposure import Exposure
from taskmap.model.plan import Plan
from taskmap.model.strain import Strain
from taskmap.model.units import BandId, MinutesPerWeek, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import VISIBLE, capital, in_one_unit, signed
from taskmap.present.table import Cell, Column, Table, table
from taskmap.workload import exposures

WORDS = frozenset({"role", "band", "mark"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Minutes a week with marks of strain, before and after; the same where there is no plan."""

    role: RoleId
    band: BandId
    before: Mapping[Strain, MinutesPerWeek]
    after: Mapping[Strain, MinutesPerWeek]
    marked_before: MinutesPerWeek
    marked_after: MinutesPerWeek
    weighed_before: float
    weighed_after: float


def changes(speaker: Speaker, plan: Plan | None = None) -> tuple[Change, ...]:
    """Every role and band with marked work, today and in the plan."""
    today = exposures(speaker.mapping, speaker.catalogue)
    after = exposures(speaker.mapping, speaker.catalogue, plan.shares) if plan else today
    before, then = _by_key(today), _by_key(after)
    keys = [
        (staffing.role, band)
        for staffing in speaker.mapping.staffing
        for band in speaker.mapping.band_ids
        if (staffing.role, band) in before.keys() | then.keys()
    ]
    return tuple(_change(key, before.get(key), then.get(key)) for key in keys)


def strain_table(speaker: Speaker, plan: Plan | None = None) -> Table:
    """Marked and weighed time of every role in every band, today and in the plan."""
    say = speaker.reader.say
    after = plan is not None
    kinds = (
        name for kind in ("marked", "weighed") for name in (kind, f"{kind}_after")[: 1 + after]
    )
    names = ("role", "band", *kinds)
    columns = [_column(name, speaker) for name in names]
    found = changes(speaker, plan)
    written = in_one_unit([one.marked_before for one in found], speaker.reader)

    def figures(one: Change) -> tuple[float, ...]:
        if plan is None:
            return (one.marked_before, one.weighed_before)
        return (one.marked_before, one.marked_after, one.weighed_before, one.weighed_after)

    rows = (
        (
            Cell(speaker.short_role(one.role), key=one.role),
            Cell(speaker.band(one.band), key=one.band),
            *(Cell(written(round(n)), n) for n in figures(one)),
        )
        for one in found
    )
    return table(say("strain.title"), columns, rows, _how(speaker))


def marks_table(speaker: Speaker, plan: Plan | None = None) -> Table:
    """Hours of each role with each mark over the week; with a plan also how they change."""
    say = speaker.reader.say
    names = ("role", "mark", "hours", *(("hours_after", "change") if plan else ()))
    columns = [_column(name, speaker) for name in names]
    found = [row for row in _by_mark(changes(speaker, plan)) if row[2] or row[3]]
    written = in_one_unit([before for _, _, before, _ in found], speaker.reader)
    rows = (
        (
            Cell(speaker.short_role(role), key=role),
            Cell(mark_name(mark, speaker), key=mark),
            Cell(written(before), before),
            *((Cell(written(after), after),) if plan else ()),
            *((Cell(signed(after - before, written), after - before),) if plan else ()),
        )
        for role, mark, before, after in found
    )
    return table(say("strain.marks.title"), columns, rows, caution(plan, speaker) if plan else "")


def caution(plan: Plan, speaker: Speaker) -> str:
    """That the plan gives those of the lowest level more work that wears; empty where it does not.

    Pay is not known for every role, so the level stands for it.
    """
    staff = [s.role for s in speaker.mapping.staffing if not speaker.is_outside(s.role)]
    if len({speaker.level(role) for role in staff}) < 2:
        return ""
    lowest = min(map(speaker.level, staff))
    low = {role for role in staff if speaker.level(role) == lowest}
    told = [
        speaker.reader.say(
            "strain.more_of",
            mark=mark_name(mark, speaker),
            role=speaker.role_inside(role),
            hours=speaker.reader.hours(after - before),
        )
        for role, mark, before, after in _by_mark(changes(speaker, plan))
        if role in low and after - before >= VISIBLE
    ]
    if not told:
        return ""
    return capital(speaker.reader.say("strain.caution", more=speaker.reader.list(told)))


def mark_name(mark: Strain, speaker: Speaker) -> str:
    """A mark in the reader's words."""
    found = speaker.catalogue.strain.get(mark)
    return (speaker.reader.name(found.names) if found else "") or mark.value


def _column(name: str, speaker: Speaker) -> Column:
    words = name in WORDS
    title = speaker.reader.say(f"strain.column.{name}")
    return Column(title, figures=not words, unit="" if words else "minutes")


def _how(speaker: Speaker) -> str:
    """What the weights are, those that are estimates and those that are the unit's own by name."""
    say, reader, own = speaker.reader.say, speaker.reader, speaker.mapping.strain_weights
    used = {mark for task in speaker.mapping.tasks for mark in task.strain}
    marks = [mark for mark in speaker.catalogue.strain.values() if mark.id in used]
    estimated = [mark_name(m.id, speaker) for m in marks if m.estimate and m.id not in own]
    sources = sorted({s for m in marks if m.id not in own for s in m.sources})
    lines = [say("strain.how")]
    if sources:
        lines.append(say("strain.sourced", sources=reader.list(map(speaker.source, sources))))
    if estimated:
        lines.append(say("strain.estimated", marks=reader.list(estimated)))
    if own:
        names = (mark_name(mark, speaker) for mark in own)
        lines.append(say("strain.own", marks=reader.list(names)))
    return " ".join(lines)


def _by_mark(
    found: Iterable[Change],
) -> list[tuple[RoleId, Strain, MinutesPerWeek, MinutesPerWeek]]:
    """Role, mark, minutes before and after over the week, in the document's order of roles."""
    before: dict[tuple[RoleId, Strain], int] = {}
    after: dict[tuple[RoleId, Strain], int] = {}
    for one in found:
        for mark in Strain:
            key = (one.role, mark)
            before[key] = before.get(key, 0) + one.before.get(mark, 0)
            after[key] = after.get(key, 0) + one.after.get(mark, 0)
    return [(role, mark, n, after[role, mark]) for (role, mark), n in before.items()]


def _by_key(found: Iterable[Exposure]) -> dict[tuple[RoleId, BandId], Exposure]:
    return {(one.role, one.band): one for one in found}


def _change(key: tuple[RoleId, BandId], before: Exposure | None, after: Exposure | None) -> Change:
    return Change(
        role=key[0],
        band=key[1],
        before=before.minutes if before else {},
        after=after.minutes if after else {},
        marked_before=before.marked if before else 0,
        marked_after=after.marked if after else 0,
        weighed_before=before.weighed if before else 0.0,
        weighed_after=after.weighed if after else 0.0,
    )
