"""What the graph answers, as tables in the reader's language."""

import pytest
from telling import QUESTION, speaker, workspace

from taskmap.graph import competence_value, only_one_person
from taskmap.present import graph as words

UNIT = "havblikk-2"


@pytest.fixture(scope="module")
def judged():
    return workspace().graph(UNIT, QUESTION)


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_every_answer_stands_in_a_table(judged, language):
    said = speaker(language, UNIT)
    tables = (words.one_person_table(judged, said), words.competences_table(judged, said))
    assert all(table.rows for table in tables)
    assert all(table.summary.endswith(".") for table in tables)


def test_tables_hold_what_the_graph_says(judged):
    said = speaker("nb", UNIT)
    alone = words.one_person_table(judged, said)
    assert [row[0].key for row in alone.rows] == [sole.leaf for sole in only_one_person(judged)]
    learned = words.competences_table(judged, said)
    assert len(learned.rows) == len(competence_value(judged))
    assert str(len(alone.rows)) in alone.summary
