"""What was asked of a plan: price, limits, pins, accepted conditions, date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from taskmap.model.alternative import AlternativeKind
from taskmap.model.demands import NOTHING_MORE, Demands
from taskmap.model.ruling import Condition
from taskmap.model.units import Share


class Price(StrEnum):
    """What an hour of a role is worth to the one who asks."""

    LEVEL = "level"
    COST = "cost"
    SCARCITY = "scarcity"


DEFAULT_CONDITIONS = frozenset({Condition.DECIDE, Condition.TRAIN, Condition.SUPERVISE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked of a plan.

    Args:
        as_of: day on which rules and decisions are read.
        price: unit of the price of time (objective level 3).
        level_weights: price of an hour by level; default the level's number.
        hire_only: the scarcity price counts hired posts alone, not vacant ones.
        max_changes: at most so many tasks change (K); None: as many as pay.
        min_move: minutes a week a change must relieve at least, or the whole task if less.
        accepted: conditions a receiver may be under and still receive.
        horizon_weeks: weeks that one-off hours are spread over.
        few_moves: per cent the price may rise for fewer changed tasks (tol of level 3).
        risk_limit: highest risk score that passes.
        staff_ceiling: share of full hours a plan may fill in staff roles.
        demands: what stays, what must not or must move, caps and budgets.
        alternatives: kinds of other solutions the one who asks accepts.
        open_unknown: treat ``unknown`` as allowed; for the list of open questions only.
        upwards: work may move to a dearer role only to leave room, not just to put right.
        node_limit: branch-and-bound nodes of each solve; two objectives may share one.
    """

    as_of: date
    price: Price = Price.LEVEL
    level_weights: Mapping[int, int] = field(default_factory=dict)
    hire_only: bool = False
    max_changes: int | None = None
    min_move: int = 30
    accepted: frozenset[Condition] = DEFAULT_CONDITIONS
    horizon_weeks: int = 52
    few_moves: float = 0.0
    risk_limit: int = 9
    staff_ceiling: Share = 0.85
    demands: Demands = NOTHING_MORE
    alternatives: frozenset[AlternativeKind] = frozenset()
    open_unknown: bool = False
    upwards: bool = False
    node_limit: int = 20_000

    def __post_init__(self) -> None:
        if self.max_changes is not None and self.max_changes < 0:
            raise ValueError(f"max_changes is {self.max_changes}, expected 0 or more")
        if not 0 < self.staff_ceiling <= 1:
            raise ValueError(f"staff_ceiling is {self.staff_ceiling}, expected above 0, at most 1")
        if self.horizon_weeks < 1:
            raise ValueError(f"horizon_weeks is {self.horizon_weeks}, expected 1 or more")
