"""The JSON answers keep their schema, lose no minute, and are the same bytes each time."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from telling import QUESTION, ROOT, WARD, dosette, plan, speaker, workspace

from taskmap.model.finding import Finding, Place
from taskmap.model.plan import MoveKind
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.present.exact import as_text, check_object, show_object, suggest_object
from taskmap.present.exact.rulings import rulings_list

SCHEMAS = ROOT / "schema"
KEYS = [
    "schema",
    "unit",
    "hashes",
    "versions",
    "question",
    "status",
    "objectives",
    "breaches",
    "moves",
    "alternatives",
    "alternatives_left",
    "held",
    "open_questions",
    "assumptions",
    "relaxed",
    "limits_passed",
    "roles",
    "faces",
    "mixes",
    "levels",
]


def schema(name):
    found = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.fixture(scope="module")
def answer():
    return json.loads(as_text(suggest_object(plan(), speaker())))


def test_the_answer_keeps_its_schema(answer):
    schema("suggest").validate(answer)
    assert list(answer) == KEYS


def test_a_key_more_or_less_breaks_the_schema(answer):
    assert not schema("suggest").is_valid({**answer, "seconds": 1})
    assert not schema("suggest").is_valid({k: v for k, v in answer.items() if k != "held"})


def test_hours_give_the_minutes_back(answer):
    assert answer["moves"]
    for told, move in zip(answer["moves"], plan().moves, strict=True):
        for part in ("relieved", "taken_on", "supervision", "handover", "training", "net"):
            assert round(told["hours"][part] * 60) == getattr(move.minutes, part)
            assert abs(told["hours"][part] * 60 - getattr(move.minutes, part)) < 0.01
    for told, load in zip(answer["roles"], plan().roles, strict=True):
        assert round(told["plan_hours"] * 60) == load.total("plan")
        assert sum(round(b["plan_hours"] * 60) for b in told["bands"]) == load.total("plan")


def test_a_move_carries_all_six_rulings_with_the_laws_source(answer):
    for move in answer["moves"]:
        assert [r["gate"] for r in move["rulings"]] == [
            "law",
            "policy",
            "competence",
            "risk",
            "continuity",
            "capacity",
        ]
        assert move["rulings"][0]["source"][0]["urls"]


def test_a_condition_is_told_in_its_values():
    train = {"competences": ("x", "y"), "hours": 0.1 + 0.2}
    ruling = Ruling(
        gate=Gate.COMPETENCE,
        verdict=Verdict.CONDITION,
        condition=Condition.TRAIN,
        code="competence.train",
        values=train,
    )
    (told,) = rulings_list((ruling,), speaker())
    assert told["values"] == {"competences": ["x", "y"], "hours": 0.3, "condition": "train"}


def test_only_messages_change_with_the_language(answer):
    swedish = json.loads(as_text(suggest_object(plan(), speaker("sv"))))
    for side in (answer, swedish):
        for notes in ("assumptions", "relaxed"):
            for note in side[notes]:
                note.pop("message")
    assert swedish == answer


def test_the_same_plan_gives_the_same_bytes():
    once, twice = (as_text(suggest_object(plan(), speaker())) for _ in range(2))
    assert once == twice
    assert once.endswith("}\n")


def test_work_nobody_does_comes_from_null():
    missed = dosette(giver=None, from_minutes=None, kind=MoveKind.GAIN, breakeven_factor=None)
    told = json.loads(as_text(suggest_object(replace(plan(), moves=(missed,)), speaker())))
    schema("suggest").validate(told)
    assert told["moves"][0]["from"] is None
    assert told["moves"][0]["training"][0]["persons"] == 2


def test_findings_keep_their_schema_and_letters():
    finding = Finding("role.unknown", Place("å.yaml", 3, 4, "f"), {"value": "ø", "nearest": None})
    told = check_object([finding], [("u", "Ås", 3, 2, 1.25)], lambda f: f.code)
    schema("check").validate(json.loads(as_text(told)))
    assert "å.yaml" in as_text(told)
    assert told["units"][0] == {
        "id": "u",
        "name": "Ås",
        "tasks": 3,
        "roles": 2,
        "hours_per_week": 1.25,
    }


def test_a_number_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        as_text({"hours": float("nan")})


def test_the_unit_as_mapped_has_every_role_and_task():
    unit = str(Path(ROOT / WARD))
    told = show_object(
        workspace().levels(unit, QUESTION), workspace().capacities(unit, QUESTION), speaker()
    )
    assert [role["role"] for role in told["roles"]] == [s.role for s in speaker().mapping.staffing]
    assert {level["task"] for level in told["levels"]} == set(speaker().mapping.by_leaf)
