"""The page and the paper show the same figures."""

from datetime import date
from pathlib import Path

from pdf_reading import Paper

from taskmap.language import reader
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]


def test_the_overviews_figures_stand_in_the_report(open_page):
    workspace = Workspace(ROOT / "mappings", date.today())  # noqa: DTZ011 - as the page does
    question = workspace.question(max_changes=None)
    at = open_page(lang="sv", unit="havblikk-2")
    report = Paper(workspace.paper("havblikk-2", "unit", question, reader("sv")))
    assert len(at.metric) == 4
    assert [each.value for each in at.metric if not report.says(each.value)] == []
    staffing = at.table[0].value
    assert len(staffing) > 3
    for row in staffing.to_numpy().tolist():
        shown = "".join(str(cell).replace("\\", "") for cell in row)
        assert report.says(shown), row
