"""The cases of a task as people type them: what differs is written, the rest of a case stays."""

from pathlib import Path

import pytest

from taskmap import document
from taskmap.document.said import tasks_said
from taskmap.workspace import CaseTyped, cases_typed

MAPPINGS = Path(__file__).parents[2] / "mappings"
DATA = (MAPPINGS / "elvestrand/hjemmetjeneste-sentrum.yaml").read_bytes()
WOUND, MEAL = "sarstell", "maltid"


def row(said, at, **typed):
    case = said.cases[at]
    minutes = f"{case.minutes[1]:g}" if case.minutes else ""
    as_it_is = {"name": case.name, "share": case.share, "minutes": minutes, "id": case.id}
    return CaseTyped(**as_it_is | typed)


def after(task, *rows):
    found = cases_typed(tasks_said(DATA)[task], rows)
    assert not found.findings
    return document.edited(DATA, found.edits)


def test_rows_as_they_are_change_nothing():
    said = tasks_said(DATA)[WOUND]
    assert cases_typed(said, [row(said, 0), row(said, 1)]).edits == ()


def test_a_share_and_a_time_are_written_and_what_else_a_case_says_stays():
    said = tasks_said(DATA)[WOUND]
    data = after(WOUND, row(said, 0, share="70"), row(said, 1, share="30 %", minutes="30-40"))
    mapping, findings = document.read_mapping(data, file="it.yaml")
    assert not [each for each in findings if each.severity == "error"]
    simple, hard = mapping.by_task[WOUND].cases
    assert (simple.share, hard.share) == (0.7, 0.3)
    assert (hard.minutes.low, hard.minutes.likely, hard.minutes.high) == (30, 35, 40)
    assert hard.risk.consequence == 4
    assert "sykepleier" in next(iter(hard.today.values()))
    assert len(data.splitlines()) == len(DATA.splitlines())


def test_a_task_gets_two_cases_and_loses_them_again():
    new = (CaseTyped("Spiser selv", "60 %", ""), CaseTyped("Må mates", "40 %", "25 min"))
    data = after(MEAL, *new)
    said = tasks_said(data)[MEAL]
    assert [(each.id, each.share) for each in said.cases] == [
        ("spiser-selv", "60 %"), ("ma-mates", "40 %"),
    ]  # fmt: skip
    assert said.cases[1].minutes == (25, 25, 25)
    gone = [row(said, at, name="", share="") for at in (0, 1)]
    assert document.edited(data, cases_typed(said, gone).edits) == DATA


@pytest.mark.parametrize(
    ("typed", "code"),
    [({"share": "mye"}, "share.range"), ({"minutes": "lenge"}, "amount.not_understood")],
)
def test_what_is_not_understood_is_told_and_nothing_is_written(typed, code):
    said = tasks_said(DATA)[WOUND]
    found = cases_typed(said, [row(said, 0, **typed), row(said, 1)])
    assert [each.code for each in found.findings] == [code]
    assert found.edits == ()
