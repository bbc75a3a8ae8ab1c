"""Figures as people write them."""

from datetime import time, timedelta

import pytest

from taskmap.document import Asks
from taskmap.exchange.amounts import Said, amount_of, minutes_of, number_of, share_of
from taskmap.exchange.misread import Misread
from taskmap.model.amount import Duration


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("7,5", 7.5),
        ("7.5", 7.5),
        ("1\u00a0234,5", 1234.5),
        ("1 234", 1234),
        ("1\u202f234\u202f567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("'1 000'", 1000),
        ("\u22123", -3),
        (4.25, 4.25),
    ],
)
def test_numbers(cell, number):
    assert number_of(cell) == number


@pytest.mark.parametrize("cell", ["", "ca 5", "5-6", "1,2,3", "nan", "inf", "1_000", True, time(1)])
def test_what_is_no_number_is_told(cell):
    with pytest.raises(Misread) as told:
        number_of(cell)
    assert told.value.code == "import.number"


@pytest.mark.parametrize(
    ("cell", "unit", "minutes"),
    [
        ("20 min", "hours", 20),
        ("20", "minutes", 20),
        ("1,5 t", "minutes", 90),
        ("1,5", "hours", 90),
        ("1 t 30 min", "minutes", 90),
        ("2 timmar och 5 minuter", "minutes", 125),
        ("90 sek", "minutes", 1.5),
        ("0:20", "minutes", 20),
        ("0 t", "hours", 0),
        ("0", "hours", 0),
        (time(0, 20), "minutes", 20),
        (timedelta(hours=30), "minutes", 1800),
    ],
)
def test_durations(cell, unit, minutes):
    assert minutes_of(cell, unit) == minutes


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("3 om dagen", (3, "day")),
        ("2 ganger per uke", (2, "week")),
        ("1,5 g/uke", (1.5, "week")),
        ("2 gånger i veckan", (2, "week")),
        ("3 times a day", (3, "day")),
        ("daglig", (1, "day")),
        ("Annenhver uke", (0.5, "week")),
        ("varannan vecka", (0.5, "week")),
        ("12", (12, "month")),
        ("3 ganger", (3, "month")),
        ("hver 4. time", (6, "day")),
        ("hverdager", (5, "week")),
    ],
)
def test_counts(cell, count):
    assert amount_of(cell, Asks.HOW_OFTEN, every="month") == Said(*count)


def test_a_cell_may_say_how_often_and_how_long():
    assert amount_of("3 om dagen, 20 min", Asks.HOW_OFTEN) == Said(3, "day", 20)
    assert amount_of("20 min hver gang", Asks.HOW_LONG) == Said(minutes=20)


@pytest.mark.parametrize(("cell", "unit"), [("15-20", "minutes"), ("15\N{EN DASH}20 min", "hours")])
def test_a_range_stays_one(cell, unit):
    ends = Duration(15, 17.5, 20)
    assert amount_of(cell, Asks.HOW_LONG, unit=unit) == Said(minutes=ends)
    with pytest.raises(Misread):
        minutes_of(cell, unit)


@pytest.mark.parametrize(
    ("cell", "asks", "nearest"),
    [
        ("3 om daggen", Asks.HOW_OFTEN, "3 om dagen"),
        ("20 min", Asks.HOW_OFTEN, None),
        ("3 om dagen", Asks.HOW_LONG, None),
        ("lenge", Asks.HOW_LONG, None),
        (True, Asks.HOW_LONG, None),
    ],
)
def test_what_is_no_answer_is_told_with_its_way_out(cell, asks, nearest):
    with pytest.raises(Misread) as told:
        amount_of(cell, asks)
    assert told.value.code == "amount.not_understood"
    assert told.value.values == {"value": str(cell), "nearest": nearest}


@pytest.mark.parametrize(
    ("cell", "percent", "share"),
    [("25 %", False, 0.25), ("12,5%", True, 0.125), (0.25, False, 0.25), (25.0, True, 0.25)],
)
def test_shares(cell, percent, share):
    assert share_of(cell, percent=percent) == share
