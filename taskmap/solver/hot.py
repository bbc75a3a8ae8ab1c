"""A relaxation kept in HiGHS: changed a little and solved again from where it stood."""

import highspy
import numpy as np
from numpy.typing import ArrayLike

from taskmap.solver.highs import (
    Answer,
    Limits,
    Outcome,
    SolverFailed,
    checked,
    prepared,
    scale_of,
)
from taskmap.solver.programme import LARGEST, SMALLEST, Floats, Ints, Programme, Rows

ITERATIONS = 2_000_000  # of the simplex method in one solve: some thousand times what one needs
ONE_BY_ONE = 30  # coefficients from which handing the matrix over anew is cheaper (measured)

_ENDS = {
    highspy.HighsModelStatus.kOptimal: Outcome.OPTIMAL,
    highspy.HighsModelStatus.kIterationLimit: Outcome.WORK_LIMIT,
    highspy.HighsModelStatus.kInfeasible: Outcome.INFEASIBLE,
}


class Hot:
    """The linear relaxation of a programme, whole columns taken as divisible.

    The first solve is cold; after a change of costs, bounds or coefficients the next starts at
    the basis of the last, which costs a few steps instead of all of them. Among several points
    of equal cost the one found may depend on the solves before; its value and bound do not.

    Example: hours of a role at 40: cost 100. One hour more: ``set_row_bounds([row], [0], [41])``,
    ``solve().value`` is 98, and ``row_duals[row]`` said -2 beforehand.

    Args:
        programme: columns and rows.
        cost: of one unit of every column.
        extra: rows beside those of the programme, numbered after them.
    """

    def __init__(self, programme: Programme, cost: Floats, extra: tuple[Rows, ...] = ()) -> None:
        self._cost = np.array(cost, dtype=np.float64)
        if not np.isfinite(self._cost).all():
            raise ValueError("a cost is not a finite number")
        self._scale = scale_of(self._cost)
        self._lower, self._upper = programme.lower, programme.upper
        width = len(self._cost)
        matrix = programme.matrix(extra)
        # Copies: these change with the rows, and the programme's own stay.
        self._row_lower, self._row_upper = matrix.lower.copy(), matrix.upper.copy()
        self._values = matrix.values.copy()
        rows = np.repeat(np.arange(len(matrix.lower), dtype=np.int64), np.diff(matrix.starts))
        self._keys = rows * width + matrix.columns
        self._highs = prepared(Limits(seconds=np.inf), self._scale)
        checked(self._highs.setOptionValue("simplex_iteration_limit", ITERATIONS), "iterations")
        self._pass()
        self._solution: highspy.HighsSolution | None = None

    def solve(self) -> Answer:
        """The point of least cost now; ``values`` is None where there is none.

        Raises:
            SolverFailed: HiGHS ended without an answer, from the last basis and from none.
        """
        status = self._run()
        if status not in _ENDS:
            # An old basis can lead astray, and presolve may not tell unbounded from infeasible.
            checked(self._highs.clearSolver(), "clearSolver")
            checked(self._highs.setOptionValue("presolve", "off"), "presolve")
            status = self._run()
            checked(self._highs.setOptionValue("presolve", "choose"), "presolve")
        if status not in _ENDS:
            raise SolverFailed(f"HiGHS ended with {self._highs.modelStatusToString(status)}")
        outcome = _ENDS[status]
        if outcome is not Outcome.OPTIMAL:
            self._solution = None
            bound = np.inf if outcome is Outcome.INFEASIBLE else -np.inf
            return Answer(outcome=outcome, values=None, value=np.inf, bound=bound)
        info = self._highs.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            raise SolverFailed("HiGHS calls a point optimal that breaks its own rows")
        self._solution = self._highs.getSolution()
        values = np.asarray(self._solution.col_value, dtype=np.float64)
        value = float(self._cost @ values)
        return Answer(outcome=outcome, values=values, value=value, bound=value)

    @property
    def row_duals(self) -> Floats:
        """What one more on a row's binding bound adds to the objective, at the last solve."""
        return np.asarray(self._last.row_dual, dtype=np.float64) / self._scale

    @property
    def reduced_costs(self) -> Floats:
        """What one more of a column adds to the objective, at the last solve."""
        return np.asarray(self._last.col_dual, dtype=np.float64) / self._scale

    def set_cost(self, columns: ArrayLike, values: ArrayLike) -> None:
        """Give columns a new cost."""
        at, cost = _pairs(columns, values)
        _sensible(cost, "cost")
        self._cost[at] = cost
        checked(self._highs.changeColsCost(len(at), _short(at), cost * self._scale), "costs")

    def set_column_bounds(self, columns: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> None:
        """Give columns new bounds."""
        at, low = _pairs(columns, lower)
        _, high = _pairs(columns, upper)
        _ordered(low, high)
        self._lower[at], self._upper[at] = low, high
        checked(self._highs.changeColsBounds(len(at), _short(at), low, high), "column bounds")

    def set_row_bounds(self, rows: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> None:
        """Give rows new bounds; rows are numbered as in the programme, then the extra ones."""
        at, low = _pairs(rows, lower)
        _, high = _pairs(rows, upper)
        _ordered(low, high)
        self._row_lower[at], self._row_upper[at] = low, high
        change = self._highs.changeRowsBounds  # type: ignore[attr-defined]  # left out of its stubs
        checked(change(len(at), _short(at), low, high), "row bounds")

    def set_coefficients(self, rows: ArrayLike, columns: ArrayLike, values: ArrayLike) -> None:
        """Give the entries at these rows and columns new values."""
        at, value = _pairs(rows, values)
        _sensible(value, "coefficient")
        where, _ = _pairs(columns, values)
        self._keep(at * len(self._cost) + where, value)
        if len(at) > ONE_BY_ONE:
            basis = self._highs.getBasis()
            self._pass()
            if basis.valid:
                checked(self._highs.setBasis(basis), "setBasis")
            return
        for row, column, entry in zip(at.tolist(), where.tolist(), value.tolist(), strict=True):
            checked(self._highs.changeCoeff(row, column, entry), "changeCoeff")

    def _keep(self, keys: Ints, values: Floats) -> None:
        """Write entries into the matrix kept here, new ones at their place."""
        places = np.searchsorted(self._keys, keys)
        known = np.append(self._keys, -1)[places] == keys
        if not known.all():
            new = np.unique(keys[~known])
            at = np.searchsorted(self._keys, new)
            self._keys = np.insert(self._keys, at, new)
            self._values = np.insert(self._values, at, 0.0)
            places = np.searchsorted(self._keys, keys)
        self._values[places] = values

    def _pass(self) -> None:
        """Hand HiGHS the whole programme, row by row."""
        width, height = len(self._cost), len(self._row_lower)
        starts = np.searchsorted(self._keys, np.arange(height, dtype=np.int64) * max(width, 1))
        status = self._highs.passModel(
            width, height, len(self._keys), int(highspy.MatrixFormat.kRowwise),
            int(highspy.ObjSense.kMinimize), 0.0, self._cost * self._scale,
            self._lower, self._upper, self._row_lower, self._row_upper,
            _short(starts), _short(self._keys % max(width, 1)), self._values,
            np.zeros(width, dtype=np.int32),
        )  # fmt: skip
        checked(status, "passModel")
        if self._highs.getNumRow() != height or self._highs.getNumCol() != width:
            raise SolverFailed("HiGHS holds another number of rows or columns than it was given")

    def _run(self) -> highspy.HighsModelStatus:
        checked(self._highs.run(), "run")
        return self._highs.getModelStatus()

    @property
    def _last(self) -> highspy.HighsSolution:
        if self._solution is None:
            raise ValueError("the last solve found no point, so it has no prices")
        return self._solution


def _pairs(where: ArrayLike, what: ArrayLike) -> tuple[Ints, Floats]:
    at = np.atleast_1d(np.asarray(where, dtype=np.int64)).ravel()
    value = np.broadcast_to(np.asarray(what, dtype=np.float64).ravel(), at.shape)
    return at, np.ascontiguousarray(value)


def _short(at: Ints) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    return at.astype(np.int32)


def _sensible(values: Floats, what: str) -> None:
    size = np.abs(values)
    # Written so that NaN fails too: every comparison with NaN is false.
    good = (size == 0.0) | ((size >= SMALLEST) & (size <= LARGEST))
    if not good.all():
        raise ValueError(f"{what} {values[int(np.argmin(good))]} is not usable")


def _ordered(lower: Floats, upper: Floats) -> None:
    if not (lower <= upper).all() or (lower == np.inf).any() or (upper == -np.inf).any():
        raise ValueError(f"bounds {lower} to {upper} are not usable")
