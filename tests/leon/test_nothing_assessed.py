"""A unit with counts, minutes and staffing only: questions first, and answers become moves."""

from datetime import date
from pathlib import Path

from taskmap import catalogue, document
from taskmap.leon.suggest import suggest
from taskmap.model.question import Question

BARE = (Path(__file__).parents[1] / "cases" / "bare.yaml").read_text(encoding="utf-8")
ASKED = Question(as_of=date(2026, 11, 1))
ANSWER = "risk: {likelihood: 2, consequence: 3}}"


def planned(text):
    mapping, findings = document.read_mapping(text, file="bare.yaml")
    assert not findings
    return suggest(mapping, catalogue.load(mapping.unit.country), ASKED)


def answered(text, *leaves):
    lines = [
        line[:-1] + f", {ANSWER}" if any(f"id: {leaf}," in line for leaf in leaves) else line
        for line in text.splitlines()
    ]
    return "\n".join(lines) + "\n"


def test_nothing_is_suggested_before_somebody_has_assessed_and_the_largest_question_comes_first():
    plan = planned(BARE)
    assert plan.moves == ()
    assert len(plan.open_questions) >= 3
    minutes = [question.minutes for question in plan.open_questions]
    assert minutes == sorted(minutes, reverse=True)


def test_answers_turn_questions_into_moves_of_as_many_minutes():
    first, second = planned(BARE).open_questions[:2]
    plan = planned(answered(BARE, first.leaf, second.leaf))
    relieved = {move.leaf: move.minutes.relieved for move in plan.moves}
    assert relieved == {first.leaf: first.minutes, second.leaf: second.minutes}
    assert not {first.leaf, second.leaf} & {question.leaf for question in plan.open_questions}


def test_a_doctor_answers_for_grave_treatment_and_the_leader_for_the_rest():
    grave = "risk: {likelihood: 2, consequence: 4}}"
    text = BARE
    for giver in ("sykepleier", "helsefagarbeider"):
        text = text.replace(f"today: {giver}}}", f"today: {giver}, {grave}")
    who = {question.leaf: question.who for question in planned(text).open_questions}
    assert (who["sarskift"], who["morgenstell"]) == ("doctor", "leader")
