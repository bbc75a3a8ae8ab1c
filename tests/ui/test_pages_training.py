"""The page of training, part by part and in every language, on a small partnership."""

import re
from datetime import date

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.workspace import Workspace

PARTS = ("needs", "calendar", "bill", "renewals", "gives")
PARTNERSHIP = """\
taskmap: partnership/1
id: kysten
name: Kysten
country: NO
members:
  - {organisation: {id: nord, name: Nord kommune}, population: 5120}
  - {organisation: {id: sor, name: Sør kommune}, population: 3300}
"""


@pytest.fixture
def folder(tmp_path, open_page, monkeypatch, request):
    page = (request.config.rootpath / "docs/programme-format.md").read_text(encoding="utf-8")
    year = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1]
    (tmp_path / "kysten.yaml").write_text(PARTNERSHIP, encoding="utf-8")
    (tmp_path / "kurs.yaml").write_text(year, encoding="utf-8")
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_opens_in_every_language(folder, open_page, language):
    words = reader(language)
    for part in PARTS:
        at = open_page("training", lang=language, who="project_leader", training=part)
        assert not at.exception
        at.button(key="ask_training").click().run()
        assert not at.exception
        assert at.header[0].value == words.say("ui.page.training")
        assert not [m.value for m in at.markdown if "[training." in m.value]
    assert words.say("training.gaps.none") in [i.value for i in at.info]


def test_a_programme_with_errors_is_told_and_not_worked_out(folder, open_page):
    path = folder / "kurs.yaml"
    path.write_text(path.read_text().replace("least: 6", "least: 60"), encoding="utf-8")
    at = open_page("training", lang="nb", who="project_leader")
    assert not at.exception
    assert "kurs.yaml" in at.error[0].value.replace("\\", "")
    assert not [b for b in at.button if b.key == "ask_training"]


def test_a_coordinator_writes_down_a_run_and_takes_it_back(folder, open_page):
    words, path = reader("nb"), folder / "kurs.yaml"
    path.write_text(re.sub(r"held:\n(  - .*\n)+", "", path.read_text()), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    at = open_page("training", lang="nb", who="project_leader")
    assert words.say("training.held.none") in [m.value for m in at.markdown]
    press(at, words.say("training.run.save"))
    for what in ("course", "persons"):
        assert words.say(f"training.run.{what}") in at.error[0].value
    of(at.selectbox, "course").select("vold")
    of(at.date_input, "day").set_value(date(2027, 3, 11))
    of(at.selectbox, "lecturer").select("hired")
    of(at.selectbox, "0_role").select("sykepleier")
    of(at.number_input, "0_persons").set_value(6)
    press(at, words.say("training.run.save"))
    assert not at.exception
    assert not at.error
    saved = path.read_text(encoding="utf-8")
    assert saved.startswith(before)
    (run,) = Workspace(folder, date(2027, 3, 12)).programme("kysten").whole.held
    assert (run.course, run.hired, run.by_member) == ("vold", True, {"nord": 6})
    assert [some.role for some in run.came] == ["sykepleier"]
    next(b for b in at.button if b.key == "take_back_courses").click().run()
    assert not at.exception
    assert path.read_text(encoding="utf-8") == before


def of(widgets, field):
    """A field of the form for runs."""
    keyed = (each for each in widgets if each.key and each.key.startswith("run@"))
    return next(each for each in keyed if each.key.endswith(f"_{field}"))


def press(at, label):
    next(each for each in at.button if each.label == label).click().run()
