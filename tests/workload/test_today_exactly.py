from hypothesis import given, settings
from hypothesis import strategies as st
from small_unit import CATALOGUE, STAFFING, staffing, task, ward

from taskmap.model.learning import holders, to_learn
from taskmap.model.today import millionths, minutes_today
from taskmap.model.units import MILLION


@settings(max_examples=200)
@given(st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any))
def test_shares_always_sum_to_a_million(parts):
    total = sum(parts)
    shares = {f"role{n}": part / total for n, part in enumerate(parts[1:])}
    work = task("t", {"day": 1}, today=shares, missed={"day": parts[0] / total})
    (leaf,) = ward(work).leaves
    known, missed = millionths(leaf, "day")
    assert sum(known.values()) + missed == MILLION
    assert all(abs(known.get(r, 0) - share * MILLION) <= 1 for r, share in shares.items())
    assert missed > 0 or parts[0] == 0


def test_minutes_of_a_leaf_are_rounded_once():
    (leaf,) = ward(task("t", {"day": 1, "night": 1}, minutes=1, today={"nurse": 0.25})).leaves
    assert minutes_today(leaf, "nurse") == 1  # 0.25 + 0.25 is half a minute, and half goes up


def test_education_gives_it_to_everyone_and_others_are_counted():
    known = CATALOGUE.competences
    assert holders(STAFFING[1], "medicines", known) == 5
    assert holders(STAFFING[2], "medicines", known) == 2
    assert holders(STAFFING[3], "medicines", known) == 0


def test_the_path_goes_over_what_comes_first():
    host = staffing("host", {})
    assert to_learn(host, ("medicines",), CATALOGUE.competences) == ("basic", "medicines")
    worker = staffing("worker", {})
    assert to_learn(worker, ("medicines", "basic"), CATALOGUE.competences) == ("medicines",)
