"""Answers as Parquet files, written a part at a time so that memory does not grow with them."""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from taskmap.batch.shapes import FINDINGS, FLAG, NUMBER, PLACE, TEXT, WHOLE, Columns
from taskmap.batch.work import Answer, Row
from taskmap.model.finding import Finding

PART = 5_000  # rows of a table held before they are written
KINDS = {TEXT: pa.string(), WHOLE: pa.int64(), NUMBER: pa.float64(), FLAG: pa.bool_()}


class Table:
    """One Parquet file, written beside its place and put there when it is whole."""

    def __init__(self, path: Path, columns: Columns) -> None:
        self._path, self._new = path, path.with_suffix(".new")
        self._schema = pa.schema([(name, KINDS[kind]) for name, kind in columns.items()])
        self._writer = pq.ParquetWriter(self._new, self._schema)
        self._rows: list[Row] = []
        self.count = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows in their order."""
        for row in rows:
            self._rows.append(row)
            self.count += 1
            if len(self._rows) >= PART:
                self._write()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._write()
        self._writer.close()
        if kind is None:
            self._new.replace(self._path)
        else:
            self._new.unlink(missing_ok=True)

    def _write(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()


def write(
    place: Path, shapes: Mapping[str, Columns], answers: Iterable[tuple[str, Answer]]
) -> dict[str, int]:
    """Write every table of a run.

    Args:
        place: the folder they go into, as ``units.parquet`` and so on.
        shapes: columns of each table, beside file and unit.
        answers: with the file each is about, in the order they are to stand.

    Returns:
        Rows of each table.

    Raises:
        OSError: the disk refuses; the tables that stood there stand.
    """
    with ExitStack() as stack:
        tables = {
            name: stack.enter_context(Table(place / f"{name}.parquet", {**PLACE, **columns}))
            for name, columns in shapes.items()
        }
        told = stack.enter_context(Table(place / "findings.parquet", FINDINGS))
        for file, answer in answers:
            about = {"file": file, "unit": answer.unit}
            for name, rows in answer.tables.items():
                tables[name].add(about | row for row in rows)
            told.add(about | _finding(finding) for finding in answer.findings)
        found = {**tables, "findings": told}
    return {name: table.count for name, table in found.items()}


def _finding(finding: Finding) -> Row:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "line": finding.place.line,
        "column": finding.place.column,
        "field": finding.place.field,
        "values": json.dumps(dict(finding.values), ensure_ascii=False, sort_keys=True),
    }
