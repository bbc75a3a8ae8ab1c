"""One budget for a folder: the same whoever works and in how many passes, and resumed."""

import json

import pandas as pd
import pytest

from taskmap.batch.budget import Sharing
from taskmap.errors import CountriesMixed, DocumentsChanged
from taskmap.model.pool import CourseRun, Pool
from tests.batch.working import QUESTION, Here, documents, look

HEAD = """taskmap: mapping/1
unit: {{id: {id}, name: Enhet {id}, country: {country}, setting: nursing_home,
       organisation: {{id: by, name: By}}}}
date: 2026-10-15
illustrative: true
bands:
  - {{id: uke, name: Uke, when: [{{days: mon-sun, from: 00:00, to: 24:00}}]}}
staffing:
"""
STAFF = """  - {{role: sykepleier, persons: 6, posts: 5, rostered: {{uke: 120}}, mapping: complete}}
  - {{role: helsefagarbeider, persons: 2, posts: 2, rostered: {{uke: {hours}}}, mapping: complete}}
tasks:
  - {{id: loft, name: Løft, count: {{uke: {count}}}, minutes: 40, today: {{sykepleier: 1}},
      competences: [sarstell], risk: {{likelihood: 1, consequence: 1}}}}
  - {{id: prat, name: Prat, count: {{uke: 20}}, minutes: 30, today: {{sykepleier: 1}},
      competences: [], risk: {{likelihood: 1, consequence: 1}}, divisible: false}}
"""
COURSE = "kurs_sarstell"


def folder(place, count, *, reverse=False):
    place.mkdir()
    for n in range(count):
        text = HEAD.format(id=f"e{n}", country="NO")
        text += STAFF.format(hours=20 + 7 * (n % 4), count=10 + 6 * (n % 5))
        name = count - n if reverse else n
        (place / f"{name:02}.yaml").write_text(text, encoding="utf-8")
    return place


def shared(units, place, ore=400_000, *, few=2, split=False, hands=None):
    pool = Pool(ore=ore, runs={COURSE: CourseRun(ore=100_000, seats=4)})
    sharing = Sharing(look, QUESTION, pool, documents(units), hands or Here(), place, few=few)
    return sharing.run(split=split)


def test_many_units_in_passes_and_the_same_in_another_order(tmp_path):
    units = folder(tmp_path / "units", 5)
    done, found = shared(units, tmp_path / "one")
    use = found.together
    assert (done.units, done.answered, done.left_out) == (5, 5, 0)
    assert use.price < use.alone
    assert 0 <= use.gap < 0.02
    places = sum(plan.places.get(COURSE, 0) for plan in use.plans)
    assert use.runs == {COURSE: -(-places // 4)}
    assert use.ore == use.runs[COURSE] * 100_000 <= 400_000
    other = folder(tmp_path / "other", 5, reverse=True)
    again = shared(other, tmp_path / "two")[1].together
    assert (again.price, again.bound, again.ore) == (use.price, use.bound, use.ore)
    table = pd.read_parquet(tmp_path / "one/units.parquet")
    assert table["price_plan"].sum() < table["price_without"].sum()
    grants = pd.read_parquet(tmp_path / "one/grants.parquet")
    assert grants["places"].sum() == places
    assert set(grants["unit"]) <= set(table["unit"])


def test_another_budget_takes_up_nothing_but_the_same_one_all(tmp_path):
    units, hands = folder(tmp_path / "units", 2), Here()
    first = shared(units, tmp_path / "out", hands=hands)
    worked = hands.count
    assert worked == 6  # three passes
    assert shared(units, tmp_path / "out", hands=hands)[1] == first[1]
    assert hands.count == worked
    less = shared(units, tmp_path / "out", 100_000, hands=hands)[1].together
    assert hands.count == 2 * worked
    assert less.price >= first[1].together.price


def test_as_one_is_never_worse_and_sharing_gives_no_less_than_splitting(tmp_path):
    units = folder(tmp_path / "units", 3)
    apart = shared(units, tmp_path / "apart", 100_000)[1].together
    found = shared(units, tmp_path / "one", 100_000, few=30, split=True)[1]
    assert found.together.price <= apart.price
    assert found.together.bound >= apart.bound
    # A third of a run buys none, so alone nobody learns anything.
    assert sum(plan.price for plan in found.split) == found.together.alone
    assert found.together.price < found.together.alone


def test_two_countries_have_no_common_budget(tmp_path):
    units = folder(tmp_path / "units", 1)
    text = HEAD.format(id="se", country="SE") + (
        "  - {role: sjukskoterska, persons: 6, posts: 5, rostered: {uke: 90}}\n"
        "tasks:\n"
        "  - {id: prat, name: Prat, count: {uke: 9}, minutes: 30, today: {sjukskoterska: 1}}\n"
    )
    (units / "se.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CountriesMixed) as refused:
        shared(units, tmp_path / "out")
    assert dict(refused.value.values) == {"countries": ("NO", "SE")}
    assert not (tmp_path / "out/units.parquet").exists()


def test_a_document_saved_between_two_passes_stops_the_run(tmp_path):
    units = folder(tmp_path / "units", 2)
    listed, count = documents(units), iter(range(99))

    def saved():
        if next(count) == 2:  # the first pass lists twice
            file = units / "00.yaml"
            file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return listed()

    pool = Pool(ore=400_000, runs={COURSE: CourseRun(ore=100_000, seats=4)})
    with pytest.raises(DocumentsChanged) as refused:
        Sharing(look, QUESTION, pool, saved, Here(), tmp_path / "out", few=2).run(split=False)
    assert dict(refused.value.values) == {"file": "00.yaml"}


def test_the_command_tells_it_in_words_and_as_json(tmp_path, taskmap):
    units = folder(tmp_path / "units", 2)
    asked = ("batch", "budget", units, "--into", tmp_path / "out", "--processes", "1",
             "--budget", "1000", "--run", f"{COURSE}=1000:4")  # fmt: skip
    said = taskmap(*asked, "--lang", "nb")
    assert said.status == 0
    assert "2 av 2 enheter er besvart" in said.err
    assert "Av 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr til kurs brukes" in said.out
    found = json.loads(taskmap(*asked, "--format", "json").out)
    assert found["schema"] == "taskmap/budget/1"
    assert found["taken_up"] == 2
    assert found["price"]["bound"] <= found["price"]["plan"] <= found["price"]["without"]
    (course,) = found["courses"]
    assert 1 <= course.pop("places") <= 4
    assert course == {"course": COURSE, "runs": 1, "seats": 4}
    wrong = taskmap(*asked, "--run", "kurs_sarstel=10:1", "--lang", "nb")
    assert wrong.status == 1
    assert "Mente du «kurs_sarstell»?" in wrong.err
    assert taskmap(*asked, "--run", "uten-pris", "--lang", "nb").status == 2
