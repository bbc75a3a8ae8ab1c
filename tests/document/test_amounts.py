"""What people type of how often and how long, in three languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskmap.document import CODES, Asks, read_amount
from taskmap.model.amount import Amount, Duration, Every
from taskmap.model.finding import Place

DAY, WEEK, MONTH, QUARTER, YEAR = Every.DAY, Every.WEEK, Every.MONTH, Every.QUARTER, Every.YEAR

OFTEN = {
    # bokmål and nynorsk
    "3 om dagen": (3, DAY),
    "3 ganger om dagen": (3, DAY),
    "3 g/dag": (3, DAY),
    "3x/dag": (3, DAY),
    "3 x daglig": (3, DAY),
    "tre ganger per dag": (3, DAY),
    "3 pr. dag": (3, DAY),
    "2 pr døgn": (2, DAY),
    "en gang i uka": (1, WEEK),
    "én gang i uken": (1, WEEK),
    "1,5 ganger i uka": (1.5, WEEK),
    "2 i uka": (2, WEEK),
    "to gonger i veka": (2, WEEK),
    "annenhver uke": (0.5, WEEK),
    "annen hver uke": (0.5, WEEK),
    "hver annen uke": (0.5, WEEK),
    "hver andre uke": (0.5, WEEK),
    "annakvar veke": (0.5, WEEK),
    "annenhver dag": (0.5, DAY),
    "hver tredje måned": (1 / 3, MONTH),
    "hver 3. uke": (1 / 3, WEEK),
    "hver 14. dag": (1 / 14, DAY),
    "daglig": (1, DAY),
    "hver dag": (1, DAY),
    "hver uke": (1, WEEK),
    "ukentlig": (1, WEEK),
    "månedlig": (1, MONTH),
    "4 ganger i året": (4, YEAR),
    "1 i kvartalet": (1, QUARTER),
    "2 000 i året": (2000, YEAR),
    "hver 4. time": (6, DAY),
    "hver fjerde time": (6, DAY),
    "hver time": (24, DAY),
    "hverdager": (5, WEEK),
    "hver hverdag": (5, WEEK),
    "2 ganger på hverdager": (10, WEEK),
    "morgen og kveld": (2, DAY),
    "ca 3 om dagen": (3, DAY),
    "½ om dagen": (0.5, DAY),
    "1½ i uka": (1.5, WEEK),
    # svenska
    "2 ggr/dag": (2, DAY),
    "2 gånger om dagen": (2, DAY),
    "två gånger i veckan": (2, WEEK),
    "2 ggr per dygn": (2, DAY),
    "varannan vecka": (0.5, WEEK),
    "vartannat år": (0.5, YEAR),
    "var tredje månad": (1 / 3, MONTH),
    "var 14:e dag": (1 / 14, DAY),
    "varje dag": (1, DAY),
    "dagligen": (1, DAY),
    "veckovis": (1, WEEK),
    "1 gång i månaden": (1, MONTH),
    "var fjärde timme": (6, DAY),
    "på vardagar": (5, WEEK),
    "morgon och kväll": (2, DAY),
    # English
    "3 times a day": (3, DAY),
    "once a week": (1, WEEK),
    "twice daily": (2, DAY),
    "3 per day": (3, DAY),
    "every other week": (0.5, WEEK),
    "every second day": (0.5, DAY),
    "every 3 weeks": (1 / 3, WEEK),
    "every 3rd week": (1 / 3, WEEK),
    "every day": (1, DAY),
    "each month": (1, MONTH),
    "weekly": (1, WEEK),
    "1 time a week": (1, WEEK),
    "every 4 hours": (6, DAY),
    "on weekdays": (5, WEEK),
    # a number alone
    "7": (7, WEEK),
    "0,5": (0.5, WEEK),
    "3 ganger": (3, WEEK),
    "1.234,5 i året": (1234.5, YEAR),
    # in short
    "3/u": (3, WEEK),
    "2 g/d": (2, DAY),
    # nothing at all
    "0 min": (0, WEEK),
}
LONG = {
    "20 min": (20, 20),
    "20min": (20, 20),
    "20 minutter": (20, 20),
    "20": (20, 20),
    "7,5": (7.5, 7.5),
    "1,5 t": (90, 90),
    "1.5 h": (90, 90),
    "1 time": (60, 60),
    "2 timer": (120, 120),
    "1 t 30 min": (90, 90),
    "1 time og 15 minutter": (75, 75),
    "1h30": (90, 90),
    "1:30": (90, 90),
    "0:20": (20, 20),
    "halvannen time": (90, 90),
    "en halv time": (30, 30),
    "en og en halv time": (90, 90),
    "en halvtime": (30, 30),
    "halvtime": (30, 30),
    "½ time": (30, 30),
    "et kvarter": (15, 15),
    "tre kvarter": (45, 45),
    "90 sek": (1.5, 1.5),
    "10 min pr. gang": (10, 10),
    "15-20": (15, 20),
    "10-20 min": (10, 20),
    "10\N{EN DASH}20 min": (10, 20),
    "10 til 20 minutter": (10, 20),
    "1-2 timer": (60, 120),
    "ca. 20 min": (20, 20),
    "45 minuter": (45, 45),
    "2 timmar": (120, 120),
    "1 tim 10 min": (70, 70),
    "en halvtimme": (30, 30),
    "en och en halv timme": (90, 90),
    "10 till 20 min": (10, 20),
    "half an hour": (30, 30),
    "an hour": (60, 60),
    "1 hour 20 minutes": (80, 80),
    "one and a half hours": (90, 90),
    "about 20 minutes": (20, 20),
}
BOTH = {
    "1,5 t i uka": (1, WEEK, 90),
    "3 om dagen, 20 min": (3, DAY, 20),
    "3 om dagen à 20 min": (3, DAY, 20),
    "20 min 3 ganger om dagen": (3, DAY, 20),
    "2 x 20 min daglig": (2, DAY, 20),
    "en halv time annenhver uke": (0.5, WEEK, 30),
    "20 min per dag": (1, DAY, 20),
    "1 time i uka": (1, WEEK, 60),
    "2 ggr/dag à 15 min": (2, DAY, 15),
    "20 minutes twice a week": (2, WEEK, 20),
    "1 tim i veckan": (1, WEEK, 60),
    "10 min hver gang, 3 i uka": (3, WEEK, 10),
}


def understood(text, asks):
    amount, findings = read_amount(text, asks=asks)
    assert findings == (), text
    return amount


@pytest.mark.parametrize("text", OFTEN)
def test_how_often(text):
    times, every = OFTEN[text]
    for typed in (text, text.upper(), f"  {text} ", text.replace(" ", "\u00a0")):
        amount = understood(typed, Asks.HOW_OFTEN)
        assert amount == Amount(pytest.approx(times), every)


@pytest.mark.parametrize("text", LONG)
def test_how_long(text):
    low, high = LONG[text]
    amount = understood(text, Asks.HOW_LONG)
    assert amount == Amount(minutes=Duration(low, (low + high) / 2, high))


@pytest.mark.parametrize("text", BOTH)
@pytest.mark.parametrize("asks", Asks)
def test_both_at_once(text, asks):
    times, every, minutes = BOTH[text]
    assert understood(text, asks) == Amount(times, every, Duration(minutes, minutes, minutes))


def test_a_bare_number_is_counted_over_what_the_column_says():
    amount, _ = read_amount("3", asks=Asks.HOW_OFTEN, every=DAY)
    assert amount == Amount(3, DAY)
    assert read_amount("3 i uka", asks=Asks.HOW_OFTEN, every=DAY)[0] == Amount(3, WEEK)
    hours, _ = read_amount("0,5", asks=Asks.HOW_LONG, unit="hours")
    assert hours == Amount(minutes=Duration(30, 30, 30))
    minutes, _ = read_amount("20 min", asks=Asks.HOW_LONG, unit="hours")
    assert minutes == Amount(minutes=Duration(20, 20, 20))


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("3-4 om dagen", "3,5 om dagen"),
        ("3 om daggen", "3 om dagen"),
        ("20 minuttr", "20 minutter"),
        ("3 ganger i ukaa", "3 ganger i uka"),
        ("av og til", None),
        ("ofte", None),
        ("3 4", None),
        ("3 om dagen 2 i uka", None),
        ("", None),
        ("-3", None),
        ("ved behov", None),
        ("1:75", None),
        ("1,2,3", None),
        ("en", None),
        ("20-10 min", None),
        ("0-20 min", "10 min"),
        ("x" * 500, None),
    ],
)
def test_what_is_not_understood_is_told_with_a_way_out(text, nearest):
    amount, (finding,) = read_amount(text, asks=Asks.HOW_OFTEN, place=Place("a.yaml", 3))
    assert amount is None
    assert (finding.code, finding.place.line) == ("amount.not_understood", 3)
    assert finding.values == {"value": text[:80], "nearest": nearest}


@pytest.mark.parametrize(("text", "high"), [("200 000 om dagen", 100_000), ("200 timer", 10_080)])
def test_what_is_beyond_all_bounds_is_told(text, high):
    amount, (finding,) = read_amount(text, asks=Asks.HOW_LONG)
    assert amount is None
    assert (finding.code, finding.values["high"]) == ("number.range", high)


WORDS = (
    "3 1,5 \N{VULGAR FRACTION ONE HALF} en hver annenhver om i uka dagen / à min t timer og - "
    "ganger x 1:30 daglig a day"
)
words = st.sampled_from(WORDS.split())


@settings(max_examples=120)
@given(st.text(max_size=30) | st.lists(words, max_size=7).map(" ".join), st.sampled_from(Asks))
def test_any_text_is_understood_or_told(text, asks):
    amount, findings = read_amount(text, asks=asks)
    assert (amount is None) == bool(findings)
    for finding in findings:
        assert set(finding.values) == set(CODES[finding.code])
    if amount is not None:
        assert amount.times is None or 0 <= amount.times <= 100_000
        assert amount.times is not None or amount.minutes is not None
