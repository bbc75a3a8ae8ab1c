"""A file's rows read as its matching says, with what the whole file is needed for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taskmap import catalogue as catalogues
from taskmap.errors import Value
from taskmap.exchange import registration
from taskmap.exchange.assumed import daytime
from taskmap.exchange.columns import Found, found
from taskmap.exchange.matching import Matching
from taskmap.exchange.misread import Misread
from taskmap.exchange.notation import shares_meant
from taskmap.exchange.rows import Row, RowReader
from taskmap.exchange.words import Words, every_reader
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.unit import Country
from taskmap.sheets import Book
from taskmap.yamltext import fold

# Layouts whose names other sheets use are read first.
_ORDER = ("unit", "volumes", "bands", "staffing", "tasks")
_NO_VALUE = frozenset({"sheets.formula_without_value", "sheets.error_value"})
_NO_NAME = re.compile(r"[^\w-]+")
_LONGEST_ID = 40
MOST_ROWS = 5_000  # more than a document has room for; they are read while others wait


@dataclass(frozen=True, slots=True)
class Intake:
    """A file's rows.

    Args:
        rows: in the order of sheets and rows.
        means: what the file has columns for, by layout.
        findings: about the file as a whole.
    """

    rows: tuple[Row, ...]
    means: Mapping[str, frozenset[str]]
    findings: tuple[Finding, ...]


def taken(book: Book, matching: Matching, words: Words, noted: tuple[Finding, ...]) -> Intake:
    """Every row of the sheets a matching names."""
    seen, findings = found(book, matching)
    count = sum(1 for one in seen for _ in one.sheet.filled())
    if count > MOST_ROWS:
        values: dict[str, Value] = {"count": count, "most": MOST_ROWS}
        return Intake((), {}, (Finding("import.too_many_rows", Place(book.file), values),))
    if not seen and not matching.sheets:
        findings.append(Finding("import.nothing_understood", Place(book.file)))
    reading = _Reading(book.file, words, noted)
    for one in sorted(seen, key=lambda each: _rank(each.match.holds)):
        reading.sheet(one)
    means = {one.match.holds: frozenset[str]() for one in seen}
    for one in seen:
        means[one.match.holds] |= {matched.means for matched in one.columns.values()}
    order = {sheet.name: at for at, sheet in enumerate(book.sheets)}
    rows = sorted(reading.rows, key=lambda row: (order[row.sheet], row.number))
    apart = [f for f in noted if f not in reading.told and not _is_ours(f)]
    return Intake(tuple(rows), means, (*apart, *findings, *reading.findings))


def _is_ours(finding: Finding) -> bool:
    """Whether a hidden sheet is the one our own workbooks keep their lists on."""
    lists = {r.say("sheet.lists") for r in every_reader()}
    return finding.code == "sheets.hidden" and finding.place.sheet in lists


def _rank(holds: str) -> int:
    return _ORDER.index(holds) if holds in _ORDER else len(_ORDER)


class _Reading:
    """Sheets read one after the other, each with the words that those before it brought."""

    def __init__(self, file: str, words: Words, noted: tuple[Finding, ...]) -> None:
        self.file = file
        self.words = words
        self.rows: list[Row] = []
        self.findings: list[Finding] = []
        self.told: list[Finding] = []
        self.noted = {
            (f.place.sheet, f.place.line, f.place.column): f for f in noted if f.code in _NO_VALUE
        }

    def sheet(self, one: Found) -> None:
        """One sheet's rows."""
        if one.match.holds == "tasks":
            self._tasks_named(one)
        rows = list(RowReader(self.file, one, self.words).rows())
        for row in rows:
            self._without_value(row, one)
        if one.match.holds == "tasks":
            rows = list(self._tasks(rows, one))
        elif one.match.holds == "alternatives":
            for row in rows:
                registration.put_counts(row, registration.counts_of(row))
        self.rows.extend(rows)
        self._learn(one.match.holds, rows)

    def _learn(self, holds: str, rows: list[Row]) -> None:
        """What the sheets that follow may name."""
        said, catalogue = dict(self.words.said), self.words.catalogue
        records = [row.record for row in rows]
        if holds == "unit" and records:
            country = records[0].get("unit", {}).get("country")
            catalogue = catalogues.load(Country(country)) if country else catalogue
        elif holds == "volumes":
            said["volumes"] = {str(r.get("volume", "")): r.get("number") for r in records}
        elif holds == "bands":
            named = {str(r.get("id", "")): r.get("name", r.get("id", "")) for r in records}
            said["bands"] = [{"id": id_, "name": name} for id_, name in named.items() if id_]
        elif holds == "staffing":
            said["staffing"] = [r for r in records if r.get("role")]
        else:
            return
        self.words = Words(self.words.reader, catalogue, said)

    def _tasks_named(self, one: Found) -> None:
        """Tasks by id and name before their rows are read, for they name each other."""
        at = {matched.means: column for column, matched in one.columns.items()}
        old = {fold(t.get("name", t["id"])): t["id"] for t in self.words.said.get("tasks", ())}
        taken_ids: set[str] = set()
        self.ids: dict[int, str] = {}
        tasks = []
        for number, _ in one.sheet.filled():
            if number < one.header:
                continue
            given, name = (one.sheet.at(number, at[k]) if k in at else None for k in ("id", "name"))
            title = "" if name is None else str(name).strip()
            if given is None and not title:
                continue
            own = _plain(given) if given is not None else old.get(fold(title)) or _slug(title)
            if given is None:
                own = _unlike(own, taken_ids)
            taken_ids.add(fold(own))
            self.ids[number + 1] = own
            tasks.append({"id": own, "name": title or own})
        self.words = Words(
            self.words.reader, self.words.catalogue, {**self.words.said, "tasks": tasks}
        )

    def _tasks(self, rows: list[Row], one: Found) -> Iterator[Row]:
        """The rows that are tasks; sums are held against them instead."""
        bands = frozenset(band["id"] for band in self.words.said.get("bands", ()))
        given = self._given(one)
        assumed: list[tuple[str, ...]] = []
        for row in rows:
            if registration.is_total(row):
                self._total(row)
            elif registration.is_subtotal(row):
                self._subtotal(row)
            else:
                assumed.append(registration.finish(row, bands, given))
                if row.number in self.ids:
                    row.record["id"] = self.ids[row.number]
                elif not row.findings:
                    row.note(Severity.ERROR, "import.no_name")
                yield row
        self._by_day(one, list(filter(None, assumed)))

    def _by_day(self, one: Found, assumed: list[tuple[str, ...]]) -> None:
        """Once for a sheet: how many rows said no time of day, and what was taken for granted."""
        if assumed:
            place, bands = Place(self.file, sheet=one.sheet.name), max(assumed, key=len)
            values: dict[str, Value] = {"sheet": one.sheet.name, "count": len(assumed)}
            when = tuple(str(self.words.told("band", band)) for band in bands)
            told = Finding("import.by_day", place, {**values, "when": when}, Severity.WARNING)
            self.findings.append(told)

    def _given(self, one: Found) -> dict[str, Any]:
        """What holds for every row of a sheet."""
        bands = self.words.said.get("bands", ())
        given: dict[str, Any] = {"daytime": daytime(bands) if len(bands) > 1 else ()}
        try:
            if "band" in one.match.given:
                given["band"] = self.words.meant("band", one.match.given["band"])
            if "today" in one.match.given:
                given["today"] = shares_meant(one.match.given["today"], self.words)
        except Misread as misread:
            place = Place(self.file, sheet=one.sheet.name)
            self.findings.append(Finding(misread.code, place, misread.values))
        return given

    def _subtotal(self, row: Row) -> None:
        """A sum there is nothing to hold against."""
        self._note("import.subtotal_row", row, value=str(row.record["name"])[:60])

    def _total(self, row: Row) -> None:
        """The sum a registration states, kept so that a difference is told."""
        hours = registration.total_hours(row)
        if not hours:
            self._subtotal(row)
        else:
            self._note("import.total_row", row, value=round(hours[0], 2))
            total = Row(row.file, row.sheet, row.number, "unit")
            total.put(("registered_total", "hours"), hours[0], hours[1])
            self.rows.append(total)

    def _note(self, code: str, row: Row, **values: Any) -> None:
        place = Place(self.file, row.number, None, None, row.sheet)
        self.findings.append(Finding(code, place, {"sheet": row.sheet, **values}, Severity.INFO))

    def _without_value(self, row: Row, one: Found) -> None:
        """A formula that has no value, or an error, where a value is asked for."""
        for column in one.columns:
            found_at = self.noted.get((row.sheet, row.number, column + 1))
            if found_at is not None:
                self.told.append(found_at)
                row.note(Severity.ERROR, found_at.code, column, **found_at.values)


def _plain(cell: object) -> str:
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if whole and isinstance(cell, float) else str(cell).strip()


def _slug(title: str) -> str:
    return _NO_NAME.sub("-", fold(title)).strip("-_")[:_LONGEST_ID].strip("-") or "-"


def _unlike(own: str, taken_ids: set[str]) -> str:
    """An id of its own for each of several tasks that are called the same."""
    number, found_id = 2, own
    while fold(found_id) in taken_ids:
        found_id, number = f"{own}-{number}", number + 1
    return found_id
