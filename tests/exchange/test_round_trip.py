"""What goes out comes back equal: every shipped unit, and awkward but ordinary text."""

from dataclasses import replace

import pytest

from taskmap.catalogue import load
from taskmap.document import mapping_table, read_mapping, write_mapping
from taskmap.exchange import outgoing
from taskmap.exchange.words import Words
from taskmap.language import LANGUAGES, reader
from taskmap.model.unit import Country, Setting
from tests.exchange.units import NOTHING, SHIPPED, WARD, brought_in, mapping, words
from tests.shipped import one_of_each_ordinarily

AWKWARD = (
    "<3 år",
    "«Morgen» 🛏️ på rom 1",
    "1/2",
    "=SUM(A1:A3)",
    "0012",
    "'",
    "+47 900 00 000",
    "=Felles",
    "1-1",
    "A\u030asgård og Å",
    "čáhci, ŋ, đ og ž",
    "007",
    "'sitert'",
    'sa "nei"; så, ja: 5 %',
    "to\nlinjer",
    "-",
    "@alle",
    "ingen",
    "ja",
    "true",
    "1e5",
    "x" * 190,
)


def language_of(path):
    """Each unit in one language, all languages in turn, also over the organisations."""
    folders = sorted({shipped.parent for shipped in SHIPPED})
    at = SHIPPED.index(path) - [shipped.parent for shipped in SHIPPED].index(path.parent)
    return LANGUAGES[(folders.index(path.parent) + at) % len(LANGUAGES)]


@pytest.mark.parametrize("path", one_of_each_ordinarily(SHIPPED), ids=lambda path: path.stem)
def test_a_workbook_alone_gives_the_mapping_again(path):
    unit = mapping(path)
    data = outgoing.workbook(unit, load(unit.unit.country), reader(language_of(path)))
    told = brought_in(data, "ut.xlsx", NOTHING)
    assert told.left_out == ()
    assert told.mapping == unit
    assert read_mapping(told.text, file="inn.yaml")[0] == unit


@pytest.mark.parametrize("path", one_of_each_ordinarily(SHIPPED), ids=lambda path: path.stem)
def test_tasks_as_csv_give_the_mapping_again_within_their_unit(path):
    unit = mapping(path)
    data = outgoing.csv(unit, load(unit.unit.country), reader(language_of(path)))
    told = brought_in(data, "ut.csv", words(path))
    assert told.left_out == ()
    assert told.mapping == unit
    assert {row.state for row in told.rows} == {"same"}


@pytest.mark.parametrize("path", [*SHIPPED, WARD], ids=lambda path: path.stem)
def test_a_mapping_written_as_a_document_reads_back_equal(path):
    assert read_mapping(write_mapping(mapping_table(mapping(path))), file="x")[0] == mapping(path)


def with_texts():
    """The ward with an awkward text wherever a mapping takes words."""
    ward = mapping()
    tasks = [
        replace(ward.tasks[at % 4], id=f"t{at}", name=text, note=f"{text}\n{text}", library=None)
        for at, text in enumerate(AWKWARD)
    ]
    organisation = replace(ward.unit.organisation, name=AWKWARD[5])
    unit = replace(ward.unit, name=AWKWARD[0], organisation=organisation)
    bands = tuple(
        replace(band, name=text) for band, text in zip(ward.bands, AWKWARD[2:], strict=False)
    )
    staffing = tuple(replace(post, note=AWKWARD[9]) for post in ward.staffing)
    return replace(
        ward, tasks=tuple(tasks), unit=unit, bands=bands, staffing=staffing, note=AWKWARD[1]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_awkward_but_ordinary_text_survives_workbook_and_document(language):
    unit = with_texts()
    data = outgoing.workbook(unit, load(Country.NO), reader(language))
    told = brought_in(data, "ut.xlsx", NOTHING)
    assert told.mapping == unit


@pytest.mark.parametrize("language", LANGUAGES)
def test_awkward_but_ordinary_text_survives_csv(language):
    unit = with_texts()
    data = outgoing.csv(unit, load(Country.NO), reader(language))
    known = Words(reader(language), load(Country.NO), mapping_table(unit))
    assert brought_in(data, "ut.csv", known).mapping == unit


def test_document_to_csv_to_workbook_to_document():
    unit = with_texts()
    known = Words(reader("nb"), load(Country.NO), mapping_table(unit))
    once = brought_in(outgoing.csv(unit, load(Country.NO), reader("nb")), "ut.csv", known).mapping
    data = outgoing.workbook(once, load(Country.NO), reader("sv"))
    assert brought_in(data, "ut.xlsx", NOTHING).mapping == unit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", Setting)
def test_an_empty_template_asks_for_what_the_unit_must_say(language, setting):
    data = outgoing.template(load(Country.SE), setting, reader(language))
    told = brought_in(data, "mal.xlsx", NOTHING)
    assert told.text is None
    unit = next(row for row in told.rows if row.holds == "unit")
    missing = {f.values.get("value") for f in unit.findings if f.code == "field.missing"}
    assert missing == {"id", "name", "organisation", "date"}
    assert {f.place.line for f in unit.findings} == {2}


def test_equal_mappings_give_equal_workbooks():
    ward = mapping()
    first = outgoing.workbook(ward, load(Country.NO), reader("nb"))
    assert first == outgoing.workbook(replace(ward), load(Country.NO), reader("nb"))
