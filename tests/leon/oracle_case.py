"""One choice of all whole decisions of a small instance, as an exact linear programme."""

from dataclasses import dataclass, field

import numpy as np

from taskmap.leon.instance.problem import Problem
from tests.leon.exact import least

M = 1_000_000
Row = tuple[dict[int, int], int]


@dataclass
class Case:
    """One choice of all whole decisions, as a linear programme over changes of shares."""

    p: Problem
    changed: tuple[int, ...]
    trained: np.ndarray
    taken: tuple[int, ...] = ()  # options
    variables: dict[tuple, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    costs: dict[str, tuple[dict[int, int], int, int]] = field(default_factory=dict)

    def variable(self, *key) -> int:
        return self.variables.setdefault(key, len(self.variables))

    def at_most(self, row: dict[int, int], most: int) -> None:
        self.rows.append((dict(row), int(most)))

    def equal(self, row: dict[int, int], value: int) -> None:
        self.at_most(row, value)
        self.at_most({j: -a for j, a in row.items()}, -value)

    def least(self, name: str) -> float:
        coefficients, constant, scale = self.costs[name]
        if not coefficients:
            self._feasible()
            return constant / scale
        cost = [coefficients.get(j, 0) for j in range(len(self.variables))]
        top, bottom = least(cost, self.rows)
        return (top / bottom + constant) / scale

    def _feasible(self) -> None:
        if not getattr(self, "known", False):
            least([0] * len(self.variables), self.rows)
            self.known = True

    def hold(self, name: str, value: float) -> None:
        coefficients, constant, scale = self.costs[name]
        if coefficients:
            # Rounded up to a millionth of the smallest unit: never tighter than documented.
            self.at_most(coefficients, int(np.ceil(value * scale)) - constant + 1)
            self.known = False

    # --- shares as expressions: (coefficients, constant) in millionths
    def share(self, t: int, r: int, b: int) -> tuple[dict[int, int], int]:
        row = {}
        if ("in", t, r, b) in self.variables:
            row[self.variables["in", t, r, b]] = 1
        if ("out", t, r, b) in self.variables:
            row[self.variables["out", t, r, b]] = -1
        return row, int(self.p.today[t, r, b])


def breaching(p: Problem, u: int) -> bool:
    return any(
        p.breach[t, r] and p.today[t, r].any()
        for t in p.leaves_of_unit[u]
        for r in range(len(p.roles))
    )
