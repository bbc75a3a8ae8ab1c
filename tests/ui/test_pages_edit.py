"""The views that edit and tell versions, without a browser: forms, undo, restore, refusals."""

import shutil

import pytest
from streamlit.testing.v1 import AppTest

from taskmap.language import LANGUAGES, reader
from taskmap.model.strain import Strain
from taskmap.ui.bench import Bench
from taskmap.workspace import Workspace
from tests.ui.conftest import ROOT, TODAY

UNIT = "havblikk-2"
SAY = reader("nb").say
UNITS = [card.id for card in Workspace(ROOT / "mappings", TODAY).units()]


@pytest.fixture
def open_copy(monkeypatch, tmp_path):
    """Opens a view of a copy of a shipped mapping."""
    path = tmp_path / "havblikk-2.yaml"
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", path)
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))

    def opened(view, lang="nb", **address):
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in {"lang": lang, "unit": UNIT, "view": view, **address}.items():
            at.query_params[name] = value
        at.switch_page(str(ROOT / "taskmap/ui/pages/mapping.py"))
        return at.run()

    opened.path = path
    opened.hall = Workspace(tmp_path, TODAY)
    return opened


def button(at, label):
    return next(b for b in at.button if b.label == label)


def field(at, label):
    return next(b for b in (*at.text_input, *at.text_area) if b.label == label)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["edit", "history"])
