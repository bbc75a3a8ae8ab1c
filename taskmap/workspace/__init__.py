"""The hall: commands and pages reach every room through here."""

from taskmap.document import Form, question_table, write_question
from taskmap.exchange.layout import BY_NAME as LAYOUTS
from taskmap.exchange.matching import Matched, Matching, SheetMatch, read_matching, write_matching
from taskmap.exchange.offered import ColumnOffer, bare, meanings
from taskmap.exchange.preview import Preview, imported
from taskmap.exchange.telling import matching_table, meaning, rows_table, summary
from taskmap.workspace.cards import Asked, Checked, Opened, ScenarioCard, UnitCard
from taskmap.workspace.comparing import Compared
from taskmap.workspace.editing import Edited, Signed, Stands
from taskmap.workspace.editing_steps import Kind, Steps, mark_of
from taskmap.workspace.editing_typed import group_of, typed
from taskmap.workspace.exchanging import SHEET_FORMATS, Incoming, write_new
from taskmap.workspace.explaining import MODEL_FORMATS
from taskmap.workspace.importing import Arrival, matched_as, offers, sheets_in
from taskmap.workspace.loading import Needs, staff_needs
from taskmap.workspace.presets import Preset, question_for
from taskmap.workspace.workspace import GRAPH_FORMATS, Workspace

__all__ = [
    "GRAPH_FORMATS",
    "LAYOUTS",
    "MODEL_FORMATS",
    "SHEET_FORMATS",
    "Arrival",
    "Asked",
    "Checked",
    "ColumnOffer",
    "Compared",
    "Edited",
    "Form",
    "Incoming",
    "Kind",
    "Matched",
    "Matching",
    "Needs",
    "Opened",
    "Preset",
    "Preview",
    "ScenarioCard",
    "SheetMatch",
    "Signed",
    "Stands",
    "Steps",
    "UnitCard",
    "Workspace",
    "bare",
    "group_of",
    "imported",
    "mark_of",
    "matched_as",
    "matching_table",
    "meaning",
    "meanings",
    "offers",
    "question_for",
    "question_table",
    "read_matching",
    "rows_table",
    "sheets_in",
    "staff_needs",
    "summary",
    "typed",
    "write_matching",
    "write_new",
    "write_question",
]
