"""Results as JSON objects of a documented, versioned schema (``docs/json.md``)."""

from taskmap.present.exact.batch import batch_object, budget_object
from taskmap.present.exact.check import check_object
from taskmap.present.exact.clash import clash_object
from taskmap.present.exact.compare import compare_object
from taskmap.present.exact.courses import courses_object
from taskmap.present.exact.followup import followup_object
from taskmap.present.exact.fund import fund_object, supply_object
from taskmap.present.exact.need import need_object, pool_object
from taskmap.present.exact.show import show_object
from taskmap.present.exact.side_by_side import comparison_object
from taskmap.present.exact.suggest import suggest_object, under
from taskmap.present.exact.text import as_text
from taskmap.present.exact.workload import workload_object

__all__ = [
    "as_text",
    "batch_object",
    "budget_object",
    "check_object",
    "clash_object",
    "compare_object",
    "comparison_object",
    "courses_object",
    "followup_object",
    "fund_object",
    "need_object",
    "pool_object",
    "show_object",
    "suggest_object",
    "supply_object",
    "under",
    "workload_object",
]
