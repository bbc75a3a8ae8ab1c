"""A unit's key figures in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.model.capacity import Capacity
from taskmap.model.plan import LeafLevel
from taskmap.model.units import BandId, LeafId, MinutesPerWeek, RoleId
from taskmap.present.levels import split
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table

MOST_NAMES = 3
UNITS = {"full": "minutes", "mapped": "minutes", "other": "minutes", "used": "share"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One figure: a short label, the figure itself, and what it means."""

    name: str
    label: str
    figure: str
    meaning: str


def key_figures(
    levels: Iterable[LeafLevel],
    capacities: Mapping[tuple[RoleId, BandId], Capacity],
    speaker: Speaker,
) -> tuple[KeyFigure, ...]:
    """Hours asked and at hand, work above its level, missed work, tasks of one role alone."""
    known = tuple(levels)
    return (
        _asked(capacities, speaker),
        _above(known, speaker),
        _missed(speaker),
        _single(speaker),
    )


def staffing_table(capacities: Mapping[tuple[RoleId, BandId], Capacity], speaker: Speaker) -> Table:
    """The unit's roles with posts, hours and how much of them the mapped work takes."""
    say, reader = speaker.reader.say, speaker.reader
    names = ("role", "level", "persons", "posts", "full", "mapped", "other", "used")
    columns = [
        Column(say(f"overview.column.{name}"), figures=name != "role", unit=UNITS.get(name, ""))
        for name in names
    ]
    rows = []
    for staffing in sorted(
        speaker.mapping.staffing, key=lambda s: (-speaker.level(s.role), s.role)
    ):
        of_role = [c for (role, _), c in capacities.items() if role == staffing.role]
        full, load = sum(c.full for c in of_role), sum(c.load for c in of_role)
        other = sum(c.other for c in of_role)
        used = (load + other) / full if full else None
        rows.append(
            (
                Cell(speaker.short_role(staffing.role), key=staffing.role),
                Cell(str(speaker.level(staffing.role)), speaker.level(staffing.role)),
                Cell(reader.number(staffing.persons), staffing.persons),
                Cell(reader.number(staffing.posts, 1), staffing.posts),
                Cell(reader.hours(full), full),
                Cell(reader.hours(load), load),
                Cell(reader.hours(other), other),
                Cell(reader.percent(used) if used is not None else reader.plain(None), used),
            )
        )
    return table(say("overview.staffing_title"), columns, rows)


def _asked(capacities: Mapping[tuple[RoleId, BandId], Capacity], speaker: Speaker) -> KeyFigure:
    """Mapped work against the full hours of the staff."""
    staff = [c for (role, _), c in capacities.items() if speaker.catalogue.is_staff(role)]
    load, full = sum(c.load for c in staff), sum(c.full for c in staff)
    reader = speaker.reader
    return KeyFigure(
        name="asked",
        label=reader.say("overview.asked"),
        figure=reader.hours(load),
        meaning=reader.say(
            "overview.asked_meaning",
            full=reader.hours(full),
            share=reader.percent(load / full if full else 0),
        ),
    )


def _above(levels: tuple[LeafLevel, ...], speaker: Speaker) -> KeyFigure:
    found, reader = split(levels, speaker), speaker.reader
    most = _most(levels, speaker)
    meaning = reader.say(
        "overview.above_meaning", share=reader.percent(found.above / found.all if found.all else 0)
    )
    if most:
        meaning = f"{meaning} {reader.say('overview.above_most', tasks=reader.list(most))}"
    return KeyFigure(
        name="above",
        label=reader.say("overview.above"),
        figure=reader.hours(found.above),
        meaning=meaning,
    )


def _most(levels: tuple[LeafLevel, ...], speaker: Speaker) -> list[str]:
    """The tasks with most minutes above their lowest effective level."""
    above = {
        level.leaf: sum(
            minutes
            for role, minutes in level.today.items()
            if level.effective_level is not None and speaker.level(role) > level.effective_level
        )
        for level in levels
    }
    ordered = sorted((leaf for leaf in above if above[leaf]), key=lambda leaf: (-above[leaf], leaf))
    return [speaker.reader.say("word.quoted", words=speaker.task(x)) for x in ordered[:MOST_NAMES]]


def _missed(speaker: Speaker) -> KeyFigure:
    """Occurrences a week nobody does today, as hours in the usual hands."""
    missed: dict[LeafId, MinutesPerWeek] = {}
    for leaf in speaker.mapping.leaves:
        exact = sum(n * leaf.missed.get(band, 0.0) for band, n in leaf.count.items())
        if exact > 0:
            missed[leaf.id] = max(1, int(exact * leaf.minutes.likely + 0.5))
    reader = speaker.reader
    return KeyFigure(
        name="missed",
        label=reader.say("overview.missed"),
        figure=reader.hours(sum(missed.values())),
        meaning=reader.say("overview.missed_meaning", n=len(missed))
        if missed
        else reader.say("overview.missed_none"),
    )


def _single(speaker: Speaker) -> KeyFigure:
    """Tasks that one role alone does today."""
    alone = [leaf for leaf in speaker.mapping.leaves if len(leaf.roles_today()) == 1]
    tasks = {leaf.task_id for leaf in alone}
    whole = {leaf.task_id for leaf in speaker.mapping.leaves}
    reader = speaker.reader
    return KeyFigure(
        name="single",
        label=reader.say("overview.single"),
        figure=reader.number(len(tasks)),
        meaning=reader.say("overview.single_meaning", n=len(whole)),
    )