def test_both_views_open_before_the_first_save_and_write_nothing(open_copy, view, language):
    at = open_copy(view, language)
    assert not at.exception
    say = reader(language).say
    told = [m.value for m in (*at.markdown, *at.info)]
    assert say("ui.edit.never") in told
    assert [path.name for path in open_copy.path.parent.iterdir()] == ["havblikk-2.yaml"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_shipped_mapping_opens_to_be_edited(open_page, unit):
    at = open_page("mapping", lang="nb", unit=unit, view="edit")
    assert not at.exception
    assert button(at, SAY("ui.form.add_do"))
    assert button(at, SAY("ui.edit.undo")).disabled


def test_a_new_task_is_added_and_taken_back(open_copy):
    before = open_copy.path.read_bytes()
    at = open_copy("edit", form="add")
    field(at, SAY("ui.form.name")).set_value("Vanne blomster på stuen")
    field(at, SAY("ui.form.often")).set_value("2 i uka")
    field(at, SAY("ui.form.minutes")).set_value("15 min")
    button(at, SAY("ui.form.add_do")).click().run()
    assert not at.exception
    assert not at.error
    task = open_copy.hall.open(UNIT).mapping.by_task["vanne-blomster-pa-stuen"]
    assert task.count.by_band == {"morgen": 2}
    assert field(at, SAY("ui.form.name")).value == ""
    button(at, SAY("ui.edit.undo")).click().run()
    assert open_copy.path.read_bytes() == before
    assert button(at, SAY("ui.edit.undo")).disabled
    button(at, SAY("ui.edit.redo")).click().run()
    assert "vanne-blomster-pa-stuen" in open_copy.hall.open(UNIT).mapping.by_task


def test_what_a_form_does_not_understand_is_told_and_kept(open_copy):
    before = open_copy.path.read_bytes()
    at = open_copy("edit", form="add")
    field(at, SAY("ui.form.name")).set_value("Ny")
    field(at, SAY("ui.form.often")).set_value("nå og da")
    button(at, SAY("ui.form.add_do")).click().run()
    assert "nå og da" in at.error[0].value
    assert field(at, SAY("ui.form.often")).value == "nå og da"
    assert open_copy.path.read_bytes() == before


def test_cases_are_changed_together_and_shares_that_make_no_whole_are_told(open_copy):
    before = open_copy.path.read_bytes()
    at = open_copy("edit", form="cases")
    box = next(b for b in at.selectbox if b.label == SAY("edit.column.name"))
    task = next(t for t in open_copy.hall.open(UNIT).mapping.tasks if t.cases)
    box.set_value(task.id).run()
    shares = [b for b in at.text_input if b.label == SAY("ui.form.case_share")]
    assert [b.value for b in shares[-1:]] == [""]
    shares[0].set_value("55 %")
    button(at, SAY("ui.form.cases_do")).click().run()
    assert at.error
    assert open_copy.path.read_bytes() == before
    shares = [b for b in at.text_input if b.label == SAY("ui.form.case_share")]
    shares[0].set_value("55 %")
    shares[1].set_value("45")
    button(at, SAY("ui.form.cases_do")).click().run()
    assert not at.error
    cases = open_copy.hall.open(UNIT).mapping.by_task[task.id].cases
    assert [case.share for case in cases] == [0.55, 0.45]


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_task_is_done_by_these_is_written_told_in_the_history_and_cleared(
    open_copy, language
):
    say = reader(language).say
    before = open_copy.path.read_bytes()
    at = open_copy("edit", language, form="reason")
    task = next(b for b in at.selectbox if b.label == say("edit.column.name")).value
    field(at, say("ui.form.reason_label")).set_value(
        "Sykepleier\n  går uansett innom: kl. 8 «hver» dag"
    )
    button(at, say("ui.form.reason_do")).click().run()
    assert not at.exception
    assert not at.error
    written = "Sykepleier går uansett innom: kl. 8 «hver» dag"
    assert open_copy.hall.open(UNIT).mapping.by_task[task].reason == written
    assert field(at, say("ui.form.reason_label")).value == written
    field(at, say("ui.form.reason_label")).set_value("")
    button(at, say("ui.form.reason_do")).click().run()
    assert open_copy.path.read_bytes() == before


def test_what_wears_is_marked_and_weighed_by_those_who_map(open_copy):
    at = open_copy("edit", form="strain")
    task = next(b for b in at.selectbox if b.label == SAY("edit.column.name")).value
    before = open_copy.hall.open(UNIT).mapping.by_task[task].strain
    marks = next(b for b in at.multiselect if b.label == SAY("ui.form.strain_label"))
    assert marks.value == list(before)
    marks.set_value([Strain.INTERRUPTIONS, Strain.ALONE])
    button(at, SAY("ui.form.strain_do")).click().run()
    assert not at.exception
    assert not at.error
    mapping = open_copy.hall.open(UNIT).mapping
    assert mapping.by_task[task].strain == (Strain.ALONE, Strain.INTERRUPTIONS)  # as catalogued
    assert not mapping.strain_weights

    next(n for n in at.number_input if n.label == "Alenearbeid").set_value(2.5)
    button(at, SAY("ui.form.weights_do")).click().run()
    assert not at.exception
    assert open_copy.hall.open(UNIT).mapping.strain_weights == {Strain.ALONE: 2.5}
    next(n for n in at.number_input if n.label == "Alenearbeid").set_value(1.0)
    button(at, SAY("ui.form.weights_do")).click().run()
    assert not open_copy.hall.open(UNIT).mapping.strain_weights


def test_a_new_task_may_say_why_at_once(open_copy):
    at = open_copy("edit", form="add")
    field(at, SAY("ui.form.name")).set_value("Lufte rommet")
    field(at, SAY("ui.form.often")).set_value("2 i uka")
    field(at, SAY("ui.form.minutes")).set_value("15 min")
    field(at, SAY("ui.form.reason_label")).set_value(" Den som er der, gjør det. ")
    button(at, SAY("ui.form.add_do")).click().run()
    task = open_copy.hall.open(UNIT).mapping.by_task["lufte-rommet"]
    assert task.reason == "Den som er der, gjør det."


def test_a_task_is_split_renamed_and_removed(open_copy):
    at = open_copy("edit", form="split")
    field(at, SAY("ui.form.parts")).set_value("Vask\nPåkledning")
    button(at, SAY("ui.form.split_do")).click().run()
    assert not at.error
    tasks = open_copy.hall.open(UNIT).mapping.by_task
    assert tasks["vask"].parent == tasks["pakledning"].parent == "morgenstell"

    at = open_copy("edit", form="rename")
    field(at, SAY("ui.form.new_name")).set_value("Vask ved seng")
    button(at, SAY("ui.form.rename_do")).click().run()
    assert open_copy.hall.open(UNIT).mapping.by_task["vask"].name == "Vask ved seng"

    at = open_copy("edit", form="remove")
    button(at, SAY("ui.form.remove_do")).click().run()
    assert "vask" not in open_copy.hall.open(UNIT).mapping.by_task
    at = open_copy("history")
    assert len(at.table[0].value) == 4


def test_tasks_that_differ_are_not_merged_and_the_reason_is_told(open_copy):
    before = open_copy.path.read_bytes()
    at = open_copy("edit", form="merge")
    at.multiselect[0].set_value(["morgenstell", "kveldsstell"])
    button(at, SAY("ui.form.merge_do")).click().run()
    assert at.error
    assert open_copy.path.read_bytes() == before


def test_an_earlier_version_is_brought_back(open_copy):
    before = open_copy.path.read_bytes()
    at = open_copy("edit", form="remove")
    button(at, SAY("ui.form.remove_do")).click().run()
    assert open_copy.path.read_bytes() != before
    at = open_copy("history")
    button(at, SAY("ui.history.restore_do")).click().run()
    assert not at.exception
    assert open_copy.path.read_bytes() == before
    assert SAY("edit.made.restore", number="1") in at.table[0].value.iloc[0, -1].replace("\\", "")


def test_a_file_that_may_not_be_written_is_told(open_copy):
    at = open_copy("edit", form="remove")
    open_copy.path.chmod(0o444)
    button(at, SAY("ui.form.remove_do")).click().run()
    assert "skrivebeskyttet" in at.error[0].value
    assert "morgenstell" in open_copy.hall.open(UNIT).mapping.by_task


def test_tasks_that_differ_are_merged_where_the_first_says_what_holds(open_copy):
    at = open_copy("edit", form="merge")
    at.multiselect[0].set_value(["morgenstell", "kveldsstell"])
    next(b for b in at.checkbox if b.label == SAY("ui.form.first_holds")).check()
    button(at, SAY("ui.form.merge_do")).click().run()
    assert not at.error
    tasks = open_copy.hall.open(UNIT).mapping.by_task
    assert "kveldsstell" not in tasks
    assert tasks["morgenstell"].minutes.likely == 25


def test_content_of_others_makes_the_grid_new_and_keeps_what_waits():
    bench = Bench()
    bench.see({}, "a")
    bench.handled["t", "minutes"] = bench.drafts["t", "minutes"] = "?"
    bench.see({}, "a")
    assert bench.handled
    first = bench.base
    bench.see({}, "b")
    assert bench.digest == "b"
    assert not bench.handled
    assert bench.drafts == {("t", "minutes"): "?"}
    bench.see({}, "a")
    assert bench.base != first  # content that came back is not covered by what was typed
