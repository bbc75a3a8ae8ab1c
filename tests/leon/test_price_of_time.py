from dataclasses import replace

import pytest
from small_unit import CATALOGUE, STAFFING, asked, task, ward

from taskmap.leon.gates.codes import NOTES
from taskmap.leon.price import exchange, hourly_cost, notes, scarcity, weights
from taskmap.model.question import Price
from taskmap.model.staffing import Staffing

MACHINE = Staffing(role="dispenser", stated_hours={"day": 5})
UNIT = ward(task("t", {"day": 1}), staff=(*STAFFING, MACHINE))


def test_the_level_is_the_price_unless_other_weights_are_asked_for():
    assert weights(UNIT, CATALOGUE, asked()) == {
        "doctor": 7,
        "nurse": 6,
        "worker": 4,
        "host": 2,
        "dispenser": 0,
    }
    steep = asked(level_weights={6: 20, 7: 30, 8: 40})
    assert weights(UNIT, CATALOGUE, steep)["nurse"] == 20


def test_weights_that_do_not_rise_are_refused():
    with pytest.raises(ValueError, match="rise strictly"):
        weights(UNIT, CATALOGUE, asked(level_weights={4: 6}))


def test_cost_is_whole_ore_a_minute_and_a_missing_figure_is_told():
    question = asked(price=Price.COST)
    known = weights(UNIT, CATALOGUE, question)
    assert (known["doctor"], known["nurse"], known["dispenser"]) == (1500, 700, 0)
    # No host has a figure; the nearest level that has one is the worker's, 4.
    assert known["host"] == 550
    told = {note.code: note.values for note in notes(UNIT, CATALOGUE, question)}
    assert told["price.cost_missing"]["from_level"] == 4
    assert told["price.pay_years"] == {"earliest": 2022, "latest": 2024}


def test_the_mean_of_roles_at_the_same_level_stands_in():
    unpaid = replace(CATALOGUE.roles["worker"], id="other", hourly_cost=None)
    assert hourly_cost(unpaid, CATALOGUE) == (330, 4, 1)


@pytest.mark.parametrize(
    ("posts", "vacant", "hired", "expected"),
    [(4, 0, 0, 1), (4, 1, 1, 2), (4, 2, 2, 10), (4, 3.8, 0, 10), (0, 0, 0, 1), (0, 0, 1, 10)],
)
def test_scarcity_grows_with_vacant_and_hired_posts_up_to_ten(posts, vacant, hired, expected):
    nurse = replace(STAFFING[1], posts=posts, vacant=vacant, hired=hired)
    unit = ward(task("t", {"day": 1}), staff=(nurse,))
    assert scarcity("nurse", unit) == expected
    question = asked(price=Price.SCARCITY)
    assert weights(unit, CATALOGUE, question) == {"nurse": expected * 100}
    capped = [note.code for note in notes(unit, CATALOGUE, question)]
    assert capped == (["price.scarcity_capped"] if expected == 10 else [])


def test_the_ladder_is_told_to_be_used_as_a_scale():
    told = {note.code: note.values for note in notes(UNIT, CATALOGUE, asked())}
    assert told["price.level_scale"]["levels"] == ("2", "4", "6", "7")
    assert told["price.level_unverified"] == {"roles": ("host",)}
    for price in Price:
        for note in notes(UNIT, CATALOGUE, asked(price=price)):
            assert set(note.values) == set(NOTES[note.code])


def test_a_krone_buys_time_at_the_units_mean():
    nurses = ward(task("t", {"day": 1}), staff=(STAFFING[1],))
    assert exchange(nurses, CATALOGUE, asked()) == pytest.approx(60 * 6 / 420)
    assert exchange(nurses, CATALOGUE, asked(price=Price.COST)) == 100
