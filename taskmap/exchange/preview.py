"""What an import would do, row by row, before anything is written."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from taskmap.document import mapping_table, read_mapping, write_mapping
from taskmap.errors import ImportHasErrors, RowsLeftOut, Value
from taskmap.exchange.assembly import Assembled, assembled
from taskmap.exchange.intake import Intake, taken
from taskmap.exchange.matching import Matching
from taskmap.exchange.rows import Row
from taskmap.exchange.words import Words
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping as UnitMapping
from taskmap.model.units import UnitId
from taskmap.sheets import Book

_LAST_STEP = re.compile(r"[.\[][^.\[]*$")


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"  # of the unit itself: must be mended, for nothing stands without it
    LEFT_OUT = "left_out"


_OF_UNIT = frozenset({"unit", "bands", "volumes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row of the file.

    Args:
        name: sheet and number, as rows are accepted by: ``Uke 42!7``.
        holds: name of its layout.
        title: what it is about.
    """

    name: str
    holds: str
    title: str
    state: State
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do.

    Args:
        rows: every row that is looked at.
        findings: about the file and the mapping as a whole, at their cells where they have one.
        text: the document without the rows left out; None where that would have errors too.
        mapping: the same, read.
    """

    rows: tuple[PreviewRow, ...]
    findings: tuple[Finding, ...]
    text: str | None
    mapping: UnitMapping | None

    @property
    def left_out(self) -> tuple[str, ...]:
        """Names of the rows that are left out, in the file's order."""
        return tuple(row.name for row in self.rows if row.state is State.LEFT_OUT)


def preview(
    book: Book,
    matching: Matching,
    words: Words,
    noted: Iterable[Finding] = (),
    unit: UnitId | None = None,
) -> Preview:
    """Read a file's rows into a unit, and tell what becomes of each.

    Args:
        book: the file.
        matching: what its sheets and columns mean.
        words: of the unit as it is; empty tables for a unit of the file's own.
        noted: what was found when the file was read.
        unit: id of the unit it is meant for; None for whichever the file names.
    """
    intake = taken(book, matching, words, tuple(noted))
    if unit is not None:
        for row in intake.rows:
            _of_unit(row, unit)
    work = _Work(book.file, intake, words.said)
    work.settle()
    return work.told()


def imported(told: Preview, accepted: Collection[str] = ()) -> str:
    """The document, when every row that is left out has been accepted as such.

    Raises:
        ImportHasErrors: there is no sound document, whichever rows are left out.
        RowsLeftOut: rows are left out that nobody has accepted.
    """
    if told.text is None:
        raise ImportHasErrors(count=sum(f.severity is Severity.ERROR for f in told.findings))
    missing = tuple(name for name in told.left_out if name not in accepted)
    if missing:
        raise RowsLeftOut(count=len(missing), rows=missing[:50])
    return told.text


