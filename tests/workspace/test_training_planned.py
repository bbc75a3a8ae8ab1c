"""A partnership's training from documents to answer: gaps, calendar, bill, what courses free."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from taskmap.cli import main
from taskmap.errors import PartnershipHasErrors, PartnershipNotFound
from taskmap.language import LANGUAGES, reader
from taskmap.model.followup import Decision, FollowUp, Measure, MeasureKind
from taskmap.model.training import Backing, Why
from taskmap.training.gaps import Unit, gaps
from taskmap.training.shares import totals
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
KYSTEN = """\
taskmap: partnership/1
id: kysten
name: Kysten
country: NO
illustrative: true
members:
  - {organisation: {id: nord, name: Nord kommune}, population: 5120, units: [nord-1]}
  - {organisation: {id: sor, name: Sør kommune}, population: 3300}
"""
UNIT = """\
taskmap: mapping/1
unit:
  id: nord-1
  name: Nord sykehjem
  country: NO
  setting: nursing_home
  organisation: {id: nord, name: Nord kommune}
date: 2026-10-12
illustrative: true
purpose: Oppgavedeling
delete_after: 2028-12-31
bands:
  - {id: dag, name: Dag, when: [{days: mon-sun, from: 07:30, to: 15:00}]}
  - {id: resten, name: Resten, when: rest}
staffing:
  - {role: sykepleier, persons: 8, posts: 6, hours_profile: no_turnus_35_5, mapping: complete,
     bands: {dag: 100 %}}
  - {role: helsefagarbeider, persons: 8, posts: 6, hours_profile: no_turnus_35_5,
     mapping: complete, bands: {dag: 100 %}}
tasks:
  - id: sarstell
    name: Sårstell
    count: {every: week, bands: {dag: 40}}
    minutes: 30
    today: {sykepleier: 100 %}
    competences: [sarstell]
    risk: {likelihood: 2, consequence: 2}
  - id: stell
    name: Stell
    count: {every: week, bands: {dag: 60}}
    minutes: 20
    today: {helsefagarbeider: 100 %}
    competences: [pasientarbeid]
    risk: {likelihood: 2, consequence: 2}
