"""Units side by side: tables of hours, levels, groups and tasks, and where they differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from taskmap.comparison import Comparison, Doing, Key, Per, Place, SharedTask, Shown, UnitFigures
from taskmap.language import Reader
from taskmap.model.units import RoleId, UnitId
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table


@dataclass(frozen=True)
class Beside:
    """Names of what several units hold.

    Args:
        reader: the language.
        speakers: of every unit compared.
    """

    reader: Reader
    speakers: Mapping[UnitId, Speaker]

    def unit(self, unit: UnitId) -> str:
        """A unit's name."""
        return self.speakers[unit].mapping.unit.name

    def task(self, task: SharedTask) -> str:
        """A shared task: the library's name, else what the units call it."""
        speaker = self.speakers[task.doings[0].unit]
        if task.library is not None:
            return speaker.whole_task(task.library)
        names = (name for doing in task.doings for name in doing.tasks.values() if name)
        return next(names, task.key)

    def role(self, role: RoleId, unit: UnitId) -> str:
        """A role in the middle of a sentence."""
        return self.speakers[unit].role_inside(role)

    def group(self, group: str) -> str:
        """A task group."""
        named = (speaker.group(group) for speaker in self.speakers.values())
        return next((name for name in named if name != group), group)

    def level(self, level: int | None) -> str:
        """A level; "none" where no role may."""
        say = self.reader.say
        if level is None:
            return say("word.level_none")
        return say("word.level_name", level=str(level))

    def who(self, doing: Doing) -> str:
        """Who does a task in a unit: roles with their part, and the level of the first."""
        parts = [
            f"{self.role(role, doing.unit)} {self.reader.percent(share)}"
            if len(doing.roles) > 1
            else self.role(role, doing.unit)
            for role, share in doing.roles.items()
        ]
        return ", ".join(parts) or self.reader.say("compare.nobody")


def figures_table(found: Comparison, names: Beside) -> Table:
    """Size, hours and gap of every unit, and all together."""
    say = names.reader.say
    told = ("unit", "organisation", "fte", "served", "hours", "per_fte", "above", "gap")
    columns = [
        Column(say(f"compare.column.{name}"), figures=at > 1) for at, name in enumerate(told)
    ]
    rows = [*(_figures(unit, found, names) for unit in found.units.values())]
    if len(rows) > 1:
        rows.append(_together(found, names))
    return table(say("compare.figures_title"), columns, rows, hidden(found, names.reader))


def hidden(found: Comparison, reader: Reader) -> str:
    """Why figures are left out, where any are."""
    left_out = [unit for unit in found.units.values() if unit.left_out]
    return reader.say("compare.left_out", floor=found.floor) if left_out else ""


def notes(found: Comparison, names: Beside) -> tuple[str, ...]:
    """Whose hours are assumed, and what published units say of their figures, in their words."""
    assumed = tuple(
        names.reader.say(
            "compare.assumed",
            unit=names.unit(unit),
            hours=names.reader.hours(each.hours_assumed * 60),
        )
        for unit, each in found.units.items()
        if each.hours_assumed
    )
    return assumed + tuple(
        names.reader.say("compare.note", unit=names.unit(unit), note=each.note)
        for unit, each in found.units.items()
        if each.note
    )


def levels_table(found: Comparison, names: Beside) -> Table:
    """Part of the hours at each level, unit by unit and together."""
    rows = (
        (
            Cell(names.level(level), level),
            *(_share(u.levels.get(level, 0.0), u, names.reader) for u in found.units.values()),
            _percent(found.level(level), names.reader),
        )
        for level in found.all_levels
    )
    return _by_unit("levels", found, names, rows)


def groups_table(found: Comparison, names: Beside) -> Table:
    """Part of the hours in each task group, unit by unit and together; the largest first."""
    shares = {group: found.group(group) for group in found.all_groups}
    ordered = sorted(shares, key=lambda group: (-(shares[group] or 0.0), group))
    rows = (
        (
            Cell(names.group(group)),
            *(_share(u.groups.get(group, 0.0), u, names.reader) for u in found.units.values()),
            _percent(shares[group], names.reader),
        )
        for group in ordered
    )
    return _by_unit("groups", found, names, rows)


def tasks_table(found: Comparison, per: Per, names: Beside) -> Table:
    """Every task that several units have: who does it, how often and how long."""
    say = names.reader.say
    told = ("task", "unit", "who", "level", "count", "each", "minutes")
    columns = [
        Column(say(f"compare.column.{name}"), figures=at > 2) for at, name in enumerate(told)
    ]
    rows = (
        _doing(task, doing, found, per, names) for task in found.together for doing in task.doings
    )
    how = say("compare.tasks_how", per=per_words(per, found, names))
    return table(say("compare.tasks_title"), columns, rows, how)


def of_task(every: Table, task: Key) -> Table:
    """The rows of one task."""
    return replace(every, rows=tuple(row for row in every.rows if row[0].key == task))


def ranking_table(found: Comparison, per: Per, names: Beside) -> Table:
    """Tasks where most often and longest are two orders."""
    say, reader = names.reader.say, names.reader
    told = ("task", "by_count", "by_time")
    ranked = ((task, found.ranking(task, per)) for task in found.together)
    rows = (
        (
            Cell(names.task(task)),
            Cell(_order(both.by_count, names, lambda place: _count(place.count, reader))),
            Cell(_order(both.by_time, names, lambda place: reader.hours(place.minutes))),
        )
        for task, both in ranked
        if both.differ
    )
    columns = [Column(say(f"compare.column.{name}")) for name in told]
    summary = say("compare.ranking_how", per=per_words(per, found, names))
    return table(say("compare.ranking_title"), columns, rows, summary)


