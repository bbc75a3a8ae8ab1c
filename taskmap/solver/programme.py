"""A mixed-integer programme as named rows and columns, kept in plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from taskmap.solver.names import Names, joined

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LARGEST = 1e12  # beyond this a double no longer carries a thousandth of a minute safely
SMALLEST = 1e-9  # HiGHS drops smaller entries without a word
UNBOUNDED = np.inf


@dataclass(frozen=True, slots=True)
class Rows:
    """A family of rows as triplets: ``lower <= sum(values * columns) <= upper``.

    Args:
        names: one per row, rule first and subject after: ``capacity/sykepleier/dag``.
        at: for each entry, which of these rows it belongs to, counted from 0.
        columns: for each entry, its column.
        values: for each entry, its coefficient.
    """

    names: Sequence[str]
    lower: Floats
    upper: Floats
    at: Ints
    columns: Ints
    values: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows compressed: the entries of row i are those from ``starts[i]`` to ``starts[i + 1]``.

    Args:
        starts: one more than there are rows.
        columns: of each entry, growing within a row.
        values: of each entry; none is zero.
        lower: of every row.
        upper: of every row.
    """

    starts: Ints
    columns: Ints
    values: Floats
    lower: Floats
    upper: Floats

    def above(self, below: "Matrix") -> "Matrix":
        """With more rows under these."""
        return Matrix(
            starts=np.concatenate((self.starts, self.starts[-1] + below.starts[1:])),
            columns=np.concatenate((self.columns, below.columns)),
            values=np.concatenate((self.values, below.values)),
            lower=np.concatenate((self.lower, below.lower)),
            upper=np.concatenate((self.upper, below.upper)),
        )


@dataclass(slots=True)
class Programme:
    """Columns and rows gathered family by family, checked as they come in.

    HiGHS answers "optimal" to rubbish (tiny or infinite coefficients, NaN), so nothing that is
    not finite or of a sensible size passes this door.

    Attributes:
        width: how many columns.
        height: how many rows.
    """

    width: int = 0
    height: int = 0
    _named: list[Sequence[str]] = field(default_factory=list)
    _lower: list[Floats] = field(default_factory=list)
    _upper: list[Floats] = field(default_factory=list)
    _whole: list[NDArray[np.bool_]] = field(default_factory=list)
    _rows: list[Rows] = field(default_factory=list)
    _matrix: Matrix | None = None

    def add_columns(
        self, names: Sequence[str], lower: ArrayLike, upper: ArrayLike, *, whole: ArrayLike = False
    ) -> Ints:
        """Add columns between bounds and return their numbers, in the order of ``names``.

        ``lower``, ``upper`` and ``whole`` are of each column, or one for all.
        """
        count, first = len(names), self.width
        low, high = of_each(lower, count), of_each(upper, count)
        _check_bounds(names, low, high)
        self._named.append(names)
        self.width += count
        self._lower.append(low)
        self._upper.append(high)
        self._whole.append(np.full(count, whole, dtype=np.bool_))
        return np.arange(first, first + count, dtype=np.int64)

    def make_whole(self, columns: Ints) -> None:
        """Ask whole numbers of columns that were added before."""
        whole = self.whole
        whole[columns] = True
        self._whole = [whole]

    def add_rows(self, rows: Rows) -> None:
        """Add a family of rows; entries on the same row and column are summed."""
        _check_bounds(rows.names, rows.lower, rows.upper)
        _check_entries(rows, self.width)
        self.height += len(rows.names)
        self._rows.append(rows)
        self._matrix = None

    def within(self, lower: Floats, upper: Floats) -> "Programme":
        """A copy with other bounds for its columns."""
        _check_bounds(self.column_names, lower, upper)
        return Programme(
            width=self.width,
            height=self.height,
            _named=list(self._named),
            _lower=[lower],
            _upper=[upper],
            _whole=[self.whole],
            _rows=list(self._rows),
            _matrix=self._matrix,
        )

    def free(self, rows: Sequence[int]) -> None:
        """Let rows, by their numbers, bind no longer; they keep their names and places."""
        bound = np.ones(self.height, dtype=np.bool_)
        bound[list(rows)] = False
        self._matrix = None
        first = 0
        for at, family in enumerate(self._rows):
            held = bound[first : first + len(family.names)]
            first += len(family.names)
            if not held.all():
                self._rows[at] = replace(
                    family,
                    lower=np.where(held, family.lower, -UNBOUNDED),
                    upper=np.where(held, family.upper, UNBOUNDED),
                )

    @property
    def column_names(self) -> Sequence[str]:
        """Every column's name."""
        if len(self._named) != 1:
            self._named = [joined(self._named)]  # so that they are written once
        return self._named[0]

    @property
    def row_names(self) -> Names:
        """Every row's name."""
        return joined(rows.names for rows in self._rows)

    @property
    def lower(self) -> Floats:
        """Lower bound of every column."""
        return np.concatenate(self._lower) if self._lower else np.zeros(0)

    @property
    def upper(self) -> Floats:
        """Upper bound of every column."""
        return np.concatenate(self._upper) if self._upper else np.zeros(0)

    @property
    def whole(self) -> NDArray[np.bool_]:
        """Which columns are whole numbers."""
        return np.concatenate(self._whole) if self._whole else np.zeros(0, dtype=np.bool_)

    @property
    def families(self) -> tuple[Rows, ...]:
        """The rows, family by family, in the order they were added."""
        return tuple(self._rows)

    def matrix(self, extra: Sequence[Rows] = ()) -> Matrix:
        """All rows compressed, with extra ones below; made once for as long as none changes."""
        if self._matrix is None:
            self._matrix = compress(self._rows, self.width)
        return self._matrix.above(compress(extra, self.width)) if extra else self._matrix