"""


def programme():
    page = (ROOT / "docs/programme-format.md").read_text(encoding="utf-8")
    return re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("kysten")
    (found / "kysten.yaml").write_text(KYSTEN, encoding="utf-8")
    (found / "kurs.yaml").write_text(programme(), encoding="utf-8")
    (found / "nord.yaml").write_text(UNIT, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def found(folder):
    hall = Workspace(folder, TODAY)
    return hall.training(hall.programme("kysten"), hall.question(max_changes=None))


def test_the_plans_gaps_stand_beside_what_was_ordered_and_what_runs_out(found):
    (gap,) = found.gaps
    assert (gap.unit, gap.role, gap.competence) == ("nord-1", "helsefagarbeider", "sarstell")
    assert gap.persons >= 1
    assert gap.backing is Backing.POSSIBLE
    assert gap.leaves == ("sarstell",)
    asked = {
        w.organisation: w.why for w in found.wants if w.course == "kurs_sarstell" and w.by == 2
    }
    assert asked["nord"] == {Why.ORDERED: 9, Why.PLAN: gap.persons}
    due = [w for w in found.wants if w.by == 1 and w.course == "kurs_sarstell"]
    assert [(w.organisation, w.why) for w in due] == [("sor", {Why.RENEWAL: 3})]
    assert sum(found.calendar.hosted.values()) > 4
    assert sum(totals(found.bills).values()) == sum(bill.ore for bill in found.bills)


def test_an_accepted_move_makes_its_course_decided(folder):
    hall = Workspace(folder, TODAY)
    question = hall.question(max_changes=None)
    about, plan = hall.about("nord-1", question), hall.suggest("nord-1", question)

    def decided(task, receiver):
        measure = Measure(
            id="m", kind=MeasureKind.MOVE, decision=Decision.ACCEPTED, decided=TODAY,
            office="leder", reason="ja", task=task, giver="sykepleier", receiver=receiver,
        )  # fmt: skip
        unit = Unit(
            mapping=about.mapping, catalogue=about.catalogue, organisation="nord", plan=plan,
            followup=FollowUp(unit="nord-1", measures=(measure,)),
        )  # fmt: skip
        return gaps(unit)

    assert [g.backing for g in decided("sarstell", "helsefagarbeider")] == [Backing.ACCEPTED]
    assert [g.backing for g in decided("stell", "helsefagarbeider")] == [Backing.POSSIBLE]


def test_a_decided_move_tells_how_it_is_with_the_course_it_waits_for(folder, tmp_path):
    measure = Measure(
        id="m", kind=MeasureKind.MOVE, decision=Decision.ACCEPTED, decided=TODAY,
        office="leder", reason="ja", task="sarstell", giver="sykepleier",
        receiver="helsefagarbeider",
    )  # fmt: skip

    def told(held):
        for file in folder.glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            (tmp_path / file.name).write_text(text, encoding="utf-8")
        text = (folder / "kurs.yaml").read_text(encoding="utf-8")
        said = re.sub(r"held:\n(  - .*\n)+", f"held: [{held}]\n", text)
        (tmp_path / "kurs.yaml").write_text(said, encoding="utf-8")
        return Workspace(tmp_path, TODAY).waiting("nord-1", measure, reader("nb"))

    run = "course: kurs_sarstell, on: 2027-04-15"
    (line,) = told("")
    assert "som ikke er holdt ennå" in line
    (line,) = told(f"{{{run}, cancelled: true}}")
    assert "ble avlyst 15. april 2027" in line
    (line,) = told(f"{{{run}, came: [{{from: sor, persons: 6}}]}}")
    assert "ingen herfra" in line
    (line,) = told(f"{{{run}, came: [{{from: nord-1, role: helsefagarbeider, persons: 6}}]}}")
    assert "6 herfra var med" in line


def test_what_a_course_frees_is_what_the_plan_loses_without_it(folder):
    hall = Workspace(folder, TODAY)
    course, every = hall.unlocked("nord-1", hall.question(max_changes=None))
    assert course.course == "kurs_sarstell"
    assert every.competence is None
    assert course.leaves == ("sarstell",)
    plan = hall.suggest("nord-1", hall.question(max_changes=None))
    assert course.freed["sykepleier"] == plan.moves[0].minutes.relieved
    assert course.net == plan.moves[0].minutes.net
    assert course.kroner == pytest.approx(course.persons * 900)
    assert course.proved


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_tells_it_in_every_language(folder, capsys, language):
    with pytest.raises(SystemExit) as ended:
        main(["training", "kysten", "--folder", str(folder), "--lang", language, "--worth"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for key in ("training.gaps.title", "training.bill.title", "training.unlocked.title"):
        assert reader(language).say(key) in said
    assert "[training." not in said


def test_the_answer_as_json_keeps_its_schema_and_is_the_same_bytes(folder, capsysbinary):
    told = []
    for _ in range(2):
        with pytest.raises(SystemExit):
            main(["training", "kysten", "--folder", str(folder), "--date", "2026-11-22",
                  "--format", "json"])  # fmt: skip
        told.append(capsysbinary.readouterr().out)
    assert told[0] == told[1]
    schema = json.loads((ROOT / "schema/training.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(told[0]))


def test_a_partnership_that_is_not_there_is_told_with_the_nearest(folder):
    with pytest.raises(PartnershipNotFound) as refused:
        Workspace(folder, TODAY).programme("kyssten")
    assert refused.value.values["nearest"] == "kysten"


@pytest.mark.parametrize("by_file", [False, True])
def test_a_partnership_that_is_there_with_errors_is_not_told_as_lost(tmp_path, by_file):
    broken = tmp_path / "kysten.yaml"
    broken.write_text("taskmap: partnership/1\nid: kysten\nname: Kysten\n", encoding="utf-8")
    hall, name = Workspace(tmp_path, TODAY), str(broken) if by_file else "kysten"
    for asked in (hall.programme, hall.partnership_called):
        with pytest.raises(PartnershipHasErrors) as refused:
            asked(name)
        assert refused.value.values["file"].endswith("kysten.yaml")


def test_a_partnership_without_a_programme_still_has_its_needs(folder, tmp_path):
    for name in ("kysten.yaml", "nord.yaml"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    hall = Workspace(tmp_path, TODAY)
    found = hall.training(hall.programme("kysten"), hall.question(max_changes=None))
    assert len(found.gaps) == 1
    assert [str(r) for u in found.calendar.unmet for r in u.reasons] == ["not_offered"]


def test_the_tables_open_as_a_workbook_and_as_csv(found):
    assert found.workbook(reader("nb"))[:2] == b"PK"
    lines = found.csv(reader("sv")).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Kursplan;Kurs;Var")
    assert len(lines) == 1 + sum(not placed.done for placed in found.calendar.placed)
