"""Which sheet holds what, and which column means what: data that is confirmed and remembered."""

from dataclasses import dataclass, field
from typing import Any

from taskmap.document.amount_words import MINUTES_PER
from taskmap.document.kinds import Choice, Text
from taskmap.document.numbers import Whole
from taskmap.document.reading import Reading, read_document
from taskmap.document.shapes import Field, ListOf, Record, TableOf, Values
from taskmap.exchange.layout import BY_NAME
from taskmap.model.amount import Every
from taskmap.model.finding import Finding
from taskmap.yamltext import Plain, Table, Value, document_text

UNITS = (*MINUTES_PER, "percent", "part")
# Beside the columns of the layouts: a week's registration has these.
HOURS, TOTAL, BAND, COUNT = "hours", "total", "band", "count"
FOREIGN = (HOURS, TOTAL, BAND, COUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """One column of a sheet and what it means.

    Args:
        letters: where the column stood when it was matched.
        header: what stood above it; the column is found by this first.
        means: name of a column of the layout, or one of ``FOREIGN``.
        of: the band or role it is about, as it is called.
        unit: of durations and shares.
        every: what counts and hours are counted over.
    """

    letters: str
    header: str
    means: str
    of: str = ""
    unit: str = ""
    every: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMatch:
    """One sheet.

    Args:
        sheet: on its tab.
        holds: name of the layout.
        header: number of the row with the titles.
        columns: those that are imported; the others are not.
        given: what holds for every row where no column says it, by the column's name.
    """

    sheet: str
    holds: str
    header: int
    columns: tuple[Matched, ...]
    given: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matching:
    """A file's sheets; sheets that are not named are not imported."""

    sheets: tuple[SheetMatch, ...]


_COLUMN = Record(
    "matched_column",
    (
        Field(name="column", kind=Text(3), to="letters", required=True, says="Its letters."),
        Field(name="header", kind=Text(1000), says="What stands above it; looked for first."),
        Field(name="means", kind=Text(), required=True, says="What it is imported as."),
        Field(name="of", kind=Text(), says="The band or role it is about."),
        Field(name="unit", kind=Choice(UNITS), says="What durations and shares are told in."),
        Field(name="every", kind=Choice(tuple(Every)), says="What counts are counted over."),
    ),
)
_SHEET = Record(
    "matched_sheet",
    (
        Field(name="sheet", kind=Text(), required=True, says="On its tab."),
        Field(name="holds", kind=Choice(tuple(BY_NAME)), required=True, says="What it holds."),
        Field(name="header", kind=Whole(low=1), required=True, says="Row of the titles."),
        Field(name="columns", kind=ListOf(_COLUMN), required=True, says="What is imported."),
        Field(name="given", kind=TableOf(Text(), Text()), says="What holds for every row."),  # type: ignore[arg-type]  # names with points are no ids
    ),
)
_MATCHING = Record(
    "matching",
    (
        Field(
            name="taskmap",
            kind=Choice(("columns/1",), code="document.kind"),
            required=True,
            says="What kind of document this is.",
        ),
        Field(name="sheets", kind=ListOf(_SHEET), required=True, says="The sheets to import."),
    ),
)


def read_matching(data: bytes | str, *, file: str) -> tuple[Matching | None, tuple[Finding, ...]]:
    """A matching that was written or made by hand, and all its mistakes."""
    return read_document(data, file=file, look=_looked, make=_made)


def write_matching(matching: Matching) -> str:
    """A matching as a small document that people can read and change."""
    sheets: list[Value] = [_sheet_said(sheet) for sheet in matching.sheets]
    return document_text({"taskmap": "columns/1", "sheets": sheets})


def _sheet_said(sheet: SheetMatch) -> dict[str, Value]:
    said: dict[str, Value] = {"sheet": sheet.sheet, "holds": sheet.holds}
    said["header"] = Plain(str(sheet.header))
    if sheet.given:
        said["given"] = {**sheet.given}
    said["columns"] = [_column_said(column) for column in sheet.columns]
    return said


def _column_said(column: Matched) -> dict[str, Value]:
    named = {"column": column.letters, "header": column.header, "means": column.means}
    named |= {"of": column.of, "unit": column.unit, "every": column.every}
    return {key: word for key, word in named.items() if word}


def _looked(root: Table, reading: Reading) -> Values:
    said = _MATCHING.values(root, (), reading)
    for sheet in said.get("sheets", ()):
        known = {column.name for column in BY_NAME[sheet["holds"]].columns} | set(FOREIGN)
        for column in sheet["columns"]:
            if column["means"] not in known:
                where = (*column.path, "means")
                allowed = tuple(sorted(known))
                value = column["means"]
                reading.error("choice.unknown", where, value=value, nearest=None, allowed=allowed)
    return said


def _made(said: Values) -> Matching:
    return Matching(tuple(_sheet(sheet) for sheet in said["sheets"]))


def _sheet(said: Values) -> SheetMatch:
    columns = tuple(Matched(**{"header": "", **column.by_name}) for column in said["columns"])
    plain: dict[str, Any] = {**said.by_name, "columns": columns}
    return SheetMatch(**plain)
