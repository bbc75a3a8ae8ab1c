"""Rows of a foreign file as records of the document, each with where its parts stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from taskmap.document import Asks
from taskmap.errors import TextNotWritable, Value
from taskmap.exchange.amounts import Said, amount_of, no_answer, number_of, share_of, shown
from taskmap.exchange.assumed import is_divided_unsaid
from taskmap.exchange.cells import Heard, Missed, Part
from taskmap.exchange.columns import Found
from taskmap.exchange.matching import BAND, COUNT, HOURS, TOTAL, Matched
from taskmap.exchange.misread import Misread
from taskmap.exchange.words import Words
from taskmap.model.amount import Duration
from taskmap.model.finding import Finding, Place, Severity
from taskmap.sheets import Scalar
from taskmap.yamltext import writable

Step = tuple[str, ...]


@dataclass(slots=True)
class Row:
    """One row that is to be imported.

    Args:
        file, sheet, number: where it stands; rows count from 1.
        holds: name of the layout.
        record: its values by the document's fields.
        columns: column, from 0, of each value by its path.
        extra: what a registration says beside: hours, total, count.
    """

    file: str
    sheet: str
    number: int
    holds: str
    record: dict[str, Any] = field(default_factory=dict)
    columns: dict[Step, int] = field(default_factory=dict)
    extra: dict[tuple[str, str], Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How a row is named where rows are accepted: ``Uke 42!7``."""
        return f"{self.sheet}!{self.number}"

    def note(
        self, severity: Severity, code: str, column: int | None = None, /, **values: Value
    ) -> None:
        """Note a finding at a cell of the row, or at the row."""
        at = None if column is None else column + 1
        place = Place(self.file, self.number, at, None, self.sheet)
        self.findings.append(Finding(code, place, values, severity))

    def put(self, path: Step, value: Any, column: int) -> None:
        """Put a value at its place in the record; two columns that say the same are a finding."""
        table: Any = self.record
        for step in path[:-1]:
            table = table.setdefault(step, {})
            if not isinstance(table, dict):
                break
        if not isinstance(table, dict) or path[-1] in table:
            self.note(Severity.ERROR, "import.said_twice", column, value=shown(value))
            return
        table[path[-1]] = value
        self.columns[path] = column


class RowReader:
    """Reads the rows under one sheet's titles.

    Args:
        found: the sheet, and its columns where they stand now.
        words: what names stand for.
    """

    def __init__(self, file: str, found: Found, words: Words) -> None:
        self.file = file
        self.found = found
        self.words = words
        self.heard = {at: self._heard(matched, at) for at, matched in found.columns.items()}

    def rows(self) -> Iterator[Row]:
        """Every row that says something in a column that is imported."""
        for at, cells in self.found.sheet.filled():
            if at >= self.found.header and any(
                column < len(cells) and cells[column] is not None for column in self.found.columns
            ):
                yield self.row(at)

    def row(self, at: int) -> Row:
        """One row, read cell by cell; what is not understood is a finding there."""
        row = Row(self.file, self.found.sheet.name, at + 1, self.found.match.holds)
        for column, matched in self.found.columns.items():
            cell = self.found.sheet.at(at, column)
            if cell is not None and str(cell).strip():
                try:
                    writable(str(cell))
                    self._read(row, matched, column, cell)
                except TextNotWritable as hidden:
                    row.note(Severity.ERROR, "yaml.control_character", column, **hidden.values)
                except Misread as misread:
                    row.note(Severity.ERROR, misread.code, column, **misread.values)
        return row

    def _read(self, row: Row, matched: Matched, at: int, cell: Scalar) -> None:
        heard, means = self.heard[at], matched.means
        if means in {HOURS, TOTAL}:
            self._hours(row, matched, at, cell)
        elif means == BAND:
            row.extra[BAND, ""] = self._named("band", str(cell).strip()), at
        elif means in {COUNT, "count.bands"}:
            said = amount_of(cell, Asks.HOW_OFTEN, every=heard.every or None)
            self._amount(row, said, self._named("band", matched.of) if matched.of else "", at)
        elif means == "minutes.likely":
            said = amount_of(cell, Asks.HOW_LONG, unit=heard.unit or "minutes")
            if said.times is not None and self.found.layout.column("count.bands") is None:
                raise no_answer(cell)
            self._amount(row, said, "", at)
        else:
            self._value(row, matched, at, cell)

    def _hours(self, row: Row, matched: Matched, at: int, cell: Scalar) -> None:
        """Hours in all: ``7,5``, also ``1,5 t i uka`` and ``2 x 20 min daglig``."""
        heard = self.heard[at]
        said = amount_of(cell, Asks.HOW_LONG, unit=heard.unit or "hours")
        if not isinstance(said.minutes, float):
            raise no_answer(cell)
        self._every(row, said.every or heard.every or None, at)
        hours = said.minutes / 60 * (1.0 if said.times is None else said.times)
        row.extra[matched.means, self._of(matched.of)] = hours, at

    def _amount(self, row: Row, said: Said, band: str, at: int) -> None:
        """How often and how long, each at its place; what another column says is said twice."""
        if said.times is not None:
            self._every(row, said.every, at)
            if row.extra.setdefault((COUNT, band), (said.times, at))[1] != at:
                raise Misread("import.said_twice", value=f"{said.times:g}")
        if isinstance(said.minutes, Duration):
            for end in ("low", "likely", "high"):
                row.put(("minutes", end), getattr(said.minutes, end), at)
        elif said.minutes is not None:
            row.put(("minutes", "likely"), said.minutes, at)

    def _value(self, row: Row, matched: Matched, at: int, cell: Scalar) -> None:
        if matched.means == "today.roles":
            share = share_of(cell, percent=self.heard[at].unit == "percent")
            row.put(("today", self._named("role", matched.of)), share, at)
            return
        column = self.found.layout.column(matched.means)
        if column is None:
            return
        value = column.cell.meant(cell, self.words, self.heard[at])
        path = tuple(matched.means.split("."))
        row.put(path, value, at)
        if is_divided_unsaid(column.cell, cell, value):
            row.note(Severity.WARNING, "import.who_evenly", at, value=shown(cell))

    def _every(self, row: Row, every: str | None, at: int) -> None:
        """What counts of one row are counted over is one thing."""
        if every is None:
            return
        if row.extra.setdefault(("every", ""), (every, at))[0] != every:
            raise Misread("import.every_mixed", value=every)

    def _of(self, text: str) -> str:
        """The band or role a column of hours is about."""
        if not text:
            return ""
        return self.words.meant("band", text) or self._named("role", text)

    def _named(self, what: str, text: str) -> str:
        found = self.words.meant(what, text)
        if found is None:
            near = self.words.nearest(what, text)
            raise Misread("import.name", value=shown(text), nearest=near)
        return found

    def _heard(self, matched: Matched, at: int) -> Heard:
        """How a column is meant; shares above one tell that the column counts in per cent."""
        column = self.found.layout.column(matched.means)
        is_share = column is not None and isinstance(column.cell, Part | Missed)
        if is_share and not matched.unit and self._above_one(at):
            return Heard("percent", matched.every)
        return Heard(matched.unit, matched.every)

    def _above_one(self, at: int) -> bool:
        for number, _ in self.found.sheet.filled():
            cell = self.found.sheet.at(number, at)
            if number >= self.found.header and cell is not None:
                try:
                    if "%" not in str(cell) and number_of(cell) > 1:
                        return True
                except Misread:
                    continue
        return False
