"""Documents as text to types and back, of every kind; all their mistakes."""

from taskmap.document.amounts import Asks, read_amount
from taskmap.document.codes import CODES
from taskmap.document.editing.edited import edited
from taskmap.document.followup import read_followup
from taskmap.document.followup_text import (
    new_followup,
    with_indicator,
    with_measure,
    with_participation,
    without_measure,
)
from taskmap.document.fund import read_fund
from taskmap.document.fund_text import (
    with_budget,
    with_meeting_held,
    with_more_of_need,
    with_need,
    with_story,
    with_supply_done,
)
from taskmap.document.input import read_input
from taskmap.document.input_text import answer_sheet, answers_from, input_done, new_input
from taskmap.document.mapping import read_mapping
from taskmap.document.mapping_table import mapping_table
from taskmap.document.mapping_text import write_mapping
from taskmap.document.partnership import read_partnership
from taskmap.document.programme import read_programme
from taskmap.document.programme_text import with_order, with_run, without_run
from taskmap.document.question import (
    check_question,
    partnership_named,
    read_question,
    unit_named,
)
from taskmap.document.question_names import asked_of
from taskmap.document.question_text import Form, question_table, write_question
from taskmap.document.scenario import read_scenario
from taskmap.document.scenario_text import new_scenario, scenario_called, scenario_from
from taskmap.document.versions.differences import differences
from taskmap.document.versions.merged import merged
from taskmap.document.wisn import read_staff_groups

__all__ = [
    "CODES",
    "Asks",
    "Form",
    "answer_sheet",
    "answers_from",
    "asked_of",
    "check_question",
    "differences",
    "edited",
    "input_done",
    "mapping_table",
    "merged",
    "new_followup",
    "new_input",
    "new_scenario",
    "partnership_named",
    "question_table",
    "read_amount",
    "read_followup",
    "read_fund",
    "read_input",
    "read_mapping",
    "read_partnership",
    "read_programme",
    "read_question",
    "read_scenario",
    "read_staff_groups",
    "scenario_called",
    "scenario_from",
    "unit_named",
    "with_budget",
    "with_indicator",
    "with_measure",
    "with_meeting_held",
    "with_more_of_need",
    "with_need",
    "with_order",
    "with_participation",
    "with_run",
    "with_story",
    "with_supply_done",
    "without_measure",
    "without_run",
    "write_mapping",
    "write_question",
]
