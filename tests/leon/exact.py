"""Linear programmes in whole numbers: the oracle's own simplex, with no rounding anywhere."""

import numpy as np


class NoPoint(Exception):
    """The rows contradict each other."""


def least(cost: list[int], rows: list[tuple[dict[int, int], int]]) -> tuple[int, int]:
    """Minimise ``cost · x`` with ``x >= 0`` and every row ``Σ a x <= b``.

    A condensed tableau whose entries are kept whole by dividing each pivot by the one before it
    (Edmonds); Bland's rule, so that it ends.

    Returns:
        The least value as numerator and positive denominator.
    """
    n, m = len(cost), len(rows)
    table = np.zeros((m + 2, n + 2), dtype=object)  # last column b, column n the helper of phase 1
    for i, (coefficients, most) in enumerate(rows):
        for j, a in coefficients.items():
            table[i, j] += a
        table[i, n], table[i, n + 1] = -1, most
    table[m, :n] = cost
    table[m + 1, n] = 1
    basis, free, scale = list(range(n + 1, n + 1 + m)), list(range(n + 1)), 1
    worst = min(range(m), key=lambda i: table[i, n + 1], default=None)
    if worst is not None and table[worst, n + 1] < 0:
        table, scale = _pivot(table, basis, free, worst, n, scale)
        table, scale = _descend(table, basis, free, m + 1, scale)
        if table[m + 1, -1] != 0:
            raise NoPoint
        if n in basis:
            row = basis.index(n)
            column = next((j for j in range(n + 1) if table[row, j] != 0), None)
            if column is not None:
                table, scale = _pivot(table, basis, free, row, column, scale)
    table[:, free.index(n)] = 0  # the helper stays at zero from here on
    table, scale = _descend(table, basis, free, m, scale)
    return -int(table[m, -1]), int(scale)


def _descend(table, basis, free, goal, scale):
    while True:
        entering = [j for j in range(len(free)) if table[goal, j] < 0]
        if not entering:
            return table, scale
        column = min(entering, key=lambda j: free[j])
        leaving = [i for i in range(len(basis)) if table[i, column] > 0]
        if not leaving:
            raise ArithmeticError("unbounded")
        # Ratios are compared by cross-multiplication.
        best = leaving[0]
        for i in leaving[1:]:
            left, right = table[i, -1] * table[best, column], table[best, -1] * table[i, column]
            if left < right or (left == right and basis[i] < basis[best]):
                best = i
        table, scale = _pivot(table, basis, free, best, column, scale)


def _pivot(table, basis, free, row, column, scale):  # noqa: PLR0917 - one tableau
    pivot = table[row, column]
    new = (table * pivot - np.outer(table[:, column], table[row])) // scale
    new[row] = table[row]
    new[:, column] = -table[:, column]
    new[row, column] = scale
    if pivot < 0:
        new, pivot = -new, -pivot
    basis[row], free[column] = free[column], basis[row]
    return new, pivot
