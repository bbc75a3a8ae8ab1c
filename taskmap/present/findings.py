"""Findings about a document in words, each with its way out."""

from collections.abc import Iterable

from taskmap.errors import Value
from taskmap.language import Reader
from taskmap.model.finding import Finding, Place, Severity
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import figure, variant, word
from taskmap.sheets import cell_name

DATED = frozenset(  # codes whose value is a date
    {
        "decision.ends_before_start",
        "decision.expired",
        "mapping.deleted_before",
        "mapping.kept_too_long",
    }
)
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def message(finding: Finding, reader: Reader, speaker: Speaker | None = None) -> str:
    """What is wrong, and the way out where there is one.

    Args:
        finding: what was found.
        reader: the language.
        speaker: names of the mapping's roles and tasks; None when it could not be read.
    """
    values = _worded(finding, reader, speaker)
    key = f"finding.{finding.code}"
    told = [reader.say(variant(key, finding.values, reader), **values)]
    if finding.values.get("nearest"):
        own = f"{key}.nearest"
        told.append(reader.say(own if reader.has(own) else "finding.nearest", **values))
    if reader.has(f"{key}.way"):
        told.append(reader.say(f"{key}.way", **values))
    return capital(" ".join(told))


def place(finding: Finding) -> str:
    """File, line and column as editors write them, ``sone2.yaml:6:9``; a workbook's sheet and cell.

    ``uke.xlsx: Uke 42!C7`` names a cell, ``uke.xlsx: Uke 42!7`` a row.
    """
    where = finding.place
    if where.sheet is not None:
        return f"{where.file}: {where.sheet}{_cell(where)}"
    parts = (where.file, where.line, where.column if where.line else None)
    return ":".join(str(part) for part in parts if part is not None)


def _cell(where: Place) -> str:
    if where.line is None:
        return ""
    named = where.column is not None
    cell = cell_name(where.line - 1, (where.column or 1) - 1) if named else str(where.line)
    return f"!{cell}"


def severity(finding: Finding, reader: Reader) -> str:
    """Error, warning or note, in words."""
    return reader.say(f"word.severity.{finding.severity}")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file and line, as one would mend them; without a line last in their file."""
    return tuple(
        sorted(
            findings,
            key=lambda f: (f.place.file, f.place.line or 10**9, f.place.column or 0, f.code),
        )
    )


def findings_table(
    findings: Iterable[Finding], reader: Reader, speaker: Speaker | None = None
) -> Table:
    """All findings as a table, the heaviest first."""
    ordered = sorted(in_order(findings), key=lambda f: _WEIGHT[f.severity])
    columns = [Column(reader.say(f"finding.column.{c}")) for c in ("weight", "place", "message")]
    rows = (
        (
            Cell(severity(f, reader), _WEIGHT[f.severity]),
            Cell(place(f), f.place.line),
            Cell(message(f, reader, speaker), key=f.code),
        )
        for f in ordered
    )
    return table(reader.say("finding.title"), columns, rows, count(ordered, reader))


def count(findings: Iterable[Finding], reader: Reader) -> str:
    """How many errors, warnings and notes: ``2 feil og 1 advarsel``; all well when none."""
    found = list(findings)
    parts = [
        reader.say(f"finding.count_{weight}", n=n)
        for weight in _WEIGHT
        if (n := sum(f.severity is weight for f in found))
    ]
    return reader.list(parts) if parts else reader.say("finding.none")


def _worded(finding: Finding, reader: Reader, speaker: Speaker | None) -> dict[str, str]:
    """The values in words; what bounds a share is a share, and broken files keep their ids."""
    read_as = dict.fromkeys(("low", "high"), "share") if "share" in finding.values else {}
    if finding.code in DATED:
        read_as["value"] = "date"
    return {
        name: _value(read_as.get(name, name), value, reader, speaker)
        for name, value in finding.values.items()
    }


def _value(name: str, value: Value, reader: Reader, speaker: Speaker | None) -> str:
    return word(name, value, speaker) if speaker else figure(name, value, reader)
