"""Rows of one kind, written one after the other in words close to the formula."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from taskmap.solver.programme import UNBOUNDED, Rows, of_each

ABSENT = -1  # a column number that stands for "not possible here": its entry is left out


class Family:
    """Collects rows of one kind; each is named rule first, subject after."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self._names: list[str] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._at: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []

    def at_most(self, subject: str, most: float, *parts: tuple[ArrayLike, ArrayLike]) -> None:
        """Add a row: the parts sum to ``most`` or less."""
        self._add(subject, -UNBOUNDED, most, parts)

    def at_least(self, subject: str, least: float, *parts: tuple[ArrayLike, ArrayLike]) -> None:
        """Add a row: the parts sum to ``least`` or more."""
        self._add(subject, least, UNBOUNDED, parts)

    def exactly(self, subject: str, sum_: float, *parts: tuple[ArrayLike, ArrayLike]) -> None:
        """Add a row: the parts sum to ``sum_``."""
        self._add(subject, sum_, sum_, parts)

    def each_at_most(
        self, subjects: Sequence[str], most: ArrayLike, *parts: tuple[ArrayLike, ArrayLike]
    ) -> None:
        """Add a row for each subject, with one entry of each part in it.

        Args:
            subjects: one for each row.
            most: of each row, or one for all.
            parts: a column for each row, or one for all; and a value likewise.
        """
        count, first = len(subjects), len(self._names)
        rows = range(first, first + count)
        self._names += [f"{self.rule}/{subject}" for subject in subjects]
        self._lower += [-UNBOUNDED] * count
        self._upper += of_each(most, count).tolist()
        for where, what in parts:
            columns, values = of_each(where, count).astype(np.int64), of_each(what, count)
            self._put(list(rows), columns.tolist(), values.tolist())

    def rows(self) -> Rows:
        """All rows so far as triplets."""
        return Rows(
            names=tuple(self._names),
            lower=np.array(self._lower, dtype=np.float64),
            upper=np.array(self._upper, dtype=np.float64),
            at=np.array(self._at, dtype=np.int64),
            columns=np.array(self._columns, dtype=np.int64),
            values=np.array(self._values, dtype=np.float64),
        )

    def _add(
        self,
        subject: str,
        lower: float,
        upper: float,
        parts: Iterable[tuple[ArrayLike, ArrayLike]],
    ) -> None:
        row = len(self._names)
        self._names.append(f"{self.rule}/{subject}")
        self._lower.append(lower)
        self._upper.append(upper)
        for where, what in parts:
            if isinstance(where, int | np.integer) and isinstance(what, int | float | np.number):
                self._put([row], [int(where)], [float(what)])
            else:
                columns, values = _alike(where, what)
                self._put([row] * len(columns), columns, values)

    def _put(self, rows: list[int], columns: list[int], values: list[float]) -> None:
        if ABSENT in columns:
            there = [i for i, column in enumerate(columns) if column != ABSENT]
            rows, columns = [rows[i] for i in there], [columns[i] for i in there]
            values = [values[i] for i in there]
        self._at += rows
        self._columns += columns
        self._values += values


def _alike(where: ArrayLike, what: ArrayLike) -> tuple[list[int], list[float]]:
    """Columns and as many values, in plain lists: rows are short, and arrays slow to begin."""
    columns, values = np.asarray(where, dtype=np.int64), np.asarray(what, dtype=np.float64)
    if values.ndim and values.shape != columns.shape:
        values = np.broadcast_to(values, columns.shape)
    of_all = columns.ravel().tolist()
    return of_all, values.ravel().tolist() if values.ndim else [values.item()] * len(of_all)
