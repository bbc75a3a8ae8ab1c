"""What a measure lacks before it is ready, and what has not been said about it."""

from collections.abc import Iterator
from enum import StrEnum

from taskmap.model.followup import Instruction, Measure, MeasureKind, RiskAssessment


class Lack(StrEnum):
    """One thing nobody has said yet."""

    OWNER = "owner"
    START = "start"
    RISK_BEFORE = "risk_before"
    RISK_AFTER = "risk_after"
    RISK_MEASURE = "risk_measure"
    RISK_OWNER = "risk_owner"
    RISK_DATE = "risk_date"
    RISK_REVIEW = "risk_review"
    PURPOSE = "purpose"
    TRAINING = "training"
    CHECK = "check"
    STEPS = "steps"
    SUPERVISION = "supervision"
    CALL_FOR_HELP = "call_for_help"
    VERSION = "version"
    INSTRUCTION_REVIEW = "instruction_review"
    FREED_FOR = "freed_for"
    JOB_DESCRIPTION = "job_description"
    PAY = "pay"
    GIVES_UP = "gives_up"


# What belongs to one paper, and is said to lack as one where all of it lacks.
WHOLE_RISK = tuple(lack for lack in Lack if lack.value.startswith("risk_"))
WHOLE_INSTRUCTION = (
    Lack.PURPOSE,
    Lack.TRAINING,
    Lack.CHECK,
    Lack.STEPS,
    Lack.SUPERVISION,
    Lack.CALL_FOR_HELP,
    Lack.VERSION,
    Lack.INSTRUCTION_REVIEW,
)

# Courses and recruitment change no way of working; what follows from them is a measure of its own.
_CHANGES_WORK = frozenset(
    {MeasureKind.MOVE, MeasureKind.DIGITAL, MeasureKind.STOP, MeasureKind.ROTA}
)


def lacks(measure: Measure) -> tuple[Lack, ...]:
    """What keeps a measure from being ready; nothing of one that is not to be done.

    A change of the work needs a risk assessment before and after, and a move of a task an
    instruction beside it.

    Example: an accepted move with everything but the date its risk is reviewed lacks
    ``risk_review`` and is not ready.
    """
    return tuple(_lacks(measure)) if measure.goes_on else ()


def unsaid(measure: Measure) -> tuple[Lack, ...]:
    """What nobody has said about a move that goes on; it is told, and stops nothing."""
    if not measure.goes_on or measure.kind is not MeasureKind.MOVE:
        return ()
    said = {
        Lack.FREED_FOR: measure.freed_for,
        Lack.JOB_DESCRIPTION: measure.job_description,
        Lack.PAY: measure.pay,
        Lack.GIVES_UP: measure.gives_up,
    }
    return tuple(lack for lack, value in said.items() if not value)


def _lacks(measure: Measure) -> Iterator[Lack]:
    if not measure.owner:
        yield Lack.OWNER
    if measure.start is None:
        yield Lack.START
    if measure.kind in _CHANGES_WORK:
        yield from _in_risk(measure.risk or RiskAssessment())
    if measure.kind is MeasureKind.MOVE:
        yield from _in_instruction(measure.instruction or Instruction())


def _in_risk(risk: RiskAssessment) -> Iterator[Lack]:
    said = {
        Lack.RISK_BEFORE: risk.before,
        Lack.RISK_MEASURE: risk.measure,
        Lack.RISK_AFTER: risk.after,
        Lack.RISK_OWNER: risk.owner,
        Lack.RISK_DATE: risk.on,
        Lack.RISK_REVIEW: risk.review,
    }
    return (lack for lack, value in said.items() if not value)


def _in_instruction(told: Instruction) -> Iterator[Lack]:
    said = {
        Lack.PURPOSE: told.purpose,
        Lack.TRAINING: told.training,
        Lack.CHECK: told.check,
        Lack.STEPS: told.steps or told.procedure,
        Lack.SUPERVISION: told.supervision,
        Lack.CALL_FOR_HELP: told.call_for_help,
        Lack.VERSION: told.version,
        Lack.INSTRUCTION_REVIEW: told.review,
    }
    return (lack for lack, value in said.items() if not value)
