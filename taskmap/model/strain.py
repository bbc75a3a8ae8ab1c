"""What makes work hard beside its minutes: marks a task may carry, and how much each weighs."""

from dataclasses import dataclass
from enum import StrEnum

from taskmap.model.units import Names, SourceId


class Strain(StrEnum):
    """Marks a task may carry."""

    HEAVY_LIFTING = "heavy_lifting"
    BATHING = "bathing"
    REHABILITATION = "rehabilitation"
    ERRANDS = "errands"
    ALARMS = "alarms"
    VIOLENCE = "violence"
    ALONE = "alone"
    NIGHT = "night"
    EMOTIONAL = "emotional"
    INTERRUPTIONS = "interruptions"
    SCREEN_WORK = "screen_work"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrainMark:
    """A mark as the catalogue knows it.

    Args:
        weight: 1 is as much as ten of a hundred more who tell of a heavy load.
        estimate: no source was found for the weight.
    """

    id: Strain
    names: Names
    weight: float
    estimate: bool
    sources: tuple[SourceId, ...] = ()
