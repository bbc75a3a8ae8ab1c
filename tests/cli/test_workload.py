"""`taskmap workload`: the same figures for people and programs, today and with a plan."""

import json
from pathlib import Path

import jsonschema
import pytest
from running import ROOT, WARD


def answer(said):
    assert said.status == 0, said.err
    found = json.loads(said.out)
    schema = json.loads((ROOT / "schema/workload.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema)
    return found


def test_the_answer_keeps_its_schema_and_is_the_same_each_time(taskmap):
    asked = (
        "workload",
        "mappings/solvik/havblikk-2.yaml",
        "--format",
        "json",
        "--date",
        "2026-11-01",
    )
    said = taskmap(*asked)
    found = answer(said)
    assert said.out == taskmap(*asked).out
    by_role = {role["role"]: role for role in found["roles"]}
    for day in found["days"]:
        bands = by_role[day["role"]]["bands"]
        mapped = sum(hour["mapped_hours"] for hour in day["hours"])
        assert mapped == pytest.approx(sum(b["load_hours"] for b in bands), abs=0.01)


def test_a_role_mapped_in_part_has_no_word_for_its_pressure(taskmap):
    needs = answer(taskmap("workload", "mappings/solvik/havblikk-2.yaml", "--format", "json"))[
        "needs"
    ]
    assert {need["partial"] for need in needs} == {True, False}
    assert all((need["pressure"] is None) == need["partial"] for need in needs)


def test_a_plan_stands_beside_today_from_both_sides(taskmap):
    found = answer(taskmap("workload", WARD, "--plan", "--format", "json"))
    assert found["plan"]["schema"] == "taskmap/suggest/1"
    said = taskmap("workload", WARD, "--plan", "--lang", "nb")
    assert said.status == 0
    assert "Hva hver flytting gjør for begge parter" in said.out
    assert "Belastning før og etter" in said.out


def test_a_scenario_changes_the_posts(taskmap):
    today = answer(taskmap("workload", "mappings/solvik/havblikk-2.yaml", "--format", "json"))
    asked = ("workload", "mappings/solvik/havblikk-2.yaml", "--format", "json", "--scenario")
    scenario = answer(taskmap(*asked, "mappings/solvik/havblikk-2-to-vakante.yaml"))
    assert scenario["scenarios"]
    assert scenario["posts"] != today["posts"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Sykefravær"), ("sv", "högst 2"), ("en", "Sick leave")],
)
def test_people_read_it_in_their_language(taskmap, language, words):
    said = taskmap("workload", "mappings/furuskar/medicinavdelning-3.yaml", "--lang", language)
    assert said.status == 0
    assert words in said.out
    assert "[workload." not in said.out


def test_an_unknown_unit_is_told_as_elsewhere(taskmap):
    said = taskmap("workload", "havblik-2", "--lang", "nb")
    assert said.status == 2
    assert "havblikk-2" in said.err


def test_a_plan_that_wears_on_the_lowest_level_says_so_by_itself(taskmap):
    unit = "mappings/solvik/havblikk-2.yaml"
    said = taskmap("workload", unit, "--plan", "--lang", "nb")
    assert "Forslaget gir mer slitsomt arbeid til dem med lavest nivå" in said.out
    assert "Uten kilde, satt til 1 som anslag: tunge løft" in said.out
    found = answer(taskmap("workload", unit, "--plan", "--format", "json"))
    lifted = [
        (one["role"], mark["hours"])
        for one in found["strain"]
        for mark in one["marks"]
        if mark["mark"] == "heavy_lifting"
    ]
    gained = sum(h["after"] - h["before"] for role, h in lifted if role == "assistent")
    assert gained > 1
    suggested = taskmap("suggest", unit, "--lang", "sv")
    assert "Förslaget ger mer slitsamt arbete" in suggested.out


def _few(pool, path):
    """Roles of a unit that would tell about few people."""
    unit = Path(path).stem
    return [role for one in pool["few"] if one["unit"] == unit for role in one["roles"]]


def test_several_units_are_counted_as_one_and_say_what_is_left_out(taskmap):
    units = ("mappings/solvik/havblikk-2.yaml", "mappings/elvestrand/strandheimen-3.yaml")
    said = taskmap("workload", *units, "--format", "json")
    found = json.loads(said.out)
    schema = json.loads((ROOT / "schema/workload-pool.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema)
    few = {unit: _few(found, unit) for unit in units}
    assert "sykehjemslege" in few[units[0]]
    alone = [
        need
        for unit in units
        for need in answer(taskmap("workload", unit, "--format", "json"))["needs"]
        if not need["partial"] and need["role"] not in few[unit]
    ]
    for key in ("current", "required"):
        assert found["pooled"][key] == pytest.approx(sum(need[key] for need in alone))
    ratio = sum(n["current"] for n in alone) / sum(n["required"] for n in alone)
    assert found["pooled"]["ratio"] == pytest.approx(ratio)
    assert not {"sykehjemslege", "avdelingsleder"} & {one["role"] for one in found["roles"]}
    assert found["floor"] == 5
    for language in ("nb", "sv"):
        told = taskmap("workload", *units, "--lang", language)
        assert told.status == 0
        assert "[wisn." not in told.out
        assert "färre än 5" in told.out or "færre enn 5" in told.out
    assert taskmap("workload", *units, "--plan").status == 2
