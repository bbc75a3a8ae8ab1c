"""The hall: commands and pages reach every room through here."""

from taskmap.access.claims import identified
from taskmap.access.identity import EVERYTHING, LOCAL, AccessRole, Identity, Scope
from taskmap.access.rights import Action
from taskmap.comparison import Comparison, Found, Per, Precedent, Progress
from taskmap.document import Form, question_table, write_question
from taskmap.exchange.layout import BY_NAME as LAYOUTS
from taskmap.exchange.matching import Matched, Matching, SheetMatch, write_matching
from taskmap.exchange.offered import ColumnOffer, bare, meanings
from taskmap.exchange.preview import Preview, imported
from taskmap.exchange.telling import matching_table, meaning, rows_table, summary
from taskmap.followup import MEASURED_AFTER
from taskmap.sheets import Sheet
from taskmap.workspace.answering import Answering
from taskmap.workspace.answers import WAITING
from taskmap.workspace.cards import Asked, Checked, InputCard, Opened, ScenarioCard, UnitCard
from taskmap.workspace.comparing import Compared
from taskmap.workspace.drafting import Drafting
from taskmap.workspace.editing import Edited, Editing, Signed, Stands
from taskmap.workspace.editing_cases import CaseTyped, cases_typed
from taskmap.workspace.editing_posts import POSTS, posts_typed
from taskmap.workspace.editing_steps import Kind, Steps, mark_of
from taskmap.workspace.editing_typed import Typed, group_of, typed
from taskmap.workspace.exchanging import (
    SHEET_FORMATS,
    Incoming,
    foreign_file,
    matching_file,
    write_new,
)
from taskmap.workspace.explaining import MODEL_FORMATS
from taskmap.workspace.following import FollowUpCard
from taskmap.workspace.free_names import free_name
from taskmap.workspace.fund_cards import FundCard
from taskmap.workspace.funds import application_lacks, application_to, vocabulary
from taskmap.workspace.importing import Arrival, matched_as, offers, sheets_in
from taskmap.workspace.inputs import MayAnswer
from taskmap.workspace.lending import Shareable
from taskmap.workspace.loading import Needs, staff_needs
from taskmap.workspace.mending import Kept
from taskmap.workspace.participating import about_said
from taskmap.workspace.presets import Preset, question_for
from taskmap.workspace.reporting import PAPERS
from taskmap.workspace.starting import NewPost, NewUnit, Started, figure_said, is_role
from taskmap.workspace.starting_tasks import Proposed, add_own, proposals, take_up, taken_up
from taskmap.workspace.starting_week import NewWeek, WeekForm, clock_said, usual_forms, usual_starts
from taskmap.workspace.starting_work import (
    Lacks,
    Missing,
    counted_bands,
    evenly,
    missing,
    said_amount,
    said_minutes,
    said_shares,
    said_who,
    who_in,
    works,
)
from taskmap.workspace.supplying import SupplyAnswer
from taskmap.workspace.trained import ProgrammeCard, Trained
from taskmap.workspace.weighing import TOLERANCE, Aspect, Standing, Weighed
from taskmap.workspace.workspace import GRAPH_FORMATS, Workspace

__all__ = [
    "EVERYTHING",
    "GRAPH_FORMATS",
    "LAYOUTS",
    "LOCAL",
    "MEASURED_AFTER",
    "MODEL_FORMATS",
    "PAPERS",
    "POSTS",
    "SHEET_FORMATS",
    "TOLERANCE",
    "WAITING",
    "AccessRole",
    "Action",
    "Answering",
    "Arrival",
    "Asked",
    "Aspect",
    "CaseTyped",
    "Checked",
    "ColumnOffer",
    "Compared",
    "Comparison",
    "Drafting",
    "Edited",
    "Editing",
    "FollowUpCard",
    "Form",
    "Found",
    "FundCard",
    "Identity",
    "Incoming",
    "InputCard",
    "Kept",
    "Kind",
    "Lacks",
    "Matched",
    "Matching",
    "MayAnswer",
    "Missing",
    "Needs",
    "NewPost",
    "NewUnit",
    "NewWeek",
    "Opened",
    "Per",
    "Precedent",
    "Preset",
    "Preview",
    "ProgrammeCard",
    "Progress",
    "Proposed",
    "ScenarioCard",
    "Scope",
    "Shareable",
    "Sheet",
    "SheetMatch",
    "Signed",
    "Standing",
    "Stands",
    "Started",
    "Steps",
    "SupplyAnswer",
    "Trained",
    "Typed",
    "UnitCard",
    "WeekForm",
    "Weighed",
    "Workspace",
    "about_said",
    "add_own",
    "application_lacks",
    "application_to",
    "bare",
    "cases_typed",
    "clock_said",
    "counted_bands",
    "evenly",
    "figure_said",
    "foreign_file",
    "free_name",
    "group_of",
    "identified",
    "imported",
    "is_role",
    "mark_of",
    "matched_as",
    "matching_file",
    "matching_table",
    "meaning",
    "meanings",
    "missing",
    "offers",
    "posts_typed",
    "proposals",
    "question_for",
    "question_table",
    "rows_table",
    "said_amount",
    "said_minutes",
    "said_shares",
    "said_who",
    "sheets_in",
    "staff_needs",
    "summary",
    "take_up",
    "taken_up",
    "typed",
    "usual_forms",
    "usual_starts",
    "vocabulary",
    "who_in",
    "works",
    "write_matching",
    "write_new",
    "write_question",
]
