"""Rows of one kind, written one after the other in words close to the formula."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from taskmap.solver.programme import UNBOUNDED, Floats, Ints, Rows

ABSENT = -1  # a column number that stands for "not possible here": its entry is left out


class Family:
    """Collects rows of one kind; each is named rule first, subject after."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self._names: list[str] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._columns: list[Ints] = []
        self._values: list[Floats] = []

    def at_most(self, subject: str, most: float, *parts: tuple[ArrayLike, ArrayLike]) -> None:
        """Add a row: the parts sum to ``most`` or less."""
        self._add(subject, -UNBOUNDED, most, parts)

    def at_least(self, subject: str, least: float, *parts: tuple[ArrayLike, ArrayLike]) -> None:
        """Add a row: the parts sum to ``least`` or more."""
        self._add(subject, least, UNBOUNDED, parts)

    def exactly(self, subject: str, sum_: float, *parts: tuple[ArrayLike, ArrayLike]) -> None:
        """Add a row: the parts sum to ``sum_``."""
        self._add(subject, sum_, sum_, parts)

    def rows(self) -> Rows:
        """All rows so far as triplets."""
        sizes = [len(columns) for columns in self._columns]
        return Rows(
            names=tuple(self._names),
            lower=np.array(self._lower, dtype=np.float64),
            upper=np.array(self._upper, dtype=np.float64),
            at=np.repeat(np.arange(len(sizes), dtype=np.int64), sizes),
            columns=np.concatenate([np.zeros(0, dtype=np.int64), *self._columns]),
            values=np.concatenate([np.zeros(0), *self._values]),
        )

    def _add(
        self,
        subject: str,
        lower: float,
        upper: float,
        parts: Iterable[tuple[ArrayLike, ArrayLike]],
    ) -> None:
        columns, values = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
        for where, what in parts:
            number = np.atleast_1d(np.asarray(where, dtype=np.int64))
            value = np.broadcast_to(np.asarray(what, dtype=np.float64), number.shape)
            there = number != ABSENT
            columns.append(number[there].ravel())
            values.append(value[there].ravel())
        self._names.append(f"{self.rule}/{subject}")
        self._lower.append(lower)
        self._upper.append(upper)
        self._columns.append(np.concatenate(columns))
        self._values.append(np.concatenate(values))
