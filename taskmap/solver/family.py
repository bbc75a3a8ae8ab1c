"""Rows of one kind, written one after the other in words close to the formula."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from taskmap.solver.names import joined, prefixed
from taskmap.solver.programme import UNBOUNDED, Floats, Ints, Rows, of_each

Number = TypeVar("Number", bound=np.generic)

ABSENT = -1  # a column number that stands for "not possible here": its entry is left out


class Family:
    """Collects rows of one kind; each is named rule first, subject after."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self._made: list[Rows] = []
        self._height = 0
        self._begin()

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
        """Add a row for each subject: the parts sum to ``most`` or less.

        Args:
            subjects: one for each row.
            most: of each row, or one for all.
            parts: columns, one for each row or one for all, or several on further axes; values
                likewise.
        """
        self._add_each(subjects, -UNBOUNDED, most, parts)

    def each_at_least(
        self, subjects: Sequence[str], least: ArrayLike, *parts: tuple[ArrayLike, ArrayLike]
    ) -> None:
        """Add a row for each subject: the parts sum to ``least`` or more."""
        self._add_each(subjects, least, UNBOUNDED, parts)

    def each_exactly(
        self, subjects: Sequence[str], sum_: ArrayLike, *parts: tuple[ArrayLike, ArrayLike]
    ) -> None:
        """Add a row for each subject: the parts sum to ``sum_``."""
        self._add_each(subjects, sum_, sum_, parts)

    def rows(self) -> Rows:
        """All rows so far as triplets."""
        self._close()
        made = self._made
        return Rows(
            names=joined(rows.names for rows in made),
            lower=_laid([rows.lower for rows in made], np.float64),
            upper=_laid([rows.upper for rows in made], np.float64),
            at=_laid([rows.at for rows in made], np.int64),
            columns=_laid([rows.columns for rows in made], np.int64),
            values=_laid([rows.values for rows in made], np.float64),
        )

    def _add(
        self,
        subject: str,
        lower: float,
        upper: float,
        parts: Iterable[tuple[ArrayLike, ArrayLike]],
    ) -> None:
        row = self._height + len(self._names)
        self._names.append(f"{self.rule}/{subject}")
        self._lower.append(lower)
        self._upper.append(upper)
        for where, what in parts:
            if isinstance(where, int | np.integer) and isinstance(what, int | float | np.number):
                self._put(row, [int(where)], [float(what)])
            else:
                self._put(row, *_alike(where, what))

    def _put(self, row: int, columns: list[int], values: list[float]) -> None:
        if ABSENT in columns:
            there = [i for i, column in enumerate(columns) if column != ABSENT]
            columns, values = [columns[i] for i in there], [values[i] for i in there]
        self._at += [row] * len(columns)
        self._columns += columns
        self._values += values

    def _add_each(
        self,
        subjects: Sequence[str],
        lower: ArrayLike,
        upper: ArrayLike,
        parts: Iterable[tuple[ArrayLike, ArrayLike]],
    ) -> None:
        self._close()
        if not (count := len(subjects)):
            return
        entries = [_spread(count, self._height, *part) for part in parts]
        at, columns, values = zip(*entries, strict=True)
        self._made.append(
            Rows(
                names=prefixed(self.rule, subjects),
                lower=of_each(lower, count),
                upper=of_each(upper, count),
                at=np.concatenate(at),
                columns=np.concatenate(columns),
                values=np.concatenate(values),
            )
        )
        self._height += count

    def _close(self) -> None:
        """Lay the rows that came one by one behind those that are made."""
        if not self._names:
            return
        self._made.append(
            Rows(
                names=tuple(self._names),
                lower=np.array(self._lower, dtype=np.float64),
                upper=np.array(self._upper, dtype=np.float64),
                at=np.array(self._at, dtype=np.int64),
                columns=np.array(self._columns, dtype=np.int64),
                values=np.array(self._values, dtype=np.float64),
            )
        )
        self._height += len(self._names)
        self._begin()

    def _begin(self) -> None:
        self._names: list[str] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._at: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []


def _spread(count: int, first: int, where: ArrayLike, what: ArrayLike) -> tuple[Ints, Ints, Floats]:
    """Entries of a part of many rows: rows, columns and values, without what is absent."""
    columns = _of_rows(np.asarray(where, dtype=np.int64), count)
    values = _of_rows(np.asarray(what, dtype=np.float64), count)
    columns, values, _ = np.broadcast_arrays(columns, values, np.empty((count, 1)))
    there = columns != ABSENT
    return np.nonzero(there)[0] + first, columns[there], values[there]


def _of_rows(numbers: NDArray[Number], count: int) -> NDArray[Number]:
    """``[count, n]``, or an array that spreads to it."""
    return numbers.reshape(count, -1) if numbers.ndim else numbers.reshape(1, 1)


def _laid(parts: Sequence[NDArray[Number]], kind: type[Number]) -> NDArray[Number]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)


def _alike(where: ArrayLike, what: ArrayLike) -> tuple[list[int], list[float]]:
    """Columns and as many values, in plain lists: rows are short, and arrays slow to begin."""
    columns, values = np.asarray(where, dtype=np.int64), np.asarray(what, dtype=np.float64)
    if values.ndim and values.shape != columns.shape:
        values = np.broadcast_to(values, columns.shape)
    of_all = columns.ravel().tolist()
    return of_all, values.ravel().tolist() if values.ndim else [values.item()] * len(of_all)
