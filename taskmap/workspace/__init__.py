"""The hall: commands and pages reach every room through here."""

from taskmap.document import Form, question_table, write_question
from taskmap.exchange.matching import Matching, read_matching, write_matching
from taskmap.exchange.preview import Preview, imported
from taskmap.exchange.telling import matching_table, rows_table
from taskmap.workspace.cards import Asked, Checked, Opened, ScenarioCard, UnitCard
from taskmap.workspace.comparing import Compared
from taskmap.workspace.editing import Edited, Signed, Stands
from taskmap.workspace.editing_steps import Kind, Steps, mark_of
from taskmap.workspace.editing_typed import group_of, typed
from taskmap.workspace.exchanging import SHEET_FORMATS, Incoming, write_new
from taskmap.workspace.explaining import MODEL_FORMATS
from taskmap.workspace.presets import Preset, question_for
from taskmap.workspace.workspace import GRAPH_FORMATS, Workspace

__all__ = [
    "GRAPH_FORMATS",
    "MODEL_FORMATS",
    "SHEET_FORMATS",
    "Asked",
    "Checked",
    "Compared",
    "Edited",
    "Form",
    "Incoming",
    "Kind",
    "Matching",
    "Opened",
    "Preset",
    "Preview",
    "ScenarioCard",
    "Signed",
    "Stands",
    "Steps",
    "UnitCard",
    "Workspace",
    "group_of",
    "imported",
    "mark_of",
    "matching_table",
    "question_for",
    "question_table",
    "read_matching",
    "rows_table",
    "typed",
    "write_matching",
    "write_new",
    "write_question",
]
