"""How far a measure is, as a board shows it."""

from datetime import date
from enum import StrEnum

from taskmap.followup.lacks import lacks
from taskmap.model.followup import Decision, Judgement, Measure


class Stage(StrEnum):
    """A column of the board, in its order."""

    NOT_READY = "not_ready"  # something is missing, also where it has begun
    ON_HOLD = "on_hold"  # a committee or a representative has asked for it
    READY = "ready"
    UNDER_WAY = "under_way"
    KEPT = "kept"
    ROLLED_BACK = "rolled_back"
    POSTPONED = "postponed"
    REJECTED = "rejected"


_NOT_NOW = {Decision.POSTPONED: Stage.POSTPONED, Decision.REJECTED: Stage.REJECTED}


def stage(measure: Measure, today: date) -> Stage:
    """How far a measure is on a day.

    What is on hold is never ready, and what is kept is not while something is missing.
    """
    if measure.decision in _NOT_NOW:
        return _NOT_NOW[measure.decision]
    judged = [r for r in sorted(measure.results, key=lambda r: (r.on, r.months)) if r.judgement]
    last = judged[-1].judgement if judged else None
    if last is Judgement.ROLL_BACK:
        return Stage.ROLLED_BACK
    if measure.holds:
        return Stage.ON_HOLD
    if lacks(measure):
        return Stage.NOT_READY
    if last is Judgement.KEEP:
        return Stage.KEPT
    begun = measure.start is not None and measure.start <= today
    return Stage.UNDER_WAY if begun else Stage.READY
