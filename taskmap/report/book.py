"""The tables of a paper as a workbook: figures as numbers, hours as hours."""

from collections.abc import Callable, Iterable

from taskmap.present import findings, levels, overview, room
from taskmap.present.blocks import Told, said
from taskmap.present.figures.palette import short
from taskmap.present.table import Cell, Column, Table, table
from taskmap.report.about import About
from taskmap.report.frame import frame
from taskmap.report.lists import tasks_of
from taskmap.report.paper import TOLD
from taskmap.report.unit import inside, sources
from taskmap.sheets import Column as SheetColumn
from taskmap.sheets import Page, Scalar, write_xlsx

Tabs = dict[str, Table]
WIDE, NARROW = 44, 16  # characters
LONGEST_TAB = 31
_NOT_ON_TABS = str.maketrans("", "", "[]:*?/\\")


def book(kind: str, about: About) -> bytes:
    """The tables of a kind in ``BOOKS`` or ``TOLD``, after a tab that says what they are."""
    if kind in TOLD:
        return _of_sections(TOLD[kind](about), about)
    say = about.naming.reader.say
    tabs = {"about": _about(kind, about), **BOOKS[kind](about)}
    pages = [
        _page(say(f"paper.book.{name}"), found, about) for name, found in tabs.items() if found.rows
    ]
    return write_xlsx(pages, {})


def _unit(about: About) -> Tabs:
    naming = about.naming
    return {
        "figures": _figures(about),
        "room": room.room_table(about.capacities, naming),
        "staffing": overview.staffing_table(about.capacities, naming),
        "levels": levels.matrix_table(about.levels, about.price, naming),
        "tasks": levels.level_table(about.levels, naming),
        "missing": findings.findings_table(about.findings, naming.reader, naming),
        "sources": _lines("sources", sources(about), about),
    }


def _lists(about: About) -> Tabs:
    """All lists as one table, so that it can be sorted and filtered."""
    naming, say = about.naming, about.naming.reader.say
    columns: tuple[Column, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    for band in naming.mapping.bands:
        for role in (*naming.roles_down, None):
            found = tasks_of(role, band, about)
            columns = found.columns
            rows += [(Cell(band.name), Cell(found.title), *row) for row in found.rows]
    before = (Column(say("load.column.band")), Column(say("load.column.role")))
    return {"lists": table(say("paper.lists.title"), (*before, *columns), rows)}


BOOKS: dict[str, Callable[[About], Tabs]] = {"unit": _unit, "lists": _lists}


def _of_sections(told: Told, about: About) -> bytes:
    """All words of a paper of sections, then its tables, each on its tab."""
    pages = [_page(about.naming.reader.say("paper.book.words"), _words(told, about), about)]
    for number, found in enumerate((each for each in told.tables if each.rows), start=1):
        pages.append(_page(_tab(number, found.title), found, about))
    return write_xlsx(pages, {})


def _tab(number: int, title: str) -> str:
    """A tab's name: numbered, so that no two are the same, and as long as a tab may be."""
    return short(f"{number} {title.translate(_NOT_ON_TABS)}", LONGEST_TAB).rstrip("'")


def _words(told: Told, about: About) -> Table:
    """Everything that stands in no table, under the section it stands in."""
    say = about.naming.reader.say
    columns = [Column(say(f"paper.book.column.{name}")) for name in ("section", "words")]
    first = (told.heading, told.subject, told.unit, told.place, *told.notices, told.inside)
    lines = [("", line) for line in first if line]
    for section in told.sections:
        for block in section.blocks:
            lines += [(section.title, line) for line in said(block) if line]
    return table(say("paper.book.words"), columns, ((Cell(a), Cell(b)) for a, b in lines))


def _about(kind: str, about: About) -> Table:
    told = frame(kind, about)
    lines = [told["title"], told["place"], *told["notices"], told["summary"], inside(about)]
    return _lines("about", filter(None, lines), about)


def _figures(about: About) -> Table:
    say = about.naming.reader.say
    found = overview.key_figures(about.levels, about.capacities, about.naming)
    columns = [Column(say(f"paper.book.column.{name}")) for name in ("label", "figure", "meaning")]
    rows = ([Cell(each.label), Cell(each.figure), Cell(each.meaning)] for each in found)
    return table(say("paper.book.figures"), columns, rows)


def _lines(name: str, lines: Iterable[str], about: About) -> Table:
    title = about.naming.reader.say(f"paper.book.{name}")
    return table(title, [Column(title)], ([Cell(line)] for line in lines))


def _page(title: str, found: Table, about: About) -> Page:
    hours = about.naming.reader.say("word.unit_hours")
    return Page(
        title=title,
        columns=tuple(
            SheetColumn(
                title=f"{column.title} ({hours})" if column.unit == "minutes" else column.title,
                form="share" if column.unit == "share" else "",
                width=NARROW if column.figures else WIDE,
            )
            for column in found.columns
        ),
        rows=[
            [_scalar(cell, column) for cell, column in zip(row, found.columns, strict=True)]
            for row in found.rows
        ],
        spare=0,
    )


def _scalar(cell: Cell, column: Column) -> Scalar:
    """The number behind a figure, in hours where it is minutes; else the words."""
    if not column.figures or cell.value is None:
        return cell.text
    return round(cell.value / 60, 2) if column.unit == "minutes" else round(cell.value, 4)
