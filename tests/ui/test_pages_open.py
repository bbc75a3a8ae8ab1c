"""Every page and view opens with every mapping that ships, in every language."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.present.changes import Part
from taskmap.present.headings import section_title
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
CARDS = Workspace(ROOT / "mappings", date(2026, 11, 21)).units()
UNITS = [card.id for card in CARDS]
LONG = "almkullens-vardcentral"  # half a minute of proof; its first plan stands there at once
QUICK = [unit for unit in UNITS if unit != LONG]
VIEWS = ("tasks", "levels", "map")


def _turn_by_turn(*lists):
    """Every combination; ordinarily each unit and view in one language, another for the next."""
    for turns in product(*(enumerate(each) for each in lists)):
        marks = [pytest.mark.full] if sum(number for number, _ in turns) % len(LANGUAGES) else []
        yield pytest.param(*(value for _, value in turns), marks=marks)


@pytest.mark.parametrize(("unit", "language"), list(_turn_by_turn(UNITS, LANGUAGES)))
def test_the_overview_opens(open_page, unit, language):
    at = open_page(lang=language, unit=unit)
    assert not at.exception
    words = reader(language)
    assert len(at.metric) == 4
    assert words.say("ui.overview.matrix") in [found.value for found in at.subheader]
    assert "[" not in at.metric[0].label


@pytest.mark.parametrize(("unit", "language", "view"), list(_turn_by_turn(UNITS, LANGUAGES, VIEWS)))
def test_every_view_of_the_mapping_opens(open_page, unit, language, view):
    at = open_page("mapping", lang=language, unit=unit, view=view)
    assert not at.exception
    assert at.header[0].value == reader(language).say("ui.page.mapping")
    assert at.expander or at.dataframe


@pytest.mark.parametrize(
    ("unit", "language"),
    [*_turn_by_turn(QUICK, LANGUAGES), pytest.param(LONG, "sv", marks=pytest.mark.full)],
)
def test_suggestions_open_with_every_mapping(open_page, unit, language):
    at = open_page("suggestions", lang=language, unit=unit)
    assert not at.exception
    words = reader(language)
    titles = [found.value for found in at.subheader]
    lists = {section_title(part, words) for part in Part}
    told = [info.value for info in at.info]
    assert lists & set(titles) or any(words.say("ui.moves.none") in text for text in told)
    assert words.say("ui.held") in titles
    assert words.say("ui.open") in titles


@pytest.mark.parametrize("unit", UNITS)
def test_example_units_say_that_they_are_examples_on_every_page(open_page, unit):
    card = next(card for card in CARDS if card.id == unit)
    for page in ("overview", "mapping"):
        at = open_page(page, lang="nb", unit=unit)
        told = any("Eksempeldata" in note.value for note in at.info)
        assert told is card.illustrative
