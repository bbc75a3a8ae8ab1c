"""The page on workload says what the command says, with every figure's how beside it."""

import pytest

from taskmap.language import reader
from taskmap.present.names import Speaker
from taskmap.present.strain import caution
from taskmap.workspace import Workspace
from tests.ui.conftest import ROOT, TODAY

UNIT = "havblikk-2"


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_the_page_tells_staff_required_both_sides_and_what_wears(open_page, language):
    at = open_page("load", lang=language, unit=UNIT)
    assert not at.exception
    say = reader(language).say
    titles = {found.value for found in at.subheader}
    keys = ("wisn.title", "workload.both.title", "strain.marks.title", "workload.posts.title")
    assert {say(key) for key in keys} <= titles
    assert not [m.value for m in at.markdown if "[workload." in m.value or "[strain." in m.value]


def test_a_plan_that_wears_on_the_lowest_level_is_warned_of(open_page):
    pages = [open_page(page, lang="nb", unit=UNIT) for page in ("load", "suggestions")]
    workspace = Workspace(ROOT / "mappings", TODAY)
    opened = workspace.open(UNIT)
    plan = workspace.suggest(UNIT, workspace.question())
    told = caution(plan, Speaker(reader("nb"), opened.mapping, opened.catalogue))
    assert told
    for at in pages:
        assert [w.value for w in at.warning if w.value.startswith(told[:40])]


def test_more_than_the_law_lets_a_full_post_work_is_told_on_both_pages(
    open_page, tmp_path, monkeypatch
):
    whole = (ROOT / "mappings/solvik/havblikk-2.yaml").read_text("utf-8")
    assert whole.count("posts: 14.6") == 1
    (tmp_path / "havblikk-2.yaml").write_text(whole.replace("posts: 14.6", "posts: 10"), "utf-8")
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    for page in ("load", "suggestions"):
        at = open_page(page, lang="nb", unit=UNIT)
        assert not at.exception
        told = [plain for w in at.warning if "§ 10-4" in (plain := w.value.replace("\\", ""))]
        assert told
        assert told[0].startswith("Helsefagarbeider: Med forslaget krever arbeidet ")


def test_a_unit_without_marks_says_so(open_page):
    at = open_page("load", lang="nb", unit="stokke-hjemmetjeneste-2005")
    assert not at.exception
    unmarked = reader("nb").say("workload.page.unmarked")
    assert unmarked in [m.value for m in at.markdown]


def words_of_pressure(at):
    say = reader("nb").say
    column = say("wisn.column.pressure")
    return next(list(f.value[column]) for f in at.table if column in f.value)


def test_the_limits_of_pressure_are_the_readers_and_stand_in_the_address(open_page):
    at = open_page("load", lang="nb", unit=UNIT)
    say = reader("nb").say
    assert say("wisn.pressure.very_high") not in words_of_pressure(at)
    for key, low in (("spare", 9.0), ("balance", 8.0), ("high", 7.0)):
        at.number_input(key=f"pressure_{key}").set_value(low)
    at.run()
    assert say("wisn.pressure.very_high") in words_of_pressure(at)
    assert at.query_params["pressure"] == "9,8,7"
    at.number_input(key="pressure_high").set_value(8.5)
    at.run()
    assert [error.value for error in at.error] == [say("wisn.pressure.not_falling")]
    again = open_page("load", lang="nb", unit=UNIT, pressure="9,8,7")
    assert say("wisn.pressure.very_high") in words_of_pressure(again)
