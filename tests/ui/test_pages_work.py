"""What the pages do when something is chosen, missing or wrong."""

import shutil
from pathlib import Path

from streamlit.testing.v1 import AppTest

from taskmap.language import reader

ROOT = Path(__file__).parents[2]
UNIT = "havblikk-2"


def test_the_first_visit_offers_an_example_and_takes_one_there(open_page):
    at = open_page(lang="nb")
    assert at.header[0].value == reader("nb").say("ui.welcome.title")
    at.button[0].click().run()
    assert not at.exception
    assert len(at.metric) == 4
    assert at.query_params["unit"]


def test_an_unknown_unit_and_language_in_the_address_are_left_aside(open_page):
    at = open_page(lang="xx", unit="finnes-ikke")
    assert not at.exception
    assert not at.metric


def test_a_cell_lists_its_tasks(open_page):
    at = open_page(lang="nb", unit=UNIT)
    before = len(at.dataframe)
    box = next(b for b in at.selectbox if b.label == reader("nb").say("ui.overview.cell"))
    box.select_index(0).run()
    assert not at.exception
    assert len(at.dataframe) == before + 1
    assert at.query_params["cell"]


def test_search_narrows_the_tasks_and_says_when_nothing_is_left(open_page):
    at = open_page("mapping", lang="nb", unit=UNIT, view="tasks")
    whole = len(at.dataframe[0].value)
    at.text_input[0].set_value("blodprøve").run()
    assert 0 < len(at.dataframe[0].value) < whole
    at.text_input[0].set_value("finnes ikke").run()
    assert not at.dataframe
    assert at.info[-1].value == reader("nb").say("ui.tasks.none")


def test_a_choice_lasts_when_the_language_changes(open_page):
    at = open_page("mapping", lang="nb", unit=UNIT, view="levels")
    group = next(b for b in at.selectbox if b.label == "Oppgavegruppe")
    group.select_index(2).run()
    chosen = at.query_params["group"]
    language = next(b for b in at.selectbox if b.label == "Språk")
    language.select("sv").run()
    assert not at.exception
    assert at.header[0].value == "Kartläggning"
    assert at.query_params["group"] == chosen
    assert at.query_params["view"] == ["levels"] or at.query_params["view"] == "levels"


def test_presets_ask_different_questions_and_more_moves_give_more(open_page):
    at = open_page("suggestions", lang="nb", unit="furuskar-medicinavdelning-3")
    few = len([m for m in at.markdown if m.value.startswith("#### ")])
    everything = next(t for t in at.toggle if t.label == reader("nb").say("ui.ask.all"))
    everything.set_value(True).run()
    assert not at.exception
    many = len([m for m in at.markdown if m.value.startswith("#### ")])
    assert 0 < few < many


def test_a_mapping_with_errors_shows_them_instead_of_figures(monkeypatch, tmp_path):
    shutil.copy(ROOT / "tests" / "broken" / "role_unknown.yaml", tmp_path / "brudd.yaml")
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["lang"] = "nb"
    at.run()
    unit = next(b for b in at.selectbox if b.label == "Enhet")
    unit.select_index(0).run()
    assert not at.exception
    assert at.error
    assert not at.metric
    assert len(at.table) == 1


def test_an_empty_folder_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["lang"] = "sv"
    at.run()
    assert not at.exception
    assert {button.key for button in at.button} == {"begin_excel", "begin_meeting"}
