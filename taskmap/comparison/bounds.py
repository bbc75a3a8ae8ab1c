"""What somebody outside can work out about figures that are not shown: bounds by linear programmes.

Everything shown is a sum of parts; an outsider knows the sums, how each is put together, and that
no part is below nothing. The least and the most a hidden figure can be is then all there is to
know.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from taskmap.solver.hot import Hot
from taskmap.solver.programme import Programme, Rows

Part: TypeAlias = str
Terms: TypeAlias = Mapping[Part, float]  # how much of each part is in a sum

UNKNOWN = 1e7  # minutes a week nobody reaches: what an outsider is taken to know beforehand
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Known:
    """A sum an outsider has seen, over parts that are not shown one by one."""

    terms: Terms
    value: float


class Outsider:
    """What follows from sums that are shown.

    Example: a and b are hidden, a + b is shown as 10: a is between 0 and 10. Is b shown as 4 as
    well, a is 6.

    Args:
        parts: hidden.
        known: sums over them.
    """

    def __init__(self, parts: Collection[Part], known: Sequence[Known]) -> None:
        self._at = {part: at for at, part in enumerate(sorted(parts))}
        programme = Programme()
        programme.add_columns(list(self._at), 0.0, UNKNOWN)
        if known:
            programme.add_rows(self._rows(known))
        self._programme = Hot(programme, np.zeros(len(self._at))) if self._at else None

    def bounds(self, terms: Terms) -> tuple[float, float]:
        """The least and the most a sum of hidden parts can be."""
        if self._programme is None or not terms:
            return 0.0, 0.0
        return self._least(terms, 1.0), -self._least(terms, -1.0)

    def _least(self, terms: Terms, sign: float) -> float:
        programme = self._programme
        if programme is None:
            raise ValueError("nothing is hidden")
        at = [self._at[part] for part in terms]
        programme.set_cost(at, [sign * share for share in terms.values()])
        found = programme.solve()
        programme.set_cost(at, np.zeros(len(at)))
        if found.values is None:
            raise ValueError("the sums shown contradict each other")
        return found.value

    def _rows(self, known: Sequence[Known]) -> Rows:
        entries = [(row, *entry) for row, sum_ in enumerate(known) for entry in self._entries(sum_)]
        at, columns, values = zip(*entries, strict=True)
        seen = np.array([sum_.value for sum_ in known])
        return Rows(
            names=[f"shown/{number}" for number in range(len(known))],
            lower=seen - _ROUNDING,
            upper=seen + _ROUNDING,
            at=np.array(at, dtype=np.int64),
            columns=np.array(columns, dtype=np.int64),
            values=np.array(values, dtype=np.float64),
        )

    def _entries(self, known: Known) -> Iterator[tuple[int, float]]:
        return ((self._at[part], share) for part, share in known.terms.items())
