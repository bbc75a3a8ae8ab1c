"""The hall: commands and pages reach every room through here."""

from taskmap.document import Form, question_table, write_question
from taskmap.workspace.cards import Asked, Checked, Opened, UnitCard
from taskmap.workspace.explaining import MODEL_FORMATS
from taskmap.workspace.presets import Preset, question_for
from taskmap.workspace.workspace import GRAPH_FORMATS, Workspace

__all__ = [
    "GRAPH_FORMATS",
    "MODEL_FORMATS",
    "Asked",
    "Checked",
    "Form",
    "Opened",
    "Preset",
    "UnitCard",
    "Workspace",
    "question_for",
    "question_table",
    "write_question",
]
