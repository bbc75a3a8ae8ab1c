"""`taskmap fund` and `taskmap supply`, for people and for programs."""

import json

import jsonschema
from running import ROOT

DAY = ("--date", "2026-11-22")
FUND = "furuskar-forebyggande"


def schema(name):
    return json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))


def test_people_read_what_is_left_out_and_why(taskmap):
    told = taskmap("fund", FUND, "--lang", "sv", *DAY)
    assert told.status == 0, told.err
    assert "Det som inte får plats" in told.out
    assert "Pengarna räcker inte." in told.out
    assert "Ett påhittat exempel." in told.out
    assert "Referensgruppen med facken, 2027-01-07" in told.out


def test_programs_read_the_same(taskmap):
    answer = json.loads(taskmap("fund", FUND, "--format", "json", *DAY).out)
    jsonschema.validate(answer, schema("division"))
    assert {each["need"]: each["why"] for each in answer["left"]} == {
        "vard-hemma": "money", "forskning": "no_cost",
    }  # fmt: skip
    assert sum(year["planned"] for year in answer["years"]) == sum(
        sum(each["cost"]) for each in answer["planned"]
    )


def test_the_supply_is_told_by_role_and_year(taskmap):
    told = taskmap("supply", "furuskar-kompetensfond", "--format", "json", *DAY)
    assert told.status == 0, told.err
    answer = json.loads(told.out)
    jsonschema.validate(answer, schema("supply"))
    nurse = answer["roles"][0]
    assert (nurse["role"], [year["year"] for year in nurse["years"]]) == (
        "sjukskoterska", [2027, 2028, 2029],
    )  # fmt: skip
    assert nurse["freed_by_moves"] > 0


def test_a_fund_that_is_not_there_is_told_with_the_nearest(taskmap):
    told = taskmap("fund", "furuskar-forebygande", "--lang", "nb", *DAY)
    assert told.status == 2
    assert "Fant verken midler eller en fil" in told.err
    assert FUND in told.err
