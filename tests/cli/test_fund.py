"""`taskmap fund` and `taskmap supply`, for people and for programs."""

import json

import jsonschema
from running import ROOT, WARD

DAY = ("--date", "2026-11-22")
FUND = "furuskar-forebyggande"
TOGETHER = """\
taskmap: partnership/1
id: together
name: Sammen
country: NO
illustrative: true
members:
  - organisation: {id: a, name: A}
    population: 5000
    units: [liten-post]
"""
SUPPLY = """\
taskmap: fund/1
id: f
name: Fondet
country: NO
illustrative: true
partnership: together
budget: [{year: 2027, amount: 1000}]
needs: []
supply:
  first_year: 2027
  years: 2
  roles: [{role: sykepleier, retire: [0.5]}]
"""


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


def test_the_supply_is_told_by_role_and_year(taskmap, tmp_path):
    (tmp_path / "ward.yaml").write_bytes(WARD.read_bytes())
    (tmp_path / "together.yaml").write_text(TOGETHER, encoding="utf-8")
    (tmp_path / "fund.yaml").write_text(SUPPLY, encoding="utf-8")
    told = taskmap("supply", "together", "--folder", tmp_path, "--format", "json", *DAY)
    assert told.status == 0, told.err
    answer = json.loads(told.out)
    jsonschema.validate(answer, schema("supply"))
    (nurse,) = answer["roles"]
    assert (nurse["role"], [year["year"] for year in nurse["years"]]) == (
        "sykepleier",
        [2027, 2028],
    )
    assert nurse["years"][0]["end"] == round(nurse["posts"] - nurse["vacant"] - 0.5, 6)
    assert nurse["freed_by_moves"] > 0
    words = taskmap("supply", "f", "--folder", tmp_path, "--lang", "nb", *DAY)
    assert "Anslag" in words.out


def test_a_fund_that_is_not_there_is_told_with_the_nearest(taskmap):
    told = taskmap("fund", "furuskar-forebygande", "--lang", "nb", *DAY)
    assert told.status == 2
    assert "Fant verken midler eller en fil" in told.err
    assert FUND in told.err
