"""Three ways to ask for moves, and the question each stands for."""

from datetime import date
from enum import StrEnum
from typing import Any

from taskmap.model.question import Price, Question


class Preset(StrEnum):
    """A ready question in a department head's words."""

    FROM_BELOW = "from_below"  # build tasks from below: the lowest level that can
    SCARCE = "scarce"  # free the competence that is hardest to find
    LESS_HIRE = "less_hire"  # relieve the roles that work is hired for


ASKS: dict[Preset, dict[str, Any]] = {
    Preset.FROM_BELOW: {"price": Price.LEVEL},
    Preset.SCARCE: {"price": Price.SCARCITY},
    Preset.LESS_HIRE: {"price": Price.SCARCITY, "hire_only": True},
}
DEFAULT_MOVES = 3


def question_for(
    as_of: date,
    preset: Preset = Preset.FROM_BELOW,
    *,
    max_changes: int | None = DEFAULT_MOVES,
    **limits: Any,
) -> Question:
    """The question a preset stands for.

    Args:
        as_of: day on which rules and decisions are read.
        preset: which of the three.
        max_changes: tasks that may change; None: as many as pay.
        limits: any other field of ``Question``, in place of the preset's.
    """
    fields: dict[str, Any] = {**ASKS[preset], "max_changes": max_changes, **limits}
    return Question(as_of=as_of, **fields)
