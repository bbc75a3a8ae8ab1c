"""Questions come back from text as they went, and their names are those of the unit asked."""

import json
from dataclasses import fields
from datetime import date

import jsonschema
import pytest
from hypothesis import given, settings
from questions import QUESTIONS
from test_document_schema import ROOT, mistakes
from texts import SOUND, changed

from taskmap.catalogue import load
from taskmap.document import (
    Form,
    asked_of,
    check_question,
    question_table,
    read_mapping,
    read_question,
    unit_named,
    write_question,
)
from taskmap.document.fields.question import QUESTION
from taskmap.leon.hashes import digest
from taskmap.model.demands import Demands
from taskmap.model.question import Question
from taskmap.model.unit import Country

DAY = date(2026, 11, 2)
CASES = """\
    name: Stell om morgenen
    cases:
      - {id: stabil, share: 70 %}
      - {id: ustabil, share: 30 %}
"""
WITH_CASES = changed(("    minutes: 25", f"{CASES}    minutes: 25"))
WITH_PARTS = SOUND.replace("  - id: stell\n", "  - id: stell\n    parent: morgen\n") + (
    "  - {id: morgen}\n"
    "  - {id: frokost, parent: morgen, count: {dag: 5}, minutes: 10, today: sykepleier}\n"
)


def post(text=SOUND):
    mapping, findings = read_mapping(text, file="post.yaml")
    assert mapping is not None, findings
    return mapping


def asked(**demands):
    return Question(as_of=DAY, demands=Demands(**demands))


@given(QUESTIONS)
@settings(max_examples=30)
def test_a_question_comes_back_as_it_went(question):
    for form in Form:
        text = write_question(question, "post", form)
        again, findings = read_question(text, file="q")
        assert findings == ()
        assert again == question
        assert digest(again) == digest(question)
        assert write_question(again, "post", form) == text
        assert unit_named(text) == "post"


@given(QUESTIONS)
@settings(max_examples=15)
def test_every_question_satisfies_the_schema(question):
    schema = json.loads((ROOT / "schema/question.schema.json").read_text(encoding="utf-8"))
    said = json.loads(write_question(question, "post", Form.JSON))
    jsonschema.Draft202012Validator(schema).validate(said)


@given(QUESTIONS)
@settings(max_examples=15)
def test_the_whole_table_is_a_question_too(question):
    whole = json.dumps(question_table(question, "post"))
    assert read_question(whole, file="q.json") == (question, ())


def test_every_field_of_a_question_can_be_written():
    keys = {field.attribute for field in QUESTION.fields} - {"taskmap", "unit"}
    own = {f.name for f in fields(Question)} - {"demands"}
    assert keys == own | {f.name for f in fields(Demands)}


def test_the_order_sets_were_filled_in_does_not_show():
    one = asked(pinned=frozenset(("a", "b", "c")), cap_leaf={"a": 0.5, "b": 1.0})
    two = asked(pinned=frozenset(("c", "b", "a")), cap_leaf={"b": 1.0, "a": 0.5})
    assert write_question(one) == write_question(two)


def test_a_question_reads_as_one_would_write_it():
    question = asked(
        pinned=frozenset({"stell"}),
        forced={("dosett", "helsefagarbeider"): 0.5},
        cap_role={"helsefagarbeider": 360},
    )
    assert write_question(question, "post") == (
        "taskmap: question/1\n"
        "unit: post\n"
        "as_of: 2026-11-02\n"
        "pinned: [stell]\n"
        "forced:\n"
        "  - {task: dosett, role: helsefagarbeider, share: 0.5}\n"
        "cap_role: {helsefagarbeider: 6}\n"
    )


def test_all_mistakes_are_told_at_once_with_the_way_out():
    question = asked(
        pinned=frozenset({"stel"}),
        forbidden=frozenset({("stell", "sykeplier"), ("stell", "renholder")}),
        taken_out={"sykepleier": {"kveld": 2.0}},
        seats={"kurs_legemiddelhandtring": 2},
    )
    found = check_question(question, post(), load(Country.NO), file="q.yaml")
    assert [(f.code, f.place.line, f.values["nearest"]) for f in found] == [
        ("task.unknown", 3, "stell"),
        ("role.not_in_unit", 5, None),
        ("role.unknown", 6, "sykepleier"),
        ("course.unknown", 7, "kurs_legemiddelhandtering"),
        ("band.unknown", 8, None),
    ]


def test_a_sound_question_has_no_findings():
    question = asked(pinned=frozenset({"stell"}), cap_role={"sykepleier": 60})
    assert check_question(question, post(), load(Country.NO), file="q.yaml") == ()


def test_a_task_stands_for_its_cases():
    question = asked(
        pinned=frozenset({"stell"}),
        forbidden=frozenset({("stell/stabil", "sykepleier")}),
        forced={("stell", "sykepleier"): 0.2, ("stell/ustabil", "sykepleier"): 0.9},
        cap_leaf={"stell/stabil": 0.1, "stell": 0.4},
    )
    mapping = post(WITH_CASES)
    assert check_question(question, mapping, load(Country.NO), file="q") == ()
    assert asked_of(question, mapping).demands == Demands(
        pinned=frozenset({"stell/stabil", "stell/ustabil"}),
        forbidden=frozenset({("stell/stabil", "sykepleier")}),
        forced={("stell/stabil", "sykepleier"): 0.2, ("stell/ustabil", "sykepleier"): 0.9},
        cap_leaf={"stell/stabil": 0.1, "stell/ustabil": 0.4},
    )


def test_a_task_stands_for_its_parts():
    question = asked(pinned=frozenset({"morgen"}))
    assert asked_of(question, post(WITH_PARTS)).demands.pinned == {"stell", "frokost"}


def test_a_case_that_is_not_there_names_the_nearest():
    question = asked(pinned=frozenset({"stell/stabill"}))
    (found,) = check_question(question, post(WITH_CASES), load(Country.NO), file="q")
    assert (found.code, found.values["nearest"]) == ("task.unknown", "stell/stabil")


def test_the_units_own_title_leads_to_the_id():
    question = asked(pinned=frozenset({"Stell-om-morgenen"}))
    (found,) = check_question(question, post(WITH_CASES), load(Country.NO), file="q")
    assert found.values["nearest"] == "stell"


def test_the_example_on_the_page_is_a_question():
    page = (ROOT / "docs/question-format.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]
    assert mistakes(text) == []
    question, findings = read_question(text, file="page.yaml")
    assert findings == ()
    assert question.demands.cap_role == {"helsefagarbeider": 360}


@pytest.mark.parametrize("text", ["[]", "taskmap: question/1", "pinned: {a: 1}", "forced: [stell]"])
def test_what_is_no_question_is_refused_with_findings(text):
    question, findings = read_question(text, file="q")
    assert question is None
    assert findings
