"""The page of measures and the decisions on the page of suggestions, on a folder of their own."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
UNIT = "havblikk-2"
SAY = reader("nb").say
PARTS = ("list", "board", "one", "new")
MOVE = """\
  - id: {id}
    kind: move
    theme: task_sharing
    task: {task}
    from: {giver}
    to: {receiver}
    decision: {decision}
    decided: 2026-11-20
    office: avdelingsleder
    reason: {reason}
"""
OTHER = """\
  - id: kurs
    kind: course
    name: Kurs om natten
    theme: education
    decision: accepted
    decided: 2026-11-20
    office: avdelingsleder
    reason: Mangler kompetanse
    owner: fagsykepleier
    start: 2026-12-01
"""


@pytest.fixture
def folder(tmp_path, open_page, monkeypatch):
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", tmp_path)
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    hall = Workspace(tmp_path, date.today())  # noqa: DTZ011 - as the page asks
    first = hall.suggest(UNIT, hall.question()).moves[0]
    said = {"task": first.leaf, "giver": first.giver, "receiver": first.receiver}
    no = MOVE.format(id="nei", decision="rejected", reason="For få om natten", **said)
    gone = MOVE.format(
        id="borte", decision="accepted", reason="Ble bestemt i fjor", task=first.leaf,
        giver=first.receiver, receiver=first.giver,
    )  # fmt: skip
    gone += "    risk: {before: {likelihood: 4, consequence: 3}}\n"
    head = f"taskmap: followup/1\nunit: {UNIT}\nmeasures:\n"
    (tmp_path / "havblikk-2.followup.yaml").write_text(head + no + gone + OTHER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_opens_in_every_language(folder, open_page, language):
    for part in PARTS:
        at = open_page("measures", lang=language, unit=UNIT, measures=part)
        assert not at.exception
        assert at.header[0].value == reader(language).say("ui.page.measures")
        assert not [m.value for m in at.markdown if "[followup." in m.value]


def test_the_board_has_every_measure_in_its_column(folder, open_page):
    at = open_page("measures", lang="nb", unit=UNIT, measures="board")
    titles = [m.value for m in at.markdown if m.value.startswith("### ")]
    assert titles == [
        "### Ikke klar (1)", "### Klar (1)", "### I gang (0)", "### Avsluttet (0)",
        "### Ikke nå (1)",
    ]  # fmt: skip


def test_suggestions_tell_a_rejected_move_and_one_that_is_no_longer_there(folder, open_page):
    at = open_page("suggestions", lang="nb", unit=UNIT)
    assert not at.exception
    told = [m.value.replace("\\", "") for m in at.markdown]
    assert [t for t in told if "Avslått 20. november 2026 av avdelingsleder. For få" in t]
    assert "Bestemt før, men ikke i dette forslaget" in [s.value for s in at.subheader]
    assert [t for t in told if "Ble bestemt i fjor" in t]


def test_a_risk_stands_in_its_place_of_the_matrix(folder, open_page):
    at = open_page("measures", lang="nb", unit=UNIT, measures="one", measure="borte")
    assert not at.exception
    (matrix,) = (t.value for t in at.table if "Konsekvens 3" in t.value.columns)
    assert matrix.shape == (5, 6)
    assert matrix["Konsekvens 3"].tolist() == ["", "før", "", "", ""]


def test_what_is_due_is_made_as_a_calendar_file(folder, open_page):
    at = open_page("measures", lang="nb", unit=UNIT, measures="list")
    label = SAY("ui.paper.make", paper=SAY("followup.due.calendar"))
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception
    assert not at.error
    assert SAY("ui.paper.fetch", paper=SAY("followup.due.calendar")) in [
        made.proto.label for made in at.get("download_button")
    ]


def test_a_new_measure_needs_its_fields_and_then_opens(folder, open_page):
    at = open_page("measures", lang="nb", unit=UNIT, measures="new")
    at.button[-1].click().run()
    assert "Navn på tiltaket" in at.error[0].value
    at.text_input[0].set_value("Digitalt tilsyn")
    at.selectbox(key=next(s.key for s in at.selectbox if s.key.endswith("_kind"))).set_value(
        "digital"
    )
    at.radio[0].set_value("accepted")
    at.text_area[0].set_value("Færre vekkes om natten")
    at.text_input[1].set_value("avdelingsleder")
    at.button[-1].click().run()
    assert not at.exception
    assert at.subheader[0].value == "Digitalt tilsyn"
    assert "digitalt-tilsyn" in (folder / "havblikk-2.followup.yaml").read_text()
    assert "Risikoen før tiltak" in at.warning[0].value


def _press(at, words):
    label = reader("nb").say(words)
    next(button for button in at.button if button.label == label).click().run()


def test_a_measure_is_counted_against_its_baseline(folder, open_page):
    at = open_page("measures", lang="nb", unit=UNIT, measures="one", measure="kurs")
    numbers = [n for n in at.number_input if n.key.startswith("baseline_")]
    numbers[0].set_value(300)
    numbers[1].set_value(200)
    _press(at, "followup.results.freeze_do")
    assert "Før, skrevet ned" in " ".join(m.value for m in at.markdown)
    next(n for n in at.number_input if n.key.startswith("count_")).set_value(180)
    _press(at, "followup.form.save_count")
    assert not at.exception
    table = next(t.value for t in at.table if "Spart i uka" in t.value.columns)
    assert "60" in str(table.iloc[0].tolist())
