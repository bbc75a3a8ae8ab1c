"""Which measure is about which move of a plan."""

from collections.abc import Iterable

from taskmap.model.followup import FollowUp, Measure, MeasureKind
from taskmap.model.plan import Move


def about(move: Move, followup: FollowUp) -> Measure | None:
    """What was decided about a move: the same leaf between the same hands."""
    return next((m for m in _moves(followup) if is_about(m, move)), None)


def not_among(moves: Iterable[Move], followup: FollowUp) -> tuple[Measure, ...]:
    """Decisions about moves that a plan does not hold."""
    there = tuple(moves)
    return tuple(m for m in _moves(followup) if not any(is_about(m, move) for move in there))


def is_about(measure: Measure, move: Move) -> bool:
    """Whether a measure is about a move: the same leaf between the same hands."""
    found = (measure.leaf, measure.giver, measure.receiver)
    return found == (move.leaf, move.giver, move.receiver)


def _moves(followup: FollowUp) -> Iterable[Measure]:
    return (m for m in followup.measures if m.kind is MeasureKind.MOVE)
