"""What a unit follows over time, in words: how it was, where it is to be, how far it has come."""

from collections.abc import Iterable

from taskmap.language import Reader
from taskmap.model.indicator import UNITS, Figure, Indicator, IndicatorKind
from taskmap.present.table import Cell, Column, Table, table


def name(kind: IndicatorKind, reader: Reader) -> str:
    """What is followed, and what it counts in."""
    unit = reader.say(f"indicator.unit.{UNITS[kind]}")
    return reader.say("indicator.named", name=reader.say(f"indicator.{kind}"), unit=unit)


def indicators_table(found: Iterable[Indicator], reader: Reader) -> Table:
    """Every indicator, a row each."""
    names = ("name", "baseline", "target", "latest", "change", "way")
    figures = {"change", "way"}
    columns = (Column(reader.say(f"indicator.column.{n}"), figures=n in figures) for n in names)
    return table(reader.say("indicator.title"), columns, (_row(each, reader) for each in found))


def _row(each: Indicator, reader: Reader) -> tuple[Cell, ...]:
    change = None if each.change is None else reader.number(each.change, 1)
    way = None if each.way is None else reader.percent(each.way)
    return (
        Cell(name(each.kind, reader), key=str(each.kind)),
        Cell(_figure("baseline", each.baseline, reader)),
        Cell(_figure("target", each.target, reader)),
        Cell(_figure("latest", each.latest, reader)),
        Cell(reader.plain(change), value=each.change),
        Cell(reader.plain(way), value=each.way),
    )


def _figure(which: str, found: Figure | None, reader: Reader) -> str:
    if found is None:
        return reader.say(f"indicator.no_{which}")
    by = "by" if which == "target" else "on"
    return reader.say(f"indicator.{by}", value=reader.number(found.value, 1), day=found.on)
