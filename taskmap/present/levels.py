"""The LEON matrix and the level of every task: cells, lists and what they say."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.plan import LeafLevel
from taskmap.model.question import Price
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Work done on one level today that could be done on another.

    Args:
        today: level of the roles that do it.
        effective: lowest effective level; None where no role in the unit may.
        minutes: a week.
        leaves: the tasks, the most minutes first.
    """

    today: int
    effective: int | None
    minutes: MinutesPerWeek
    leaves: tuple[LeafId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Minutes a week by where they are done against the lowest effective level."""

    above: MinutesPerWeek
    on: MinutesPerWeek
    below: MinutesPerWeek
    none: MinutesPerWeek

    @property
    def all(self) -> MinutesPerWeek:
        """All mapped minutes."""
        return self.above + self.on + self.below + self.none


def cells(levels: Iterable[LeafLevel], speaker: Speaker) -> tuple[MatrixCell, ...]:
    """The matrix' cells that hold work, from the highest level today."""
    found: dict[tuple[int, int | None], dict[LeafId, MinutesPerWeek]] = {}
    for level in levels:
        for role, minutes in level.today.items():
            here = found.setdefault((speaker.level(role), level.effective_level), {})
            if minutes:
                here[level.leaf] = here.get(level.leaf, 0) + minutes
    return tuple(
        MatrixCell(
            today=today,
            effective=effective,
            minutes=sum(leaves.values()),
            leaves=tuple(sorted(leaves, key=lambda leaf: (-leaves[leaf], leaf))),
        )
        for (today, effective), leaves in sorted(found.items(), key=_from_the_top)
        if leaves
    )


def split(levels: Iterable[LeafLevel], speaker: Speaker) -> Split:
    """How much is done above, on and below the lowest effective level."""
    found = cells(levels, speaker)
    return Split(
        above=sum(c.minutes for c in found if c.effective is not None and c.today > c.effective),
        on=sum(c.minutes for c in found if c.today == c.effective),
        below=sum(c.minutes for c in found if c.effective is not None and c.today < c.effective),
        none=sum(c.minutes for c in found if c.effective is None),
    )


def matrix_table(levels: Iterable[LeafLevel], price: Price, speaker: Speaker) -> Table:
    """Level today down, lowest effective level across, hours a week in each cell."""
    say, reader = speaker.reader.say, speaker.reader
    known = tuple(levels)
    found = {(c.today, c.effective): c for c in cells(known, speaker)}
    across = sorted({effective for _, effective in found}, key=_none_last)
    columns = (
        Column(say("level.matrix.corner")),
        *(
            Column(level_name(effective, speaker), figures=True, unit="minutes")
            for effective in across
        ),
    )
    rows = (
        (
            Cell(level_name(today, speaker), today),
            *(
                Cell(reader.hours(cell.minutes), cell.minutes)
                if (cell := found.get((today, effective)))
                else Cell("")
                for effective in across
            ),
        )
        for today in sorted({today for today, _ in found}, reverse=True)
    )
    title = say("level.matrix.title", price=say(f"word.price.{price}"))
    return table(title, columns, rows, summary(known, speaker))


def summary(levels: Iterable[LeafLevel], speaker: Speaker) -> str:
    """What the matrix says, for those who do not see it."""
    reader, found = speaker.reader, split(levels, speaker)
    if not found.all:
        return reader.say("level.summary_empty")
    told = reader.say(
        "level.summary",
        whole=reader.hours(found.all),
        on=reader.hours(found.on),
        share=reader.percent(found.on / found.all),
        above=reader.hours(found.above),
        below=reader.hours(found.below),
    )
    if found.none:
        told = f"{told} {reader.say('level.summary_none', hours=reader.hours(found.none))}"
    return told


def level_table(levels: Iterable[LeafLevel], speaker: Speaker) -> Table:
    """Every task with who does it today and who could, in the order of ``by_group``."""
    say, reader = speaker.reader.say, speaker.reader
    names = ("task", "hours", "today", "effective")
    columns = [
        Column(say(f"level.column.{name}"), figures=unit != "", unit=unit)
        for name, unit in zip(names, ("", "minutes", "", ""), strict=True)
    ]
    rows = (
        (
            Cell(speaker.task(level.leaf), key=level.leaf),
            Cell(reader.hours(sum(level.today.values())), sum(level.today.values())),
            Cell(_who_today(level, speaker)),
            Cell(could(level, speaker), level.effective_level),
        )
        for _, level in by_group(levels, speaker)
    )
    return table(say("level.title"), columns, rows)


def by_group(levels: Iterable[LeafLevel], speaker: Speaker) -> tuple[tuple[str, LeafLevel], ...]:
    """Levels with the name of their task group, groups in alphabetical order."""
    tasks = {leaf.id: leaf.task_id for leaf in speaker.mapping.leaves}
    named = ((speaker.group(speaker.group_of(tasks[level.leaf])), level) for level in levels)
    return tuple(sorted(named, key=lambda found: found[0]))


def level_name(level: int | None, speaker: Speaker) -> str:
    """A level in words; "none" where no role in the unit may."""
    if level is None:
        return speaker.reader.say("word.level_none")
    return speaker.reader.say("word.level_name", level=str(level))


def _who_today(level: LeafLevel, speaker: Speaker) -> str:
    """Roles by their part of the time, the largest first."""
    whole = sum(level.today.values())
    ordered = sorted(level.today.items(), key=lambda item: (-item[1], item[0]))
    if len(ordered) == 1 or not whole:
        return ", ".join(speaker.role_inside(role) for role, _ in ordered)
    return ", ".join(
        f"{speaker.role_inside(role)} {speaker.reader.percent(minutes / whole)}"
        for role, minutes in ordered
        if minutes
    )


def could(level: LeafLevel, speaker: Speaker) -> str:
    """The role on the lowest effective level; who could at once, where it must learn first."""
    told = _role_and_level(level.effective, level.effective_level, speaker)
    if not level.needs_training:
        return told
    ready = _role_and_level(level.ready, level.ready_level, speaker)
    return speaker.reader.say("level.after_training", role=told, ready=ready)


def _role_and_level(role: RoleId | None, level: int | None, speaker: Speaker) -> str:
    return f"{speaker.role_inside(role)} ({level})" if role else level_name(None, speaker)


def _from_the_top(
    item: tuple[tuple[int, int | None], dict[LeafId, MinutesPerWeek]],
) -> tuple[int, int]:
    (today, effective), _ = item
    return -today, _none_last(effective)


def _none_last(level: int | None) -> int:
    return 99 if level is None else level