def unmatched_table(found: Comparison, names: Beside) -> Table:
    """Tasks that could not be compared, because no code, name or word fits."""
    say = names.reader.say
    columns = [Column(say(f"compare.column.{name}")) for name in ("unit", "task")]
    rows = (
        (Cell(names.unit(each.unit)), Cell(names.speakers[each.unit].whole_task(each.task)))
        for each in found.unmatched
    )
    return table(say("compare.unmatched_title"), columns, rows, say("compare.unmatched_how"))


def matched_table(found: Comparison, names: Beside) -> Table:
    """Tasks that were recognised by something else than the library's code."""
    say = names.reader.say
    columns = [Column(say(f"compare.column.{name}")) for name in ("unit", "own", "task", "how")]
    rows = (
        (
            Cell(names.unit(doing.unit)),
            Cell(", ".join(names.speakers[doing.unit].whole_task(task) for task in doing.tasks)),
            Cell(names.task(task)),
            Cell(say(f"compare.how.{doing.how.value}")),
        )
        for task in found.together
        for doing in task.doings
        if doing.how.value != "code"
    )
    return table(say("compare.matched_title"), columns, rows)


def per_words(per: Per, found: Comparison, names: Beside) -> str:
    """What figures are told for, in words: "per user", "per 1,000 staff hours"."""
    if per is not Per.SERVED:
        return names.reader.say(f"compare.per.{per.value}")
    kinds = {unit.served[0] for unit in found.units.values() if unit.served}
    kind = kinds.pop() if len(kinds) == 1 else "mixed"
    return names.reader.say(f"compare.per.served_{kind}")


def _figures(unit: UnitFigures, found: Comparison, names: Beside) -> tuple[Cell, ...]:
    reader = names.reader
    served = ""
    if unit.served:
        kind, number = unit.served
        served = reader.say(
            f"compare.served.{kind}", number=reader.number(number, _decimals(number))
        )
    return (
        Cell(unit.unit.name, key=unit.unit.id),
        Cell(unit.unit.organisation.name),
        Cell(reader.number(unit.fte, 1) if unit.fte else "", unit.fte or None),
        Cell(served),
        _hours(unit.total, reader),
        _hours(found.of(unit.total, unit.unit.id, Per.FTE), reader, unknown=unit.total is not None),
        _hours(unit.above, reader),
        _percent(unit.gap, reader),
    )


def _together(found: Comparison, names: Beside) -> tuple[Cell, ...]:
    """The last row: sums divided by sums, never a mean of ratios."""
    reader, known = names.reader, list(found.units.values())
    shown = [unit.total for unit in known if unit.total is not None]
    above = [unit.above for unit in known if unit.above is not None]
    fte = sum(unit.fte for unit in known)
    both = [(unit.total, unit.fte) for unit in known if unit.total is not None and unit.fte]
    per_fte = sum(t for t, _ in both) / sum(f for _, f in both) if both else None
    return (
        Cell(reader.say("compare.together")),
        Cell(""),
        Cell(reader.number(fte, 1) if fte else "", fte or None),
        Cell(""),
        _hours(sum(shown) if shown else None, reader),
        _hours(per_fte, reader, unknown=not both),
        _hours(sum(above) if above else None, reader),
        _percent(found.gap, reader),
    )


def _by_unit(
    name: str, found: Comparison, names: Beside, rows: Iterator[tuple[Cell, ...]]
) -> Table:
    say = names.reader.say
    columns = (
        Column(say(f"compare.column.{name}")),
        *(Column(names.unit(unit), figures=True, unit="share") for unit in found.units),
        Column(say("compare.together"), figures=True, unit="share"),
    )
    return table(say(f"compare.{name}_title"), columns, rows)


def _doing(
    task: SharedTask, doing: Doing, found: Comparison, per: Per, names: Beside
) -> tuple[Cell, ...]:
    reader = names.reader
    count = found.of(doing.per_week, doing.unit, per)
    return (
        Cell(names.task(task), key=task.key),
        Cell(names.unit(doing.unit)),
        Cell(names.who(doing)),
        Cell(str(doing.level) if doing.level is not None else "", doing.level),
        Cell("" if count is None else _count(count, reader), count),
        Cell(_minutes(doing, reader), doing.each),
        _hours(found.of(doing.minutes, doing.unit, per), reader, unknown=doing.minutes is not None),
    )


def _order(places: Iterable[Place], names: Beside, told: Callable[[Place], str]) -> str:
    return " > ".join(f"{names.unit(place.unit)} ({told(place)})" for place in places)


def _minutes(doing: Doing, reader: Reader) -> str:
    if doing.minutes is None:
        return reader.say("compare.not_shown")
    return "" if doing.each is None else reader.number(doing.each, 1)


def _share(part: Shown, unit: UnitFigures, reader: Reader) -> Cell:
    if part is None or unit.total is None:
        return Cell(reader.say("compare.not_shown"))
    return _percent(part / unit.total if unit.total else None, reader)


def _percent(share: float | None, reader: Reader) -> Cell:
    if share is None:
        return Cell(reader.say("compare.not_shown"))
    return Cell(reader.percent(share), share)


def _hours(minutes: Shown, reader: Reader, *, unknown: bool = False) -> Cell:
    """Hours; empty where what they are counted for is not known, else told as left out."""
    if minutes is None:
        return Cell("" if unknown else reader.say("compare.not_shown"))
    return Cell(reader.hours(minutes), minutes)


def _count(count: float, reader: Reader) -> str:
    return reader.number(count, 0 if count >= 100 else 1 if count >= 1 else 2)


def _decimals(number: float) -> int:
    return 0 if number == int(number) else 1