class _Work:
    """Rows are left out until the rest is a sound document, or until no row is to blame."""

    def __init__(self, file: str, intake: Intake, frame: Mapping[str, Any]) -> None:
        self.file = file
        self.intake = intake
        self.frame = frame
        self.findings: dict[str, list[Finding]] = {r.name: list(r.findings) for r in intake.rows}
        self.out = {row.name for row in intake.rows if self._may_go(row) and self._is_wrong(row)}
        self.general: list[Finding] = []
        self.text: str | None = None
        self.mapping: UnitMapping | None = None
        self.before = {task["id"]: task for task in frame.get("tasks", ())}
        self.after: dict[Any, Any] = {}

    def settle(self) -> None:
        """Assemble and read until nothing changes."""
        while True:
            rows = [row for row in self.intake.rows if row.name not in self.out]
            made = assembled(rows, self.frame, self.intake.means, self.file)
            text = write_mapping({"taskmap": "mapping/1", **made.said})
            mapping, findings = read_mapping(text, file=self.file)
            blamed = self._blame(made, findings)
            if blamed - self.out:
                self.out |= blamed
                continue
            whole = not any(self._is_wrong(row) for row in rows)
            sound = mapping is not None and whole and not _has_errors(self.intake.findings)
            # As the unit's own tables are told, so that what says the same is the same.
            said = made.said if mapping is None else mapping_table(mapping)
            self.after = {task.get("id"): task for task in said.get("tasks", ())}
            self.general = self._general(made, findings)
            self.text, self.mapping = (text, mapping) if sound else (None, None)
            return

    def _blame(self, made: Assembled, findings: Iterable[Finding]) -> set[str]:
        """Rows that errors stand in; every finding is noted at its row."""
        blamed = set()
        for row, code, value in made.rows_without:
            place = Place(self.file, row.number, None, None, row.sheet)
            self._note(row, Finding(code, place, {"value": value}))
            blamed.add(row.name)
        for finding in findings:
            blame, at = _origin(made, finding)
            if blame is not None:
                self._note(blame, _placed(finding, blame, at, self.file))
                if finding.severity is Severity.ERROR and self._may_go(blame):
                    blamed.add(blame.name)
        return blamed

    def _may_go(self, row: Row) -> bool:
        """Whether the rest can stand without a row."""
        return row.holds not in _OF_UNIT

    def _is_wrong(self, row: Row) -> bool:
        return _has_errors(self.findings[row.name])

    def _note(self, row: Row, finding: Finding) -> None:
        if finding not in self.findings[row.name]:
            self.findings[row.name].append(finding)

    def _general(self, made: Assembled, findings: Iterable[Finding]) -> list[Finding]:
        """What stands in no row: in the unit as it is, or in the file as a whole."""
        rest = [f for f in findings if _origin(made, f)[0] is None]
        bare = [replace(f, place=Place(self.file, field=f.place.field)) for f in rest]
        return [*self.intake.findings, *made.findings, *bare]

    def told(self) -> Preview:
        """The preview."""
        return Preview(
            rows=tuple(self._row(row) for row in self.intake.rows),
            findings=tuple(self.general),
            text=self.text,
            mapping=self.mapping,
        )

    def _row(self, row: Row) -> PreviewRow:
        return PreviewRow(
            name=row.name,
            holds=row.holds,
            title=_title(row),
            state=State.LEFT_OUT if row.name in self.out else self._state(row),
            findings=tuple(self.findings[row.name]),
        )

    def _state(self, row: Row) -> State:
        """Whether a task is new, changed or as it was; other rows are told as new."""
        if self._is_wrong(row):
            return State.WRONG
        own = row.record.get("id")
        if row.holds != "tasks" or own not in self.before:
            return State.NEW
        return State.SAME if self.before[own] == self.after.get(own) else State.CHANGED


def _of_unit(row: Row, unit: UnitId) -> None:
    """A file that names another unit is not imported into this one by mistake."""
    said = row.record.get("unit", {}) if row.holds == "unit" else {}
    if "id" in said and said["id"] != unit:
        at = row.columns.get(("unit", "id"))
        values: dict[str, Value] = {"value": str(said["id"]), "unit": unit}
        row.note(Severity.ERROR, "import.other_unit", at, **values)


def _title(row: Row) -> str:
    named = ("name", "task", "role", "id", "volume")
    unit = row.record.get("unit")
    if isinstance(unit, dict):
        return str(unit.get("name", ""))
    return str(next((row.record[name] for name in named if row.record.get(name)), ""))


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _origin(made: Assembled, finding: Finding) -> tuple[Row | None, int | None]:
    """The row and column a finding stands in, by the innermost part that has one."""
    path = finding.place.field or ""
    while path:
        if path in made.origins:
            return made.origins[path]
        shorter = _LAST_STEP.sub("", path)
        if shorter == path:
            break
        path = shorter
    return None, None


def _placed(finding: Finding, row: Row, at: int | None, file: str) -> Finding:
    column = None if at is None else at + 1
    return replace(finding, place=Place(file, row.number, column, finding.place.field, row.sheet))
