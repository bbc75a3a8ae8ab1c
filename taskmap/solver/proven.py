"""A lower bound that stands on its own: any prices of rows prove one, whoever found them."""

from collections.abc import Sequence

import numpy as np

from taskmap.solver.programme import Floats, Programme, Rows

EPS = float(np.finfo(np.float64).eps)


def proven(programme: Programme, cost: Floats, duals: Floats, extra: Sequence[Rows] = ()) -> float:
    """What no point within rows and bounds costs less than, rounding counted in.

    For any prices y of rows: ``c x = y A x + (c - y A) x``, and each part is at least its worst
    over the row's or column's own bounds. The solver only suggests y; a wrong y gives a weak
    bound, never a false one. What rounding may have taken is taken off.
    Source: Neumaier & Shcherbina, Safe bounds in linear and mixed-integer programming (2004).

    Args:
        programme: columns and rows; whole columns count as divisible.
        cost: of one unit of every column.
        duals: of every row, then of the extra ones.
        extra: rows beside those of the programme.
    """
    lower, upper = programme.lower, programme.upper
    rows = programme.matrix(extra)
    # A price that leans on a side without a bound would prove nothing: it is left out.
    y = np.where((duals > 0) & ~np.isfinite(rows.lower), 0.0, duals)
    y = np.where((y < 0) & ~np.isfinite(rows.upper), 0.0, y)
    parts = np.repeat(y, np.diff(rows.starts)) * rows.values
    rest = cost - np.bincount(rows.columns, weights=parts, minlength=len(cost))
    size = np.abs(cost) + np.bincount(rows.columns, weights=np.abs(parts), minlength=len(cost))
    entries = np.bincount(rows.columns, minlength=len(cost))
    doubt = np.asarray(EPS * (entries + 2) * size, dtype=np.float64)
    of_rows = _worst(y, np.zeros_like(y), rows.lower, rows.upper)
    of_columns = _worst(rest, doubt, lower, upper)
    terms = np.concatenate((of_rows, of_columns))
    # A sum of n numbers is off by at most n times the last digit of their sizes.
    return float(terms.sum() - EPS * (len(terms) + 2) * np.abs(terms).sum())


def _worst(price: Floats, doubt: Floats, lower: Floats, upper: Floats) -> Floats:
    """The least of price x amount over amounts between the bounds, and a price off by the doubt."""
    with np.errstate(invalid="ignore"):
        ends = [
            np.where(p == 0.0, 0.0, p * end)
            for p in (price - doubt, price + doubt)
            for end in (lower, upper)
        ]
    return np.asarray(np.min(ends, axis=0))
