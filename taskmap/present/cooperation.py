"""A partnership in words: what has moved, hours freed against promised, money, stories."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.funding import YearMoney
from taskmap.language import Reader
from taskmap.model.fund import Story
from taskmap.model.units import MinutesPerWeek
from taskmap.present.fund import Told
from taskmap.present.table import Cell, Column, Table, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Gained:
    """What came of a department's moves.

    Args:
        promised, freed: minutes a week; freed of those moves that were counted.
    """

    name: str
    organisation: str
    moves: int
    promised: MinutesPerWeek
    freed: MinutesPerWeek
    counted: int
    courses: int


def gained_table(found: Iterable[Gained], reader: Reader) -> Table:
    """A row for each department with moves or courses, and their sum."""
    rows = [each for each in found if each.moves or each.courses]
    say, figures = reader.say, ("moves", "promised", "freed", "counted", "courses")
    names = ("department", "organisation", *figures)
    columns = [Column(say(f"cooperation.column.{n}"), figures=n in figures) for n in names]
    if len(rows) > 1:
        rows.append(_sum(rows, say("cooperation.all")))
    return table(say("cooperation.gained"), columns, (_row(each, reader) for each in rows))


def gained_words(found: Iterable[Gained], reader: Reader) -> str:
    """Hours freed against hours promised, in a sentence."""
    whole = _sum(found, "")
    if not whole.moves:
        return reader.say("cooperation.none_moved")
    if not whole.counted:
        return reader.say(
            "cooperation.not_counted", n=whole.moves, promised=reader.hours(whole.promised)
        )
    return reader.say(
        "cooperation.freed", n=whole.moves, promised=reader.hours(whole.promised),
        freed=reader.hours(whole.freed), counted=whole.counted,
    )  # fmt: skip


def money_words(told: Told, years: Iterable[YearMoney]) -> str:
    """A fund in a sentence."""
    found = tuple(years)
    return told.reader.say(
        "cooperation.money",
        fund=told.fund.name,
        used=told.kroner(sum(year.used for year in found)),
        granted=told.kroner(sum(year.granted for year in found)),
        money=told.kroner(sum(year.amount for year in found)),
    )


def story(found: Story, reader: Reader) -> str:
    """Something worth telling, with its day and where it is known from."""
    return reader.say(
        "cooperation.story", day=found.on, text=found.text, source=found.source.rstrip(".")
    )


def _row(found: Gained, reader: Reader) -> tuple[Cell, ...]:
    return (
        Cell(found.name), Cell(found.organisation),
        Cell(reader.number(found.moves), value=found.moves),
        Cell(reader.hours(found.promised), value=found.promised),
        Cell(reader.hours(found.freed), value=found.freed),
        Cell(reader.number(found.counted), value=found.counted),
        Cell(reader.number(found.courses), value=found.courses),
    )  # fmt: skip


def _sum(found: Iterable[Gained], name: str) -> Gained:
    rows = tuple(found)
    return Gained(
        name=name,
        organisation="",
        moves=sum(each.moves for each in rows),
        promised=sum(each.promised for each in rows),
        freed=sum(each.freed for each in rows),
        counted=sum(each.counted for each in rows),
        courses=sum(each.courses for each in rows),
    )
