"""Measures: what they lack, how far they are, what is due and what came of them."""

from taskmap.followup.due import MEASURED_AFTER, Due, DueKind, due
from taskmap.followup.gain import Gain, gain
from taskmap.followup.lacks import Lack, lacks, unsaid
from taskmap.followup.matching import about, not_among
from taskmap.followup.stage import Stage, stage

__all__ = [
    "MEASURED_AFTER",
    "Due",
    "DueKind",
    "Gain",
    "Lack",
    "Stage",
    "about",
    "due",
    "gain",
    "lacks",
    "not_among",
    "stage",
    "unsaid",
]
