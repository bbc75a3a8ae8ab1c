"""The page on participation opens with everything somebody said, in every language."""

import shutil

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.workspace import Workspace
from tests.ui.conftest import ROOT, TODAY

UNIT = "havblikk-2"
SAID = """\
taskmap: followup/1
unit: havblikk-2
measures: []
participation:
  meetings:
    - {id: m, date: 2026-11-20, kind: users, present: [{party: users, office: eldrerådet}]}
  comments:
    - id: a
      date: 2026-11-20
      party: safety
      office: verneombud
      dissent: true
      text: "# Nei.\\n\\n- [uenig](https://x) *helt*"
      about: {task: utdeling, from: sykepleier, to: helsefagarbeider}
  holds:
    - {id: h, date: 2026-11-20, party: union, office: tillitsvalgt, reason: Vent litt.}
  duties:
    - {duty: no_aml_6_2, state: done, date: 2026-11-20, meeting: m}
"""


@pytest.fixture
def opened(open_page, tmp_path, monkeypatch):
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", tmp_path)
    (tmp_path / "havblikk-2.followup.yaml").write_text(SAID, encoding="utf-8")
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))

    def opened(part, language="nb"):
        return open_page("participation", lang=language, unit=UNIT, participation=part)

    return opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_stands_as_it_was_typed_and_what_waits_is_told(opened, language):
    at = opened("said", language)
    assert not at.exception
    told = [each.value for each in at.markdown]
    (words,) = [each for each in told if "Nei" in each]
    assert "> \\# Nei\\.\n>\n> \n>\n> \\- \\[uenig\\]" in words
    held = reader(language).say("participation.held", what="").strip()
    assert any(held.replace("(", "\\(").replace(")", "\\)") in each for each in told)


def test_meetings_and_duties_are_told(opened):
    at = opened("meetings")
    assert not at.exception
    told = [each.value.replace("\\", "") for each in at.markdown]
    assert any("eldrerådet (brukerråd)" in each for each in told)
    at = opened("duties")
    assert not at.exception
    told = [each.value for each in at.markdown]
    assert any("1 av" in each for each in told)
    say = reader("nb").say
    unverified = say("participation.duty.not_verified").split()[0]
    assert sum(unverified in each for each in told) >= 2


def test_what_is_typed_stays_while_somebody_else_saves_and_goes_with_ones_own(opened, tmp_path):
    at = opened("said")
    at.radio(key="speak_anything@0@nb_what").set_value("comment")
    at.selectbox(key="speak_anything@0@nb_party").set_value("safety")
    at.text_input(key="speak_anything@0@nb_office").set_value("verneombud")
    at.text_area(key="speak_anything@0@nb_text").set_value("Et langt innlegg.")
    path = tmp_path / "havblikk-2.followup.yaml"
    path.write_text(path.read_text() + "# Noen andre skrev.\n", encoding="utf-8")
    next(each for each in at.button if each.label == "Skriv det inn").click()
    at.run()
    assert not at.exception
    assert not at.error
    written = path.read_text(encoding="utf-8")
    assert "Et langt innlegg." in written
    assert "# Noen andre skrev." in written
    assert not at.text_area(key="speak_anything@1@nb_text").value


def test_what_is_said_or_held_at_a_meeting_names_it(opened, tmp_path):
    at = opened("said")
    for what, text in (("comment", "Sagt på møtet."), ("hold", "Vent på opplæringa.")):
        (said,) = [each for each in at.radio if str(each.key).endswith("_what")]
        key = str(said.key).removesuffix("_what")
        said.set_value(what)
        at.selectbox(key=f"{key}_party").set_value("safety")
        at.selectbox(key=f"{key}_meeting").set_value("m")
        at.text_input(key=f"{key}_office").set_value("verneombud")
        at.text_area(key=f"{key}_text").set_value(text)
        next(each for each in at.button if each.label == "Skriv det inn").click()
        at.run()
        assert not at.error
    kept = Workspace(tmp_path, TODAY).followup(UNIT).followup.participation
    assert kept.comments[-1].meeting == kept.holds[-1].meeting == "m"
    told = [each.value.replace("\\", "") for each in at.markdown]
    named = "Møte med brukerråd 20. november 2026"
    assert sum(named in each for each in told) == 2


def test_a_meeting_is_noted_about_a_move_of_the_suggestion(opened, tmp_path):
    at = opened("meetings")
    at.session_state["meet"] = True
    at.run()
    about = at.selectbox(key="meeting@0@nb_about")
    moves = [each for each in about.options if " fra " in each]
    assert len(moves) > 1
    about.select(moves[-1])
    at.selectbox(key="meeting@0@nb_kind").set_value("discussion")
    at.text_input(key="meeting@0@nb_safety").set_value("verneombud")
    next(
        each for each in at.button if each.label == reader("nb").say("participation.meet.save")
    ).click()
    at.run()
    assert not at.exception
    assert not at.error
    met = Workspace(tmp_path, TODAY).followup(UNIT).followup.participation.meetings[-1]
    assert met.about.task is not None
    assert any(moves[-1] in each.value.replace("\\", "") for each in at.markdown)
