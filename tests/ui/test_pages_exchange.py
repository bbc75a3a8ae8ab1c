"""The page of files in and out and the page of scenarios, without a browser."""

import shutil

import pytest
from streamlit.testing.v1 import AppTest

from taskmap.language import LANGUAGES, reader
from taskmap.ui.parts import exchange_source
from taskmap.ui.parts.text import plain
from taskmap.workspace import Workspace
from tests.ui.conftest import ROOT, TODAY

UNIT = "havblikk-2"
SAY = reader("nb").say
WEEK = "Aktivitet\tTimer dag\tTimer kveld\tHvem\nStell\t40,5\t20\tSykepleier\nMøter\tmange\t2\t\n"


@pytest.fixture
def open_copy(monkeypatch, tmp_path):
    """Opens a page on a copy of a shipped unit and its scenario."""
    for name in ("havblikk-2", "havblikk-2-to-vakante"):
        shutil.copy(ROOT / f"mappings/solvik/{name}.yaml", tmp_path / f"{name}.yaml")
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))

    def opened(page, **address):
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in {"lang": "nb", "unit": UNIT, **address}.items():
            at.query_params[name] = value
        if page != "overview":
            at.switch_page(str(ROOT / f"taskmap/ui/pages/{page}.py"))
        return at.run()

    opened.hall = Workspace(tmp_path, TODAY)
    return opened


def button(at, label):
    return next(b for b in at.button if b.label == label)


def told(at):
    return "\n".join(each.value for each in (*at.markdown, *at.info, *at.warning, *at.error))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_pasted_cells_are_shown_beside_what_they_are_read_as(open_copy, language):
    at = open_copy("exchange", lang=language, source="paste")
    assert not at.exception
    at.text_area[0].set_value(WEEK).run()
    assert not at.exception
    labels = [box.label for box in at.selectbox]
    assert "A · Aktivitet" in labels
    assert "40,5" in told(at)
    assert open_copy.hall.history(UNIT) == ()


def test_nothing_is_read_in_before_the_list_of_rows_is_accepted(open_copy):
    at = open_copy("exchange", source="paste")
    at.text_area[0].set_value(WEEK).run()
    name = SAY("incoming.take_in", unit="Havblikk sykehjem, avdeling 2")
    assert button(at, name).disabled
    at.checkbox[0].check().run()
    button(at, name).click().run()
    assert not at.exception
    (version,) = open_copy.hall.history(UNIT)[1:]
    assert SAY("incoming.why", file="innlimt.tsv") == version.why
    assert "stell" in open_copy.hall.open(UNIT).mapping.by_task
    assert SAY("incoming.nothing_sound") in told(at)


def test_a_column_that_is_not_read_in_says_so(open_copy):
    at = open_copy("exchange", source="paste")
    at.text_area[0].set_value("Aktivitet\tTimer dag\tHvem\nStell\t3\tSykepleier\n").run()
    assert SAY("incoming.all_well") in told(at)
    next(box for box in at.selectbox if box.label == "C · Hvem").select_index(0).run()
    assert SAY("incoming.all_well") not in told(at)


def test_cells_that_say_nothing_of_a_unit_make_none(open_copy):
    at = open_copy("exchange", source="paste", into="new")
    at.text_area[0].set_value(WEEK).run()
    assert SAY("incoming.no_unit") in told(at)
    assert [card.id for card in open_copy.hall.units()] == [UNIT]


@pytest.mark.parametrize(
    ("part", "language"), [*zip(("list", "edit", "compare"), LANGUAGES, strict=True)]
)
def test_every_part_of_the_scenario_page_opens(open_copy, part, language):
    at = open_copy("scenarios", lang=language, part=part, scenario="to-vakante")
    assert not at.exception
    assert not at.error
    assert any("To stillinger vakant" in each.value for each in at.warning)


@pytest.mark.parametrize("page", ["overview", "mapping"])
def test_every_page_tells_that_a_scenario_is_on(open_copy, page):
    at = open_copy(page, scenario="to-vakante")
    assert not at.exception
    assert any("To stillinger vakant" in each.value for each in at.warning)


def test_figures_of_a_page_are_those_under_the_scenario(open_copy):
    shares = [
        [table.value.to_csv() for table in open_copy("overview", **address).table]
        for address in ({}, {"scenario": "to-vakante"})
    ]
    assert shares[0] != shares[1]


def test_staffing_typed_in_a_scenario_stays_there(open_copy):
    at = open_copy("scenarios", part="edit", post_form="helsefagarbeider")
    vacant = next(f for f in at.text_input if f.label == SAY("sheet.column.vacant"))
    vacant.set_value("1,5")
    button(at, SAY("scenario.page.staffing_do")).click().run()
    assert not at.exception
    hall = open_copy.hall
    changed = hall.under("to-vakante").open(UNIT).mapping.by_role["helsefagarbeider"].vacant
    assert changed == 1.5
    assert hall.open(UNIT).mapping.by_role["helsefagarbeider"].vacant != 1.5


def test_a_figure_that_is_none_is_told_and_not_saved(open_copy):
    at = open_copy("scenarios", part="edit", post_form="helsefagarbeider")
    vacant = next(f for f in at.text_input if f.label == SAY("sheet.column.vacant"))
    vacant.set_value("noen")
    button(at, SAY("scenario.page.staffing_do")).click().run()
    assert any("noen" in each.value for each in at.error)


def test_a_scenario_is_deleted_and_brought_back(open_copy):
    at = open_copy("scenarios")
    button(at, SAY("scenario.page.remove")).click().run()
    assert open_copy.hall.scenarios(UNIT) == ()
    button(at, SAY("scenario.page.put_back")).click().run()
    assert [card.id for card in open_copy.hall.scenarios(UNIT)] == ["to-vakante"]


def test_a_change_is_let_go_of_by_a_click(open_copy):
    at = open_copy("scenarios", part="edit")
    count = len(open_copy.hall.difference(UNIT, ["to-vakante"]))
    button(at, SAY("scenario.page.drop")).click().run()
    assert not at.exception
    assert len(open_copy.hall.difference(UNIT, ["to-vakante"])) == count - 1


def test_of_very_many_rows_left_out_the_page_names_the_first(open_copy):
    at = open_copy("exchange", source="paste")
    rows = (f"Møte {n}\tmange\t2\t\n" for n in range(3, 93))
    at.text_area[0].set_value("".join((*WEEK.splitlines(keepends=True)[:2], *rows))).run()
    assert not at.exception
    warned = next(each.value for each in at.warning if "90 rader" in each.value)
    assert warned.count("!") == 40
    assert warned.endswith("…")


def test_a_bare_list_waits_for_the_unit_that_is_started(open_copy):
    told_of_it = plain(SAY("incoming.waits", file="liste.csv"))
    at = open_copy("start", into="new")
    assert told_of_it not in told(at)
    at.session_state["held_file"] = exchange_source._Held("liste.csv", WEEK.encode())
    assert told_of_it in told(at.run())
    at.switch_page(str(ROOT / "taskmap/ui/pages/exchange.py")).run()
    assert not at.exception
    held = plain(SAY("incoming.held", file="liste.csv"))
    assert held in told(at), "it outlives a look at another page"
    button(at, SAY("incoming.let_go")).click().run()
    assert held not in told(at)
