"""`taskmap wisn`: a file of staff groups answered in order, or told all that is wrong."""

import json

import jsonschema
import pytest
from running import ROOT

GROUP = {
    "id": "ward",
    "awt_hours": 1600,
    "services": [{"volume": 3200, "unit_hours": 0.5}, {"volume": 800, "unit_hours": 1}],
    "category_allowances": [0.15, 0.05],
    "individual_allowances": [{"staff": 1, "hours": 160}],
    "current": 2,
}


@pytest.fixture
def ask(taskmap, tmp_path):
    def asked(cases, *options):
        file = tmp_path / "groups.json"
        file.write_text(cases if isinstance(cases, str) else json.dumps({"cases": cases}))
        return taskmap("wisn", file, *options)

    return asked


def answer(said):
    assert said.status == 0, said.out + said.err
    found = json.loads(said.out)
    schema = json.loads((ROOT / "schema/need.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema)
    return found


def test_groups_are_answered_in_their_order(ask):
    many = [{**GROUP, "id": name} for name in ("z", "a", 7)]
    found = answer(ask(many, "--format", "json"))
    assert [case["id"] for case in found["cases"]] == ["z", "a", 7]
    assert found["cases"][0] == {
        "id": "z",
        "required": 1.975,
        "rounded": 2,
        "caf": 1.25,
        "iaf": 0.1,
        "difference": 0.025,
        "ratio": pytest.approx(2 / 1.975, abs=1e-12),
    }


def test_a_pool_is_added_where_it_is_asked_for(ask):
    found = answer(ask([GROUP, {**GROUP, "id": "b", "current": 1}], "--format", "json", "--pool"))
    assert found["pooled"]["required"] == 3.95
    assert found["pooled"]["ratio"] == pytest.approx(3 / 3.95)


def test_no_groups_and_no_work_are_answers(ask):
    assert answer(ask([], "--format", "json"))["cases"] == []
    idle = {**GROUP, "services": [], "category_allowances": [], "individual_allowances": []}
    case = answer(ask([idle], "--format", "json"))["cases"][0]
    assert (case["required"], case["ratio"]) == (0.0, None)


def test_allowances_are_said_as_people_count_them(ask):
    day = {**GROUP, "awt_hours": 1800, "hours_a_day": 8}
    plain = {
        **day,
        "category_allowances": [0.05, 0.05, 0.05, 0.05, 0.05, 0.05],
        "individual_allowances": [{"staff": 2, "hours": 90}],
    }
    said = {
        **day,
        "id": "said",
        "category_allowances": [
            {"minutes_a_day": 24},
            {"hours_a_day": 0.4},
            {"hours_a_week": 2},
            {"hours_a_month": 7.5},
            {"hours_a_year": 90},
            {"per_cent": 5},
        ],
        "individual_allowances": [{"staff": 2, "hours": {"minutes_a_day": 24}}],
    }
    one, other = answer(ask([plain, said], "--format", "json"))["cases"]
    assert {**one, "id": ""} == {**other, "id": ""}


def test_service_standards_are_minutes_hours_or_rates(ask):
    day = {**GROUP, "hours_a_day": 8}
    ways = (0.25, {"minutes_a_unit": 15}, {"units_an_hour": 4}, {"units_a_day": 32})
    groups = [
        {**day, "id": n, "services": [{"volume": 3200, "unit_hours": way}]}
        for n, way in enumerate(ways)
    ]
    first, *others = answer(ask(groups, "--format", "json"))["cases"]
    assert first["required"] == 0.725
    assert [{**case, "id": 0} for case in others] == [first] * 3
    standards = ({"units_a_day": 32}, {"units_an_hour": 4, "minutes_a_unit": 15})
    wrong = [{**GROUP, "services": [{"volume": 1, "unit_hours": way} for way in standards]}]
    found = json.loads(ask(wrong, "--format", "json").out)["findings"]
    assert {(each["field"], each["code"]) for each in found} == {
        ("cases[0].services[0].unit_hours", "wisn.no_day"),
        ("cases[0].services[1].unit_hours", "wisn.standard_one"),
    }


def test_what_is_said_by_the_day_asks_for_the_day_and_is_said_once(ask):
    wrong = {**GROUP, "category_allowances": [{"minutes_a_day": 24}, {"per_cent": 5}, {}]}
    found = json.loads(ask([wrong], "--format", "json").out)["findings"]
    assert {(each["field"], each["code"]) for each in found} == {
        ("cases[0].category_allowances[0]", "wisn.no_day"),
        ("cases[0].category_allowances[2]", "allowance.one"),
    }


def test_everything_wrong_is_told_at_once_with_its_place(ask):
    wrong = [
        {**GROUP, "awt_hours": 0, "current": float("nan"), "surprise": 1},
        {**GROUP, "id": "b", "category_allowances": [0.5, 0.5], "services": "none"},
        {key: value for key, value in GROUP.items() if key not in {"current", "services"}},
        {**GROUP, "id": "d", "services": [{"volume": -1, "unit_hours": True}, {"volume": 1e300}]},
    ]
    said = ask(wrong, "--format", "json")
    assert said.status == 1
    found = {(f["field"], f["code"]) for f in json.loads(said.out)["findings"]}
    assert found == {
        ("cases[0].awt_hours", "number.range"),
        ("cases[0].current", "number.not_finite"),
        ("cases[0].surprise", "key.unknown"),
        ("cases[1].category_allowances", "wisn.allowances_sum"),
        ("cases[1].services", "type.list"),
        ("cases[2].current", "field.missing"),
        ("cases[2].services", "field.missing"),
        ("cases[2].id", "id.duplicate"),
        ("cases[3].services[0].volume", "number.range"),
        ("cases[3].services[0].unit_hours", "number.form"),
        ("cases[3].services[1].volume", "number.range"),
        ("cases[3].services[1].unit_hours", "field.missing"),
    }


@pytest.mark.parametrize("text", ["", "[]", "{", "staff", '{"cases": 3}', "[" * 9000, '{"a": 1}'])
def test_what_is_no_such_file_is_refused_in_words(ask, text):
    said = ask(text, "--lang", "nb")
    assert said.status == 1
    assert "må rettes" in said.err
    assert "Traceback" not in said.err


def test_a_folder_and_nothing_at_all_are_told_as_elsewhere(taskmap, tmp_path):
    assert taskmap("wisn", tmp_path).status == 2
    missing = taskmap("wisn", tmp_path / "none.json", "--lang", "sv")
    assert missing.status == 1
    assert "finns inte" in missing.err


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "svært høyt"), ("sv", "mycket högt"), ("en", "very high")]
)
def test_the_ratio_stands_beside_its_word(ask, language, words):
    said = ask([{**GROUP, "current": 1}], "--lang", language)
    line = next(line for line in said.out.splitlines() if line.startswith("ward"))
    assert ("0.51" if language == "en" else "0,51") in line
    assert words in line


def test_other_limits_may_be_set(ask):
    said = ask([{**GROUP, "current": 1}], "--pressure", "1,0.5,0.4", "--lang", "en")
    assert "in balance" in said.out
    refused = ask([GROUP], "--pressure", "0.4,0.5,1", "--lang", "en")
    assert refused.status == 2
    assert "1.1,0.9,0.7" in refused.err


def test_any_letter_may_stand_in_an_id_but_none_that_hides(ask):
    named = 'Åse "1/2" \\ud83d \N{GRINNING FACE}'
    found = answer(ask([{**GROUP, "id": named}], "--format", "json"))
    assert found["cases"][0]["id"] == named
    said = ask([{**GROUP, "id": "red\x1b[31m"}], "--lang", "en")
    assert said.status == 1
    assert "U+001B" in said.out