def of_each(value: ArrayLike, count: int) -> Floats:
    """One number for each of ``count``, where one for all may have been given."""
    numbers = np.array(value, dtype=np.float64)
    if numbers.shape == (count,):
        return numbers
    return np.full(count, numbers)  # far quicker than broadcasting


def compress(families: Sequence[Rows], width: int) -> Matrix:
    """Lay families of triplets under each other as one matrix compressed by row."""
    sizes = [len(rows.names) for rows in families]
    offsets = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    height = int(offsets[-1])
    at = _join([rows.at + offset for rows, offset in zip(families, offsets, strict=False)])
    key = at.astype(np.int64) * max(width, 1) + _join([rows.columns for rows in families])
    unique, where = np.unique(key.astype(np.int64), return_inverse=True)
    values = np.bincount(
        where, weights=_join([rows.values for rows in families]), minlength=len(unique)
    ).astype(np.float64)
    keep = values != 0.0
    unique, values = unique[keep], values[keep]
    starts = np.searchsorted(unique, np.arange(height + 1, dtype=np.int64) * max(width, 1))
    return Matrix(
        starts=starts.astype(np.int64),
        columns=(unique % max(width, 1)).astype(np.int64),
        values=values,
        lower=_join([rows.lower for rows in families]),
        upper=_join([rows.upper for rows in families]),
    )


def _join(parts: Sequence[NDArray[np.generic]]) -> NDArray[np.float64]:
    # Floats hold every row and column number exactly; callers cast back where they need ints.
    return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)


def _check_bounds(names: Sequence[str], lower: Floats, upper: Floats) -> None:
    if not len(names) == len(lower) == len(upper):
        raise ValueError(f"{len(names)} names, {len(lower)} lower and {len(upper)} upper bounds")
    bad = np.isnan(lower) | np.isnan(upper) | (lower > upper)
    bad |= np.isfinite(lower) & (np.abs(lower) > LARGEST)
    bad |= np.isfinite(upper) & (np.abs(upper) > LARGEST)
    bad |= (lower == UNBOUNDED) | (upper == -UNBOUNDED)
    if bad.any():
        i = int(np.argmax(bad))
        raise ValueError(f"{names[i]}: bounds {lower[i]} to {upper[i]} are not usable")


def _check_entries(rows: Rows, width: int) -> None:
    if not len(rows.at) == len(rows.columns) == len(rows.values):
        raise ValueError(f"{len(rows.at)} rows, {len(rows.columns)} columns, {len(rows.values)}")
    if not len(rows.at):
        return
    size = np.abs(rows.values)
    # Written so that NaN fails too: every comparison with NaN is false.
    good = (size == 0.0) | ((size >= SMALLEST) & (size <= LARGEST))
    good &= (rows.columns >= 0) & (rows.columns < width)
    good &= (rows.at >= 0) & (rows.at < len(rows.names))
    if not good.all():
        i = int(np.argmin(good))
        raise ValueError(
            f"entry {rows.values[i]} at row {rows.at[i]}, column {rows.columns[i]} is not usable"
        )
