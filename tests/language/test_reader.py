"""Words, figures and dates in three languages."""

from datetime import date

import pytest

from taskmap.language import LANGUAGES, MissingWordsError, best_language, reader

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("nb", ("1 234 567,5", "4 500,00 kr", "3,5 t", "12 %", "3. november 2026")),
        ("sv", ("1 234 567,5", "4 500,00 kr", "3,5 tim", "12 %", "2026-11-03")),
        ("en", ("1,234,567.5", "NOK 4,500.00", "3.5 h", "12%", "3 November 2026")),
    ],
)
def test_figures_are_written_as_the_country_writes_them(code, told):
    words = reader(code)
    own = {"sv": "SEK"}.get(code, "NOK")
    figures = (
        words.number(1234567.5, 1),
        words.money(4500, own),
        words.hours(210),
        words.percent(0.12),
    )
    assert figures == tuple(figure.replace(" ", NBSP) for figure in told[:4])
    assert words.date(date(2026, 11, 3)) == told[4]


def test_another_countrys_kronor_are_told_by_their_code():
    assert reader("nb").money(100, "SEK", 0) == f"100{NBSP}SEK"
    assert reader("sv").money(100, "NOK", 0) == f"100{NBSP}NOK"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (1980, "33 t"),
        (15, "0,3 t"),
        (-90, "\N{MINUS SIGN}1,5 t"),
        (2, "2 min"),
        (0, "0 t"),
        (3, "0,1 t"),
    ],
)
def test_hours_round_half_up_and_never_hide_a_minute(minutes, told):
    assert reader("nb").hours(minutes) == told.replace(" ", NBSP)


def test_nothing_is_not_minus_nothing():
    assert reader("nb").number(-0.01) == "0"


def test_values_are_plain_text_never_interpreted():
    words = reader("nb")
    hostile = "{n} {0.__class__} %s <b>&amp;</b> \\n"
    assert hostile in words.say("finding.role.unknown", value=hostile)


def test_values_that_are_no_text_are_written_in_the_language():
    assert reader("sv").plain(("dag", "kväll", "natt")) == "dag, kväll och natt"
    assert reader("nb").plain(12.25) == "12,25"
    assert reader("nb").plain(None) == "\N{EN DASH}"
    assert [reader(code).plain(True) for code in LANGUAGES] == ["ja", "ja", "yes"]


def test_a_missing_key_shows_itself_and_fails_where_words_are_insisted_on(monkeypatch):
    monkeypatch.setenv("TASKMAP_STRICT_WORDS", "0")
    assert reader("nb").say("move.no_such", task="x") == "[move.no_such task=x]"
    monkeypatch.setenv("TASKMAP_STRICT_WORDS", "1")
    with pytest.raises(MissingWordsError):
        reader("nb").say("move.no_such")


def test_a_missing_value_shows_itself_too(monkeypatch):
    monkeypatch.setenv("TASKMAP_STRICT_WORDS", "0")
    assert reader("nb").say("finding.role.unknown", role="x") == "[finding.role.unknown role=x]"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("nb_NO.UTF-8", "nb"),
        ("sv", "sv"),
        ("sv-FI", "sv"),
        ("da,sv;q=0.8,en;q=0.5", "sv"),
        ("de-DE,en;q=0.5", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_a_locale_asks_for(asked, code):
    assert best_language(asked) == code


def test_only_three_languages_are_spoken():
    with pytest.raises(ValueError, match="da"):
        reader("da")
