"""Units side by side in words: every table and question in every language."""

from datetime import date
from pathlib import Path

import pytest

from taskmap.comparison import Per
from taskmap.language import LANGUAGES, reader
from taskmap.present import asked, precedents, side_by_side
from taskmap.present.figures.matrices import matrices
from taskmap.present.names import Speaker
from taskmap.present.progress import progress_table
from taskmap.workspace import Workspace

HALL = Workspace(Path(__file__).parents[2] / "mappings", date(2026, 11, 21))
THREE = tuple(f"landkommune-m{n}-2016" for n in (1, 2, 3))


@pytest.fixture(scope="module")
def found():
    return HALL.compare(THREE)


def names_in(language):
    contents = HALL.contents(THREE)
    speakers = {
        unit: Speaker(reader(language), content.mapping, content.catalogue)
        for unit, content in contents.items()
    }
    return side_by_side.Beside(reader(language), speakers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_words(found, language):
    names = names_in(language)
    tables = [
        make(found, names)
        for make in (
            side_by_side.figures_table, side_by_side.levels_table, side_by_side.groups_table,
            side_by_side.unmatched_table, side_by_side.matched_table,
        )
    ]  # fmt: skip
    for per in Per:
        tables.append(side_by_side.tasks_table(found, per, names))
        tables.append(side_by_side.ranking_table(found, per, names))
    tables.append(progress_table(HALL.progress(THREE), {}, reader(language)))
    tables.append(matrices(found, names).table)
    texts = [cell.text for table in tables for row in table.rows for cell in row]
    texts += [column.title for table in tables for column in table.columns]
    assert texts
    assert not [text for text in texts if text.startswith("[")]


def test_the_pooled_row_stands_last_and_is_a_quotient_of_sums(found):
    table = side_by_side.figures_table(found, names_in("nb"))
    *units, together = table.rows
    assert together[4].value == sum(row[4].value for row in units)


def test_a_question_names_both_units_and_that_neither_has_said_why(found):
    told = asked.questions(found, names_in("nb"))
    [records] = [q for q in told if "20 minutter" in q.text]
    assert "og 1 hos" in records.text
    assert records.reasons == ("Ingen av dem har skrevet hvorfor.",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_precedent_tells_where_it_was_published(language):
    [found] = [e for e in HALL.examples() if e.unit.id == "fredrikstad-medisinrom-etter"]
    content = HALL.contents([found.unit.id])[found.unit.id]
    lines = precedents.lines(found, Speaker(reader(language), content.mapping, content.catalogue))
    assert any("apotek.no" in line for line in lines)
    assert not [line for line in lines if line.startswith("[")]
