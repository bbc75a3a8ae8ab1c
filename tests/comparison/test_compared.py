"""Units side by side: the published three, examples kept out, sums pooled, names without weight."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from taskmap.catalogue import load
from taskmap.comparison import How, Per, Why, compare
from taskmap.document import read_mapping
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.present.exact import comparison_object
from tests.comparison.generated import content, partnership
from tests.small_unit import task, ward

ROOT = Path(__file__).parents[2]
QUESTION = Question(as_of=date(2026, 11, 22))
SCHEMA = json.loads((ROOT / "schema" / "comparison.schema.json").read_text(encoding="utf-8"))


def shipped(path):
    mapping, findings = read_mapping((ROOT / "mappings" / path).read_bytes(), file=path)
    assert mapping is not None, findings
    return content(mapping, load(Country(mapping.unit.country)), QUESTION)


@pytest.fixture(scope="module")
def three():
    return [shipped(f"published/landkommune-m{n}-2016.yaml") for n in (1, 2, 3)]


def task_of(found, key):
    return next(task for task in found.tasks if task.key == key)


def units_of(*unnamed, illustrative=False):
    """Wards of one nurse's task each, called a, b, c."""
    made = []
    for at, one in enumerate(unnamed):
        unit = replace(one.unit, id="abc"[at], name=f"Post {at}")
        made.append(content(replace(one, unit=unit, illustrative=illustrative)))
    return made


def test_most_often_and_longest_are_two_orders_in_the_published_municipalities(three):
    """M1 writes four times as many records as M2, and spends a fifth of the time on them."""
    found = compare(three)
    documents = found.ranking(task_of(found, "hc_document_home"), Per.HOURS)
    assert documents.differ
    assert documents.by_count[0].unit == documents.by_time[-1].unit == "landkommune-m1-2016"
    driving = found.ranking(task_of(found, "hc_driving"), Per.HOURS)
    assert not driving.differ
    asked = {(a.why, a.task.key, a.more.unit) for a in found.asked}
    assert (Why.COUNT, "hc_document_home", "landkommune-m1-2016") in asked
    assert (Why.MINUTES, "hc_handover_report", "landkommune-m2-2016") in asked


def test_published_counts_come_out_as_they_were_published(three):
    found = compare(three)
    [first, *_] = task_of(found, "hc_document_home").doings
    assert first.per_week == pytest.approx(1680 / 8)
    assert first.each == 1.0
    assert not found.units["landkommune-m1-2016"].left_out


def test_tasks_without_a_code_meet_under_the_word_they_share(three):
    found = compare(three)
    [direct] = [task for task in found.together if task.library is None]
    assert {doing.how for doing in direct.doings} == {How.ALIKE}
    assert len(direct.doings) == 3


def test_examples_leave_no_trace_in_real_figures(three):
    examples = [
        shipped("solvik/hjemmetjeneste-nord.yaml"),
        shipped("granmo/hjemmetjeneste-ovre-dal.yaml"),
    ]
    mixed = comparison_object(compare([*examples, *three]))
    assert mixed.pop("made_up") == ["granmo-hjemmetjeneste", "solvik-hjemmetjeneste-nord"]
    alone = comparison_object(compare(three))
    assert alone.pop("made_up") == []
    assert mixed == alone


def test_examples_alone_are_compared_and_say_what_they_are():
    found = compare([
        shipped("solvik/hjemmetjeneste-nord.yaml"), shipped("granmo/hjemmetjeneste-ovre-dal.yaml")
    ])  # fmt: skip
    assert found.illustrative
    assert found.together
    assert any(asked.why is Why.WHO for asked in found.asked)


def test_what_is_together_is_sums_divided_and_no_mean_of_ratios(three):
    found = compare(three)
    documents = task_of(found, "hc_document_home")
    minutes, times = (
        sum(doing.minutes for doing in documents.doings),
        sum(doing.per_week for doing in documents.doings),
    )
    assert documents.each == minutes / times
    mean = sum(doing.each for doing in documents.doings) / 3
    assert documents.each != pytest.approx(mean, rel=0.05)


def test_the_gap_is_hours_above_the_lowest_effective_level():
    high, low = units_of(
        ward(task("beds", {"day": 10}, today="nurse", name="Senger")),
        ward(task("beds", {"day": 10}, today="host", name="senger ")),
    )
    found = compare([high, low])
    assert found.units["a"].gap == 1.0
    assert found.units["b"].gap == 0.0
    assert found.gap == 0.5
    [asked] = [asked for asked in found.asked if asked.why is Why.WHO]
    assert (asked.more.unit, asked.more.main, asked.less.main) == ("a", "nurse", "host")


def test_a_reason_stays_with_the_question():
    made = task("beds", {"day": 10}, today="nurse", name="Senger", reason="Her er det trangt.")
    found = compare(units_of(ward(made), ward(task("b", {"day": 10}, today="host", name="Senger"))))
    [asked] = [asked for asked in found.asked if asked.why is Why.WHO]
    assert asked.more.reasons == ("Her er det trangt.",)
    assert asked.less.reasons == ()


def test_the_order_units_are_given_in_changes_nothing(three):
    assert comparison_object(compare(three)) == comparison_object(compare(three[::-1]))


@pytest.mark.parametrize("seed", [1, 5])
def test_what_units_are_called_changes_nothing_but_names(seed):
    units = partnership(seed)
    called = {unit.id: f"zz{9 - at}-{unit.id}" for at, unit in enumerate(units)}
    renamed = []
    for unit in units:
        own = replace(unit.mapping.unit, id=called[unit.id], name=f"Q{called[unit.id]}")
        renamed.append(content(replace(unit.mapping, unit=own)))
    before, after = (comparison_object(compare(some)) for some in (units, renamed))
    back = {new: old for old, new in called.items()}
    assert after["together"] == before["together"]
    for told in after["units"]:
        told["id"] = back[told["id"]]
        told["name"] = f"Post {told['id'].removeprefix('ward-')}"
    key = lambda told: told["id"]  # noqa: E731 - said once
    assert sorted(after["units"], key=key) == sorted(before["units"], key=key)


@pytest.mark.parametrize("seed", [1, 2])
def test_sums_over_units_are_sums_of_what_each_shows(seed):
    found = compare(partnership(seed))
    for shared in found.tasks:
        told = [doing for doing in shared.doings if doing.minutes is not None]
        if told:
            whole = sum(doing.minutes for doing in told)
            assert shared.each * sum(doing.per_week for doing in told) == pytest.approx(whole)


def test_the_answer_satisfies_its_schema(three):
    for units in (three, partnership(3)):
        answer = json.loads(json.dumps(comparison_object(compare(units))))
        assert not list(Draft202012Validator(SCHEMA).iter_errors(answer))
