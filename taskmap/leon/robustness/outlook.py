"""About how much each number of changes and each budget can gain, by a relaxation kept hot."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from taskmap.leon.explain.again import weighed
from taskmap.leon.instance.problem import Problem
from taskmap.leon.robustness.loose import loose
from taskmap.solver.hot import Hot

LIMIT, MONEY = "limit/tasks", "demand/training_kroner"


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask for: tasks and kroner at most; None: as the question has it."""

    max_changes: int | None
    training_kroner: float | None


class Outlook:
    """The relaxation of a problem that has a limit on changes and on course money.

    No plan gains more than this says, so it tells where plans are worth solving.

    Args:
        problem: with both limits, in canonical order.
    """

    def __init__(self, problem: Problem) -> None:
        sheet = loose(problem)
        rows = {name: i for i, name in enumerate(sheet.programme.row_names)}
        self._limit, self._money = rows[LIMIT], rows.get(MONEY)
        self._hot = Hot(sheet.programme, weighed(sheet))

    def value(self, changes: int, kroner: float) -> float:
        """The least weighted price with so many changes and so much course money."""
        self._hot.set_row_bounds([self._limit], -np.inf, float(changes))
        if self._money is not None:
            self._hot.set_row_bounds([self._money], -np.inf, kroner * 100.0)
        return self._hot.solve().value


def worth_solving(
    outlook: Outlook, changes: Sequence[int], budgets: Sequence[float], most: int
) -> tuple[tuple[int, float], ...]:
    """The pairs of changes and kroner to solve, at most so many.

    First the line with all the money, where the gain grows by even steps; then, for less money,
    those pairs where the relaxation says money matters most. Within a line fewest changes first.

    Args:
        outlook: of the unit.
        changes: numbers of changes, rising.
        budgets: kroner, falling; the first is all that the full plan uses.
        most: pairs at most.
    """
    if not changes or most < 1:
        return ()
    value = {(k, b): outlook.value(k, b) for b in budgets for k in changes}
    rich = budgets[0]
    line = _even([value[k, rich] for k in changes], most if len(budgets) == 1 else most * 3 // 5)
    chosen = [(changes[i], rich) for i in line]
    total = max(1.0, value[changes[0], rich] - value[changes[-1], rich])
    poorer = [
        (value[k, b] - value[k, richer], (k, b))
        for richer, b in pairwise(budgets)
        for k in changes
        if value[k, b] - value[k, richer] > total / 1000.0
    ]
    poorer.sort(key=lambda pair: (-pair[0], pair[1]))
    rest = (pair for _, pair in poorer[: most - len(chosen)])
    return (*chosen, *sorted(rest, key=lambda pair: (-pair[1], pair[0])))


def _even(values: Sequence[float], most: int) -> list[int]:
    """Places in a falling line, first and last included, between which it falls about equally."""
    if len(values) <= most:
        return list(range(len(values)))
    steps = np.linspace(values[0], values[-1], max(most, 1))
    near = {int(np.abs(np.array(values) - step).argmin()) for step in steps}
    return sorted(near)
