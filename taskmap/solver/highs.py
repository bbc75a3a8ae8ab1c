"""One solve with HiGHS: every return code checked, whole numbers made clean."""

from dataclasses import dataclass
from enum import StrEnum

import highspy
import numpy as np

from taskmap.solver.programme import Floats, Programme, Rows


class Outcome(StrEnum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    WORK_LIMIT = "work_limit"  # nodes; the same on every run
    CLOCK = "clock"  # the emergency stop; not repeatable
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a solve may use.

    Args:
        nodes: branch-and-bound nodes; the limit that is meant to bite.
        seconds: wall clock for emergencies; results that met it are not repeatable.
        gap: objective units within which a plan counts as proved.
    """

    nodes: int = 20_000
    seconds: float = 300.0
    gap: float = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a solve found.

    Args:
        outcome: how it ended.
        values: of every column, None where no point was found.
        value: of the objective at ``values``.
        bound: no point has a lower objective than this.
    """

    outcome: Outcome
    values: Floats | None
    value: float
    bound: float


class SolverFailed(RuntimeError):
    """HiGHS refused a call, or ended in a state that is neither an answer nor a limit."""


_ENDS = {
    highspy.HighsModelStatus.kOptimal: Outcome.OPTIMAL,
    highspy.HighsModelStatus.kSolutionLimit: Outcome.WORK_LIMIT,
    highspy.HighsModelStatus.kTimeLimit: Outcome.CLOCK,
    highspy.HighsModelStatus.kInfeasible: Outcome.INFEASIBLE,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What HiGHS is given: what to minimise, over which rows and bounds, whole or not."""

    programme: Programme
    cost: Floats
    extra: tuple[Rows, ...]
    lower: Floats
    upper: Floats
    whole: bool


def minimise(
    programme: Programme,
    cost: Floats,
    limits: Limits,
    *,
    extra: tuple[Rows, ...] = (),
    start: Floats | None = None,
) -> Answer:
    """Find the point of least cost.

    Whole columns come back as exact whole numbers: they are rounded, held, and the rest is solved
    again as a linear programme, so that no answer rests on an integer that is almost one.

    Args:
        programme: columns and rows.
        cost: of one unit of every column.
        limits: nodes, seconds and gap.
        extra: rows beside those of the programme.
        start: a point known to satisfy the rows.

    Raises:
        SolverFailed: HiGHS refused a call or ended without an answer.
    """
    whole = programme.whole
    mixed = bool(whole.any())
    task = Given(programme, cost, extra, programme.lower, programme.upper, mixed)
    found = _solve(task, limits, start)
    if found.values is None or not mixed:
        return found
    rounded = np.clip(np.round(found.values), task.lower, task.upper)
    lower, upper = np.where(whole, rounded, task.lower), np.where(whole, rounded, task.upper)
    clean = _solve(Given(programme, cost, extra, lower, upper, whole=False), limits, None)
    return Answer(
        outcome=found.outcome,
        values=clean.values,
        value=clean.value,
        bound=min(found.bound, clean.value),
    )


def _solve(task: Given, limits: Limits, start: Floats | None) -> Answer:
    if not np.isfinite(task.cost).all():
        raise ValueError("a cost is not a finite number")
    scale = scale_of(task.cost)
    highs = prepared(limits, scale)
    pass_model(highs, task, scale)
    if start is not None:
        _pass_start(highs, start)
    checked(highs.run(), "run")
    status = highs.getModelStatus()
    if status not in _ENDS:
        raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
    info = highs.getInfo()
    outcome = _ENDS[status]
    bound = (info.mip_dual_bound if task.whole else info.objective_function_value) / scale
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        if outcome is Outcome.OPTIMAL:
            raise SolverFailed("HiGHS calls a point optimal that breaks its own rows")
        return Answer(outcome=outcome, values=None, value=np.inf, bound=bound)
    values = np.asarray(highs.getSolution().col_value, dtype=np.float64)
    return Answer(outcome=outcome, values=values, value=float(task.cost @ values), bound=bound)


def scale_of(cost: Floats) -> float:
    """What costs are multiplied by for HiGHS, so that the largest is at most 1,024."""
    # A power of two, so that scaling itself rounds nothing.
    largest = float(np.abs(cost).max(initial=0.0))
    return 1.0 if largest == 0.0 else 2.0 ** min(0, 10 - int(np.ceil(np.log2(largest))))


def prepared(limits: Limits, scale: float) -> highspy.Highs:
    """HiGHS with every option that decides an answer set."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy ships no types here
    options: dict[str, bool | int | float | str] = {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": max(limits.gap * scale, 1e-9),
        "mip_max_nodes": limits.nodes,
        # Restarting after the root costs these programmes up to two thirds of the time (measured).
        "mip_allow_restart": False,
        # A good point is at hand before every solve: searching the neighbourhood of the root's
        # point for one costs these programmes a third of the time (measured).
        "mip_heuristic_run_rins": False,
        "mip_heuristic_run_rens": False,
        "mip_heuristic_run_feasibility_jump": False,
        "time_limit": limits.seconds,
        "primal_feasibility_tolerance": 1e-9,
        "mip_feasibility_tolerance": 1e-7,
    }
    for name, value in options.items():
        checked(highs.setOptionValue(name, value), name)
    return highs


def pass_model(highs: highspy.Highs, task: Given, scale: float) -> None:
    """Hand HiGHS the programme as arrays; rows keep their order, extra ones come last."""
    programme, cost = task.programme, task.cost * scale
    rows = programme.matrix(task.extra)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows.lower)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, task.lower, task.upper
    lp.row_lower_, lp.row_upper_ = rows.lower, rows.upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = rows.starts.astype(np.int32)
    lp.a_matrix_.index_ = rows.columns.astype(np.int32)
    lp.a_matrix_.value_ = rows.values
    if task.whole:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(flag)] for flag in programme.whole]
    checked(highs.passModel(lp), "passModel")
    if highs.getNumRow() != len(rows.lower) or highs.getNumCol() != len(cost):
        raise SolverFailed("HiGHS holds another number of rows or columns than it was given")


def _pass_start(highs: highspy.Highs, start: Floats) -> None:
    solution = highspy.HighsSolution()
    solution.col_value = start.tolist()
    # A start is help, not a demand: HiGHS may warn that it is a hair off and go on without.
    highs.setSolution(solution)


def checked(status: highspy.HighsStatus, what: str) -> None:
    """Go on only if HiGHS did not refuse.

    Raises:
        SolverFailed: it did.
    """
    if status == highspy.HighsStatus.kError:
        raise SolverFailed(f"HiGHS refused {what}")
