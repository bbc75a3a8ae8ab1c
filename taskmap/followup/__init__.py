"""Measures: what they lack, how far they are, what came of them, and who had a say."""

from taskmap.followup.due import MEASURED_AFTER, Due, DueKind, due
from taskmap.followup.duties import Owed, owed
from taskmap.followup.gain import Gain, gain
from taskmap.followup.lacks import WHOLE_INSTRUCTION, WHOLE_RISK, Lack, lacks, unsaid
from taskmap.followup.matching import about, not_among
from taskmap.followup.stage import Stage, stage
from taskmap.followup.voices import Voices, about_move, subject_of, voices

__all__ = [
    "MEASURED_AFTER",
    "WHOLE_INSTRUCTION",
    "WHOLE_RISK",
    "Due",
    "DueKind",
    "Gain",
    "Lack",
    "Owed",
    "Stage",
    "Voices",
    "about",
    "about_move",
    "due",
    "gain",
    "lacks",
    "not_among",
    "owed",
    "stage",
    "subject_of",
    "unsaid",
    "voices",
]
